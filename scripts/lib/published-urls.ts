import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedUrl } from '../../src/archive/published-urls.ts';
import { sha256OfFile } from './checksum-manifest.ts';
import type { SitePage } from './site-links.ts';

/** A built site as the registry sees it. */
export interface BuiltSite {
  readonly directory: string;
  readonly pages: readonly SitePage[];
  readonly files: ReadonlySet<string>;
}

const comparePath = (a: { url: string }, b: { url: string }): number =>
  a.url < b.url ? -1 : Number(a.url > b.url);

/** The text of a registry, sorted by address. */
export function publishedUrlsText(urls: readonly PublishedUrl[]): string {
  const lines = [...urls]
    .sort(comparePath)
    .map(
      ({ since, url, sha256 }) => `${since} ${url}${sha256 === null ? '' : ` sha256:${sha256}`}\n`,
    );
  return `# Every address ever published, and the day it was first published. Lines are added, never taken out.\n${lines.join('')}`;
}

/** Folders of files that belong to one build and are no addresses of their own. */
const builtFolders = /^(?:assets|pagefind)\//u;

/** Files that have an address of their own: data, citations, workbooks and feeds. */
const addressedFile =
  /^(?:(?:data|units|topics|regions)\/.*\.(?:bib|csv|json|ris|xlsx|xml)|feed\.(?:json|xml))$/u;

/** Anchors that are permanent: projects, tables and sections of a page of a unit and year. */
const isPermanentAnchor = (page: SitePage, id: string): boolean =>
  /^units\/[^/]+\/\d{4}\/index\.html$/u.test(page.file) &&
  (/^(?:final-accounts-)?project-\d+-(?!i\d+$)[a-z0-9-]+$/u.test(id) ||
    (page.ids.has(`${id}-heading`) && !/(?:^|-)charts$/u.test(id)));

/** Every address of a built site that is for good once published, sorted; records with their SHA-256. */
export async function listUrls(
  site: BuiltSite,
): Promise<{ readonly url: string; readonly sha256: string | null }[]> {
  const urls: { url: string; sha256: string | null }[] = [];
  for (const page of site.pages) {
    if (page.file === '404.html') continue;
    const url = `/${page.file.replace(/(?<=^|\/)index\.html$/u, '')}`;
    urls.push({ url, sha256: null });
    for (const id of page.ids) {
      if (isPermanentAnchor(page, id)) urls.push({ url: `${url}#${id}`, sha256: null });
    }
  }
  for (const file of site.files) {
    if (builtFolders.test(file) || !addressedFile.test(file)) continue;
    const isRecord = /^units\/[^/]+\/\d{4}\/(?:final-accounts\/)?(?:v\d+\/)?record\.json$/u.test(
      file,
    );
    const sha256 = isRecord ? await sha256OfFile(join(site.directory, file)) : null;
    urls.push({ url: `/${file}`, sha256 });
  }
  return urls.sort(comparePath);
}

/** Whether a page says that its address is moved or empty, so that its anchors need not be there. */
function isMoved(site: BuiltSite, url: string): boolean {
  const file = `${url.slice(1)}index.html`;
  if (!site.files.has(file)) return false;
  const html = readFileSync(join(site.directory, file), 'utf8');
  return html.includes('<meta name="robots" content="noindex"');
}

/**
 * What a built site breaks of the promises of a registry, one line each: an address that is gone without
 * redirect or tombstone, and a record that is another than was published, its former version not kept.
 */
export async function findBrokenPromises(
  published: readonly PublishedUrl[],
  site: BuiltSite,
): Promise<string[]> {
  const now = new Map((await listUrls(site)).map(({ url, sha256 }) => [url, sha256]));
  const kept = new Set(now.values());
  const faults: string[] = [];
  for (const { url, sha256 } of published) {
    const [page = '', anchor] = url.split('#');
    const folder = page.replace(/[^/]*$/u, '');
    if (!now.has(url)) {
      const moved = isMoved(site, folder);
      if (!moved || (anchor === undefined && page === folder)) {
        faults.push(
          `${url}: Unexpected absence of a published address. Add it to content/redirects.json or content/tombstones.json.`,
        );
      }
    } else if (sha256 !== null && !kept.has(sha256)) {
      faults.push(
        `${url}: Unexpected change of a published record without its former version. Import it with --replace --reason, which keeps the former version.`,
      );
    }
  }
  return faults;
}

/** The registry with the addresses a site adds, new since a day; records with the SHA-256 they have. */
export async function addUrls(
  published: readonly PublishedUrl[],
  site: BuiltSite,
  day: string,
): Promise<PublishedUrl[]> {
  const known = new Map(published.map((entry) => [entry.url, entry]));
  for (const { url, sha256 } of await listUrls(site)) {
    known.set(url, { since: known.get(url)?.since ?? day, url, sha256 });
  }
  return [...known.values()].sort(comparePath);
}
