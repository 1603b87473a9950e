import { frameHeader, siteHeaders } from '../../src/format/site-policy.ts';
import { embedFolder } from '../../src/format/url.ts';

/** What stands directly in the folder of a site. */
export interface SiteEntries {
  readonly folders: readonly string[];
  readonly pages: readonly string[];
}

const rule = (path: string, headers: readonly (readonly [string, string])[]): string =>
  `${path}\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`;

/**
 * The `_headers` file that Netlify, Cloudflare Pages and others read. Hosts lay the headers of all rules
 * that fit upon each other, so what holds for all but the embeds is a rule for each other folder.
 */
export function headersFile(base: string, { folders, pages }: SiteEntries): string {
  const root = base.replace(/\/$/u, '');
  const unframed = [
    `${root}/`,
    ...pages.map((page) => `${root}/${page}`),
    ...folders.filter((folder) => folder !== embedFolder).map((folder) => `${root}/${folder}/*`),
  ];
  return [
    rule(`${root}/*`, siteHeaders),
    ...unframed.map((path) => rule(path, [frameHeader])),
  ].join('');
}

/**
 * The files by which hosts are told what to do, by path: `_headers`, and `.nojekyll`, without which GitHub
 * Pages leaves out names that begin with an underscore. `listed` are the paths of the site's files.
 */
export function hostFiles(base: string, listed: readonly string[]): ReadonlyMap<string, string> {
  const folders = new Set<string>();
  const pages: string[] = [];
  for (const path of listed) {
    const [first = '', ...below] = path.split('/', 2);
    if (below.length > 0) folders.add(first);
    else if (path.endsWith('.html')) pages.push(path);
  }
  return new Map([
    ['_headers', headersFile(base, { folders: [...folders].sort(), pages: pages.sort() })],
    ['.nojekyll', ''],
  ]);
}
