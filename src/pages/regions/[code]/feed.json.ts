import type { APIRoute, GetStaticPaths } from 'astro';
import { loadArchive } from '../../../archive/load-archive.ts';
import { makeFeed } from '../../../archive/make-feed.ts';
import { jsonFeed } from '../../../format/feed.ts';
import { regionFeedPath, regionPath } from '../../../format/url.ts';

export const getStaticPaths = (async () => {
  const { regions } = await loadArchive();
  return regions
    .filter(({ region, unitYearsBelow }) => region.level === 'province' && unitYearsBelow > 0)
    .map(({ region: { code, name } }) => ({ params: { code }, props: { name } }));
}) satisfies GetStaticPaths;

/** What the archive took in or replaced last in a province, as JSON Feed. */
export const GET: APIRoute<{ name: string }, { code: string }> = async ({
  site,
  params,
  props,
}) => {
  const { config, unitYears } = await loadArchive();
  const feed = makeFeed({
    title: `${config.title} · ${props.name}`,
    author: config.title,
    pagePath: regionPath(params.code),
    feedPath: regionFeedPath(params.code, 'json'),
    unitYears: unitYears.filter(({ regionCode }) => regionCode.startsWith(params.code.slice(0, 2))),
    base: import.meta.env.BASE_URL,
    site,
  });
  return new Response(jsonFeed(feed), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
