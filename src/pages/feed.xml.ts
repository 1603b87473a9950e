import type { APIRoute } from 'astro';
import { loadArchive } from '../archive/load-archive.ts';
import { makeFeed } from '../archive/make-feed.ts';
import { atomFeed } from '../format/feed.ts';

/** What the archive took in or replaced last, as Atom. */
export const GET: APIRoute = async ({ site }) => {
  const { unitYears } = await loadArchive();
  const feed = makeFeed({
    title: '预算公开档案',
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
