import type { APIRoute, GetStaticPaths } from 'astro';
import { loadArchive } from '../../../archive/load-archive.ts';
import { topicFeed } from '../../../archive/topic-feed.ts';
import { jsonFeed } from '../../../format/feed.ts';

export const getStaticPaths = (async () => {
  const { topics } = await loadArchive();
  return topics.map(({ topic: { slug } }) => ({ params: { slug } }));
}) satisfies GetStaticPaths;

/** What the archive took in or replaced last of a topic, as JSON Feed. */
export const GET: APIRoute<Record<string, never>, { slug: string }> = async ({ site, params }) => {
  const archive = await loadArchive();
  const entry = archive.topic(params.slug);
  if (entry === undefined) throw new Error(`Unexpected topic ${params.slug}`);
  const feed = topicFeed({
    entry,
    archiveTitle: archive.config.title,
    format: 'json',
    base: import.meta.env.BASE_URL,
    site,
  });
  return new Response(jsonFeed(feed), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
