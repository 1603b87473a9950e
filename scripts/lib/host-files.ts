import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embedHeaders, embedPrefix, siteHeaders } from '../../src/format/site-policy.ts';

const rule = (path: string, headers: readonly (readonly [string, string])[]): string =>
  [path, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n');

/**
 * The `_headers` file that Netlify, Cloudflare Pages and others read. The pages to embed take back the
 * policy of all pages with `!` before they set their own, since such hosts add up the rules that match.
 */
export function headersFile(base: string): string {
  const below = base.replace(/\/$/u, '');
  const embed = embedHeaders.filter(([name]) => name === 'Content-Security-Policy');
  return `${[
    rule(`${below}/*`, siteHeaders),
    [
      `${below}${embedPrefix}*`,
      '  ! Content-Security-Policy',
      ...embed.map(([name, value]) => `  ${name}: ${value}`),
    ].join('\n'),
  ].join('\n\n')}\n`;
}

/**
 * Writes the files by which hosts are told what to do: `_headers`, and `.nojekyll`, without which
 * GitHub Pages leaves out names that begin with an underscore.
 */
export async function writeHostFiles(site: string, base: string): Promise<void> {
  await writeFile(join(site, '_headers'), headersFile(base));
  await writeFile(join(site, '.nojekyll'), '');
}
