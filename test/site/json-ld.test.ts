import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { listFiles } from '../../scripts/lib/site-links.ts';
import { copyExample, type ExampleCopy } from '../lib/build-example.ts';
import { attribute, elementsOf, parsePage, textOf } from '../lib/html-query.ts';
import { pagesOfEveryKind } from '../support/page-kinds.ts';
import { schemaOrgFaults } from '../support/schema-org.ts';

interface Described {
  readonly '@context': string;
  readonly '@type': string;
  readonly name: string;
  readonly url?: string;
  readonly description?: string;
  readonly license?: string;
  readonly dataset?: Described;
  readonly distribution?: readonly { readonly contentUrl: string }[];
}

/** The JSON-LD of the home page, the pages of all units and one page of every other kind, with their files. */
async function jsonLdOf(site: string): Promise<{ file: string; text: string; value: Described }[]> {
  const files = await listFiles(site);
  const pages = new Set([
    ...pagesOfEveryKind(site, files).map(({ file }) => file),
    ...files.filter((file) => /^units\/.*\.html$/u.test(file)),
  ]);
  return [...pages].flatMap((file) =>
    [...elementsOf(parsePage(readFileSync(join(site, file), 'utf8')))]
      .filter((element) => attribute(element, 'type') === 'application/ld+json')
      .map(textOf)
      .map((text) => ({ file, text, value: JSON.parse(text) as Described })),
  );
}

describe.each([
  ['the archive', inject('siteDir')],
  ['the example archive', inject('exampleDir')],
])('JSON-LD in %s', (_, site) => {
  test('describes the archive, every unit and every disclosure, each in its own type', async () => {
    const kinds = (await jsonLdOf(site)).map(({ file, value }) => [
      file
        .replace(/^units\/[^/]+\/\d{4}\/(?:[^/]+\/)*/u, 'units/*/*/')
        .replace(/^units\/[^*][^/]*/u, 'units/*'),
      value['@type'],
    ]);
    const met = [...new Set(kinds.map((kind) => kind.join(' ')))].sort();
    expect(met).toEqual([
      'index.html DataCatalog',
      'units/*/*/index.html Dataset',
      'units/*/index.html GovernmentOrganization',
    ]);
  });

  test('uses the words of schema.org as they are meant', async () => {
    expect(schemaOrgFaults((await jsonLdOf(site)).map(({ text }) => text))).toEqual([]);
  });

  test('gives data search engines what they require of a dataset', async () => {
    const datasets = (await jsonLdOf(site)).flatMap(({ value }) =>
      value['@type'] === 'Dataset' ? [value] : (value.dataset ?? []),
    );
    expect(datasets.length).toBeGreaterThan(5);
    for (const { name, description = '', license, distribution = [] } of datasets) {
      expect(name).not.toBe('');
      expect(description.length, description).toBeGreaterThan(20);
      expect(license).toMatch(/^https:\/\//u);
      expect(distribution.length).toBeGreaterThan(1);
    }
  });
});

describe('JSON-LD in a site that knows its address', () => {
  let example: ExampleCopy;
  beforeAll(async () => {
    example = copyExample('json-ld');
    await example.build(['--base', '/sub/', '--site', 'https://archive.example/']);
  });
  afterAll(() => example.remove());

  test('names full addresses, of files that are there', async () => {
    const described = await jsonLdOf(example.site);
    const files = new Set(await listFiles(example.site));
    const root = 'https://archive.example/sub/';
    for (const { file, value } of described) {
      expect(value.url, file).toBe(root + file.replace(/index\.html$/u, ''));
      const downloads = [...(value.distribution ?? []), ...(value.dataset?.distribution ?? [])];
      for (const { contentUrl } of downloads) {
        expect(contentUrl.startsWith(root), contentUrl).toBe(true);
        expect(files.has(decodeURI(contentUrl.slice(root.length))), contentUrl).toBe(true);
      }
    }
    expect(schemaOrgFaults(described.map(({ text }) => text))).toEqual([]);
  });
});

describe('the vocabulary of schema.org', () => {
  const base = { '@context': 'https://schema.org', '@type': 'Dataset', name: '示例' };
  const refused: readonly (readonly [string, object])[] = [
    ['a property it does not have', { ...base, amount: '1' }],
    ['a type it does not have', { ...base, '@type': 'Budget' }],
    ['no type', { '@context': 'https://schema.org' }],
    ['another context', { ...base, '@context': 'https://example.org' }],
    ['a value of another kind', { ...base, isAccessibleForFree: 'perhaps' }],
    ['a thing of another type inside', { ...base, creator: { '@type': 'Place', name: '示例' } }],
    ['an unknown property inside', { ...base, creator: { '@type': 'Organization', code: '1' } }],
  ];

  test('refuses each of these, and nothing else', () => {
    const texts = [base, ...refused.map(([, value]) => value)].map((value) =>
      JSON.stringify(value),
    );
    const faulty = new Set(schemaOrgFaults(texts).map(([text]) => text));
    expect([...faulty].map((text) => refused[text - 1]?.[0])).toEqual(
      refused.map(([what]) => what),
    );
  });
});
