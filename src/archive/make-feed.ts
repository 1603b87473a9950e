import type { Feed } from '../format/feed.ts';
import { withBase } from '../format/url.ts';
import { feedEntries } from './feed-entries.ts';
import type { UnitYear } from './model.ts';

/** What a feed is about, and where the site stands. */
export interface FeedRequest {
  readonly title: string;
  /** Name of the archive. */
  readonly author: string;
  /** Root-relative paths of the page the feed is about and of the feed itself. */
  readonly pagePath: string;
  readonly feedPath: string;
  readonly unitYears: readonly UnitYear[];
  /** What the feed holds, and what it says of a unit-year; left out = as of any unit-year. */
  readonly description?: string;
  readonly summarise?: (unitYear: UnitYear) => string;
  readonly base: string;
  /** Public address of the site; undefined = not known, addresses stay root-relative. */
  readonly site: URL | undefined;
}

/** The feed over some unit-years. */
export function makeFeed({
  title,
  author,
  pagePath,
  feedPath,
  unitYears,
  description = '新收录和有更正的单位预算公开',
  summarise,
  base,
  site,
}: FeedRequest): Feed {
  const address = (path: string): string => {
    const full = withBase(base, path);
    return site === undefined ? full : new URL(full, site).href;
  };
  return {
    id: pagePath,
    title,
    author,
    description,
    selfAddress: address(feedPath),
    pageAddress: address(pagePath),
    entries: feedEntries(unitYears, address, summarise),
  };
}
