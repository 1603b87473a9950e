import { escapeXml } from './xml.ts';

/** One entry of a feed: a disclosure of the archive. */
export interface FeedEntry {
  /** Permanent id of the disclosure. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Full address of the page where the site knows its own, else root-relative. */
  readonly address: string;
  /** Day it was first published. */
  readonly publishedOn: string;
  /** Day of its latest version. */
  readonly updatedOn: string;
}

/** A feed: what was published last comes first. */
export interface Feed {
  /** Permanent id among the feeds of the archive: the root-relative path of the page it is about. */
  readonly id: string;
  readonly title: string;
  /** Name of the archive. */
  readonly author: string;
  readonly description: string;
  /** Addresses of the feed itself and of the page it is about. */
  readonly selfAddress: string;
  readonly pageAddress: string;
  readonly entries: readonly FeedEntry[];
}

const idPrefix = 'urn:open-budget-archive:';
const instant = (day: string): string => `${day}T00:00:00Z`;

/** The day of the latest change in a feed; the first day of all where it has no entry. */
const latest = (entries: readonly FeedEntry[]): string =>
  entries.reduce((day, { updatedOn }) => (updatedOn > day ? updatedOn : day), '1970-01-01');

/** A feed as Atom (RFC 4287). */
export function atomFeed(feed: Feed): string {
  const link = (rel: string, type: string, address: string): string =>
    `<link rel="${rel}" type="${type}" href="${escapeXml(address)}"/>`;
  const lines = feed.entries.flatMap((entry) => [
    '  <entry>',
    `    <id>${idPrefix}${escapeXml(entry.id)}</id>`,
    `    <title>${escapeXml(entry.title)}</title>`,
    `    ${link('alternate', 'text/html', entry.address)}`,
    `    <published>${instant(entry.publishedOn)}</published>`,
    `    <updated>${instant(entry.updatedOn)}</updated>`,
    `    <summary>${escapeXml(entry.summary)}</summary>`,
    '  </entry>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `  <id>${idPrefix}feed:${escapeXml(feed.id)}</id>`,
    `  <title>${escapeXml(feed.title)}</title>`,
    `  <subtitle>${escapeXml(feed.description)}</subtitle>`,
    `  <updated>${instant(latest(feed.entries))}</updated>`,
    `  <author><name>${escapeXml(feed.author)}</name></author>`,
    `  ${link('self', 'application/atom+xml', feed.selfAddress)}`,
    `  ${link('alternate', 'text/html', feed.pageAddress)}`,
    ...lines,
    '</feed>',
    '',
  ].join('\n');
}

/** A feed as JSON Feed 1.1. */
export function jsonFeed(feed: Feed): string {
  const value = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.pageAddress,
    feed_url: feed.selfAddress,
    language: 'zh-CN',
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: `${idPrefix}${entry.id}`,
      url: entry.address,
      title: entry.title,
      content_text: entry.summary,
      date_published: instant(entry.publishedOn),
      date_modified: instant(entry.updatedOn),
    })),
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
