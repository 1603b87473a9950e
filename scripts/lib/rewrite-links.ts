import { nameIndex } from '../../src/format/url.ts';

/** Attributes that lead to pages and files of the site, as Astro writes them. */
const linkAttribute = /(?<=\s)(href|src|action)="([^"]*)"/gu;

const mapLinks = (html: string, base: string, map: (inside: string) => string): string =>
  html
    .replace(linkAttribute, (whole, name: string, link: string) =>
      link.startsWith(base) ? `${name}="${map(link.slice(base.length))}"` : whole,
    )
    .replace(
      /(<meta http-equiv="refresh" content="0; url=)([^"]*)"/gu,
      (whole, start, link: string) =>
        link.startsWith(base) ? `${String(start)}${map(link.slice(base.length))}"` : whole,
    );

/**
 * A page whose links to other pages name their index.html, for hosts that serve files alone and no folders.
 * The mark on <html> tells its scripts to do the same.
 */
export const nameIndexes = (html: string, base: string): string =>
  mapLinks(
    html,
    base,
    (inside) => base + nameIndex(inside === '' ? './' : inside).replace(/^\.\//u, ''),
  ).replace('<html ', '<html data-links="index" ');

/**
 * A page that can be read from a disk without any server: links relative to the page, and without what
 * browsers refuse to do for such pages: scripts and the policy, which would forbid a disk its own style
 * sheets, go; what stands in <noscript> is shown.
 */
export function readFromDisk(html: string, file: string, base: string): string {
  const up = '../'.repeat(file.split('/').length - 1);
  return mapLinks(html, base, (inside) => {
    const target = nameIndex(inside === '' ? './' : inside).replace(/^\.\//u, '');
    return up + target;
  })
    .replace(/<script(?![^>]*application\/ld\+json)[^>]*>[\s\S]*?<\/script>/gu, '')
    .replace(/<link rel="modulepreload"[^>]*>/gu, '')
    .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/gu, '')
    .replace(/<\/?noscript>/gu, '');
}
