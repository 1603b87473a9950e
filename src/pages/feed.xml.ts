import type { APIRoute } from 'astro';
import { loadArchive } from '../archive/load-archive.ts';
import { makeFeed } from '../archive/make-feed.ts';
import { atomFeed } from '../format/feed.ts';

/** What the archive took in or replaced last, as Atom. */
export const GET: APIRoute = async ({ site }) => {
  const { config, unitYears } = await loadArchive();
  const feed = makeFeed({
    title: config.title,
    author: config.title,
    pagePath: '/',
    feedPath: '/feed.xml',
    unitYears,
    base: import.meta.env.BASE_URL,
    site,
  });
  return new Response(atomFeed(feed), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  });
};
