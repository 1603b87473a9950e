import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { siteHeaders } from '../../src/format/site-policy.ts';

/** The `_headers` file that Netlify, Cloudflare Pages and others read. */
export function headersFile(base: string): string {
  const lines = siteHeaders.map(([name, value]) => `  ${name}: ${value}\n`);
  return `${base.replace(/\/$/u, '')}/*\n${lines.join('')}`;
}

/**
 * Writes the files by which hosts are told what to do: `_headers`, and `.nojekyll`, without which
 * GitHub Pages leaves out names that begin with an underscore.
 */
export async function writeHostFiles(site: string, base: string): Promise<void> {
  await writeFile(join(site, '_headers'), headersFile(base));
  await writeFile(join(site, '.nojekyll'), '');
}
