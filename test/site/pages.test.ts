import { inject, describe, expect, test } from 'vitest';
import { findLinkFaults, readSite } from '../../scripts/lib/site-links.ts';

const archives = [
  ['the archive', await readSite(inject('siteDir')), '/'],
  ['the example archive under a base path', await readSite(inject('exampleDir')), '/example/'],
] as const;

describe.each(archives)('%s', (_name, site, base) => {
  test('has pages', () => {
    expect(site.pages.length).toBeGreaterThan(20);
    expect(site.files.has('index.html')).toBe(true);
    expect(site.files.has('404.html')).toBe(true);
  });

  test('has no link or anchor that leads nowhere, and none to another host', () => {
    expect(findLinkFaults(site, base)).toEqual([]);
  });

  test('says its language on every page', () => {
    expect(site.pages.filter(({ lang }) => lang !== 'zh-CN').map(({ file }) => file)).toEqual([]);
  });

  test('has one first heading on every page and skips no level', () => {
    const odd = site.pages.filter(
      ({ headings }) =>
        headings.filter((level) => level === 1).length !== 1 ||
        headings.some((level, i) => level > (headings[i - 1] ?? 0) + 1),
    );
    expect(odd.map(({ file, headings }) => `${file} ${headings.join('')}`)).toEqual([]);
  });

  test('gives every page a title of its own', () => {
    const seen = new Map<string, string>();
    const repeated = site.pages.flatMap(({ file, title }) => {
      const first = seen.get(title);
      seen.set(title, file);
      return title.trim() === '' || first !== undefined
        ? [`${file} = ${first ?? 'no title'}: ${title}`]
        : [];
    });
    expect(repeated).toEqual([]);
  });

  test('uses no id twice on a page', () => {
    expect(
      site.pages
        .filter(({ repeatedIds }) => repeatedIds.length > 0)
        .map(({ file, repeatedIds }) => [file, repeatedIds]),
    ).toEqual([]);
  });
});
