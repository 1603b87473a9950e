import { readdir, readFile } from 'node:fs/promises';
import { join, posix, sep } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';

/** What a built page offers and asks for. */
export interface SitePage {
  /** Path of the file below the site's folder, with slashes. */
  readonly file: string;
  readonly ids: ReadonlySet<string>;
  /** Ids that occur more than once. */
  readonly repeatedIds: readonly string[];
  /** Every href, src and form action, as written. */
  readonly links: readonly string[];
  readonly title: string;
  readonly lang: string | null;
  readonly headings: readonly number[];
}

/** A link that leads nowhere, or out of the site without leave. */
export interface LinkFault {
  readonly file: string;
  readonly link: string;
  readonly reason: string;
}

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

function* elementsOf(node: Node): Generator<Element> {
  if ('tagName' in node) yield node;
  const children = 'content' in node ? [node.content] : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) yield* elementsOf(child);
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((attr) => attr.name === name)?.value;

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

/** Reads one page of HTML. */
export function readPage(file: string, html: string): SitePage {
  const ids = new Set<string>();
  const repeatedIds: string[] = [];
  const links: string[] = [];
  const headings: number[] = [];
  let title = '';
  let lang: string | null = null;
  for (const element of elementsOf(parse(html))) {
    const id = attribute(element, 'id');
    if (id !== undefined) {
      if (ids.has(id)) repeatedIds.push(id);
      ids.add(id);
    }
    for (const name of ['href', 'src', 'action']) {
      const link = attribute(element, name);
      if (link !== undefined) links.push(link);
    }
    if (/^h[1-6]$/u.test(element.tagName)) headings.push(Number(element.tagName[1]));
    if (element.tagName === 'title' && title === '') title = textOf(element);
    if (element.tagName === 'html') lang = attribute(element, 'lang') ?? null;
  }
  return { file, ids, repeatedIds, links, title, lang, headings };
}

/** All files of a built site, as slash paths below its folder, sorted. */
export async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(directory.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}

/** All pages of a built site, sorted by file. */
export async function readSite(
  directory: string,
): Promise<{ pages: SitePage[]; files: ReadonlySet<string> }> {
  const files = await listFiles(directory);
  const pages: SitePage[] = [];
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    pages.push(readPage(file, await readFile(join(directory, file), 'utf8')));
  }
  return { pages, files: new Set(files) };
}

/** The file a link of a page leads to and its anchor, or the reason why it leads nowhere. */
function resolveLink(
  page: SitePage,
  link: string,
  base: string,
  own: string | undefined,
): { file: string; hash: string } | string {
  const here = `http://site${base}${page.file.replace(/(?:^|\/)index\.html$/u, '/').replace(/^\//u, '')}`;
  if (!URL.canParse(link, here)) return 'is no URL';
  const url = new URL(link, here);
  if (url.host !== 'site' && url.origin !== own) return 'leads to another host';
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith(base)) return `leaves the base path ${base}`;
  const inside = path.slice(base.length);
  const file = inside === '' || inside.endsWith('/') ? posix.join(inside, 'index.html') : inside;
  return { file, hash: decodeURIComponent(url.hash.slice(1)) };
}

/**
 * The links of a site that lead to no file, to no anchor, or out of the site. Links to other hosts
 * are faults too, except where `allowed` accepts them: nothing may be requested from elsewhere. Full addresses
 * of the site itself are held like others where `address`, its public one, is given.
 */
export function findLinkFaults(
  site: { pages: readonly SitePage[]; files: ReadonlySet<string> },
  base: string,
  allowed: (link: string) => boolean = () => false,
  address?: string,
): LinkFault[] {
  const own = address === undefined ? undefined : new URL(address).origin;
  const byFile = new Map(site.pages.map((page) => [page.file, page]));
  const faults: LinkFault[] = [];
  for (const page of site.pages) {
    for (const link of new Set(page.links)) {
      if (allowed(link)) continue;
      const target = resolveLink(page, link, base, own);
      if (typeof target === 'string') faults.push({ file: page.file, link, reason: target });
      else if (!site.files.has(target.file))
        faults.push({ file: page.file, link, reason: 'leads to no file' });
      else if (target.hash !== '' && byFile.get(target.file)?.ids.has(target.hash) === false)
        faults.push({ file: page.file, link, reason: 'leads to no anchor' });
    }
  }
  return faults;
}
