import { defaultArchiveConfig } from '../../src/schema/archive-config.ts';
import { readPage } from '../../scripts/lib/site-links.ts';

/** What a crawl of a running site found. */
export interface Crawl {
  /** Addresses that answered, pages and files. */
  readonly visited: ReadonlySet<string>;
  /** Answers that are none: status, media type, anchors and links, one line each. */
  readonly faults: readonly string[];
}

const typeOf: Readonly<Record<string, RegExp>> = {
  css: /^text\/css/u,
  csv: /^text\/csv|^application\/octet-stream/u,
  html: /^text\/html/u,
  js: /^(?:text|application)\/javascript/u,
  json: /^application\/json/u,
  svg: /^image\/svg\+xml/u,
};

const extension = (path: string): string =>
  path.endsWith('/') ? 'html' : (/\.(\w+)$/u.exec(path)?.[1] ?? '');

/** Follows every link from the home page of a running site. `url` ends with the base path; `home` = its file. */
export async function crawlSite(url: string, home = ''): Promise<Crawl> {
  const faults: string[] = [];
  const visited = new Set<string>();
  const ids = new Map<string, ReadonlySet<string>>();
  const anchors: [string, string][] = [];
  const waiting = [url + home];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (visited.has(next)) continue;
    visited.add(next);
    const answer = await fetch(next, { redirect: 'manual' });
    const text = await answer.text();
    const type = answer.headers.get('content-type') ?? '';
    const expected = typeOf[extension(new URL(next).pathname)];
    if (answer.status !== 200) faults.push(`${next}: status ${answer.status}`);
    else if (expected !== undefined && !expected.test(type)) faults.push(`${next}: type ${type}`);
    if (answer.status !== 200 || !type.startsWith('text/html')) continue;
    const page = readPage(next, text);
    ids.set(next, page.ids);
    for (const link of new Set(page.links)) {
      const target = new URL(link, next);
      // The one way out of an archive that names no contact: the text of its licence.
      if (target.href === defaultArchiveConfig.licence.url) continue;
      if (!target.href.startsWith(url)) {
        faults.push(`${next}: leads to ${target.href}`);
        continue;
      }
      if (target.hash !== '') anchors.push([target.href, decodeURIComponent(target.hash.slice(1))]);
      target.hash = '';
      target.search = '';
      waiting.push(target.href);
    }
  }
  for (const [address, id] of anchors) {
    const page = ids.get(address.replace(/[?#].*$/u, ''));
    if (page !== undefined && !page.has(id)) faults.push(`${address}: no such anchor`);
  }
  return { visited, faults };
}
