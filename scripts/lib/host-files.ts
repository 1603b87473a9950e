import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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
 * Writes the files by which hosts are told what to do: `_headers`, and `.nojekyll`, without which
 * GitHub Pages leaves out names that begin with an underscore. The site must be there but for files
 * directly in its folder that are no pages.
 */
export async function writeHostFiles(site: string, base: string): Promise<void> {
  const entries = await readdir(site, { withFileTypes: true });
  const namesOf = (fits: (entry: (typeof entries)[number]) => boolean): string[] =>
    entries
      .filter(fits)
      .map(({ name }) => name)
      .sort();
  const text = headersFile(base, {
    folders: namesOf((entry) => entry.isDirectory()),
    pages: namesOf((entry) => entry.isFile() && entry.name.endsWith('.html')),
  });
  await writeFile(join(site, '_headers'), text);
  await writeFile(join(site, '.nojekyll'), '');
}
