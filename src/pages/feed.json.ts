import type { APIRoute } from 'astro';
import { loadArchive } from '../archive/load-archive.ts';
import { makeFeed } from '../archive/make-feed.ts';
import { jsonFeed } from '../format/feed.ts';

/** What the archive took in or replaced last, as JSON Feed. */
export const GET: APIRoute = async ({ site }) => {
  const { config, unitYears } = await loadArchive();
  const feed = makeFeed({
    title: config.title,
    author: config.title,
    pagePath: '/',
    feedPath: '/feed.json',
    unitYears,
    base: import.meta.env.BASE_URL,
    site,
  });
  return new Response(jsonFeed(feed), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
