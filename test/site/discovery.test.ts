import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { listFiles } from '../../scripts/lib/site-links.ts';
import { copyExample, type ExampleCopy } from '../lib/build-example.ts';
import { attribute, elementsOf, parsePage } from '../lib/html-query.ts';

const elementsIn = (file: string) => [...elementsOf(parsePage(readFileSync(file, 'utf8')))];

describe('a site that knows its address', () => {
  let example: ExampleCopy;
  const address = 'https://archive.example/sub/';
  const read = (file: string): string => readFileSync(join(example.site, file), 'utf8');

  beforeAll(async () => {
    example = copyExample('discovery');
    const moved = [
      { from: '/units/990101-shili/', to: '/units/', reason: '示例：改址', on: '2026-01-31' },
    ];
    writeFileSync(join(example.content, 'redirects.json'), JSON.stringify(moved));
    await example.build(['--base', '/sub/', '--site', 'https://archive.example/']);
  });

  afterAll(() => example.remove());

  test('names every page but the missing one, citations, embeds and moved ones in its sitemap, and no other', async () => {
    const pages = (await listFiles(example.site))
      .filter(
        (file) => file.endsWith('index.html') && !/^embed\/|\/cite\/|\/990101-shili\//u.test(file),
      )
      .map((file) => address + encodeURI(file.replace(/index\.html$/u, '')));
    const named = [...read('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/gu)].map(([, loc]) => loc);
    expect(named.sort()).toEqual(pages.sort());
    expect(read('robots.txt')).toContain(`Sitemap: ${address}sitemap.xml\n`);
  });

  test('leaves out of its sitemap the pages that say so, and no other', async () => {
    const sitemap = read('sitemap.xml');
    for (const file of await listFiles(example.site)) {
      if (!file.endsWith('index.html')) continue;
      const robots = elementsIn(join(example.site, file)).some(
        (element) =>
          attribute(element, 'name') === 'robots' && attribute(element, 'content') === 'noindex',
      );
      const loc = `<loc>${address}${encodeURI(file.replace(/index\.html$/u, ''))}</loc>`;
      expect(sitemap.includes(loc), file).toBe(!robots);
    }
  });

  test('says the address of every page in its head, once and the same', async () => {
    for (const file of await listFiles(example.site)) {
      if (!file.endsWith('index.html') || /^embed\/|\/990101-shili\//u.test(file)) continue;
      const elements = elementsIn(join(example.site, file));
      const of = (name: string, value: string, content: string) =>
        elements
          .filter((element) => attribute(element, name) === value)
          .map((element) => attribute(element, content));
      const canonical = of('rel', 'canonical', 'href');
      expect(canonical, file).toEqual([address + encodeURI(file.replace(/index\.html$/u, ''))]);
      expect(of('property', 'og:url', 'content'), file).toEqual(canonical);
    }
  });

  test('gives full addresses in its feeds', () => {
    const { items } = JSON.parse(read('feed.json')) as { items: { url: string }[] };
    expect(items).toHaveLength(6);
    for (const { url } of items) expect(url).toMatch(/^https:\/\/archive\.example\/sub\/units\//u);
    expect(read('feed.xml').match(/<entry>/gu)).toHaveLength(6);
    expect(read('regions/990000/feed.xml').match(/<entry>/gu)).toHaveLength(6);
    const topic = read('topics/shili-huodong/feed.xml');
    expect([...topic.matchAll(/rel="self".*href="(.*)"/gu)].map(([, href]) => href)).toEqual([
      `${address}topics/shili-huodong/feed.xml`,
    ]);
    expect(topic.match(/<entry>/gu)).toHaveLength(2);
  });
});

describe('a site that does not know its address', () => {
  const site = inject('exampleDir');

  test('has no sitemap, no canonical links and root-relative addresses in feeds', () => {
    expect(existsSync(join(site, 'sitemap.xml'))).toBe(false);
    expect(readFileSync(join(site, 'robots.txt'), 'utf8')).toBe('User-agent: *\nAllow: /\n');
    const rels = elementsIn(join(site, 'index.html')).map((element) => attribute(element, 'rel'));
    expect(rels).not.toContain('canonical');
    expect(readFileSync(join(site, 'feed.xml'), 'utf8')).toContain('href="/example/units/');
  });

  test('leads from every page to its search description and its feed', async () => {
    for (const file of await listFiles(site)) {
      if (!file.endsWith('.html') || file.startsWith('embed/')) continue;
      const links = elementsIn(join(site, file))
        .filter(({ tagName }) => tagName === 'link')
        .map((element) => `${attribute(element, 'rel')} ${attribute(element, 'href')}`);
      expect(links, file).toContain('search /example/opensearch.xml');
      expect(links, file).toContain('alternate /example/feed.xml');
    }
  });
});
