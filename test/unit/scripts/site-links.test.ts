import { describe, expect, test } from 'vitest';
import { findLinkFaults, readPage } from '../../../scripts/lib/site-links.ts';

const page = (file: string, body: string) =>
  readPage(file, `<!doctype html><html lang="zh-CN"><title>示例</title><body>${body}`);
const site = (...pages: ReturnType<typeof page>[]) => ({
  pages,
  files: new Set(['data/a.csv', ...pages.map(({ file }) => file)]),
});

describe('readPage', () => {
  test('reads ids, links, headings, title and language', () => {
    const read = page(
      'index.html',
      '<h1 id="a">甲</h1><h2 id="a">乙</h2><a href="/x/">丙</a><img src="b.png"><form action="/s/">',
    );
    expect([...read.ids]).toEqual(['a']);
    expect(read.repeatedIds).toEqual(['a']);
    expect(read.links).toEqual(['/x/', 'b.png', '/s/']);
    expect(read.headings).toEqual([1, 2]);
    expect([read.title, read.lang]).toEqual(['示例', 'zh-CN']);
  });
});

describe('findLinkFaults', () => {
  test('links to pages, files and anchors that exist are no fault, relative or under a base', () => {
    const pages = site(
      page(
        'index.html',
        '<a href="/b/units/#t1">1</a><a href="units/">2</a><a href="/b/data/a.csv">3</a><a href="#top" id="top">4</a>',
      ),
      page('units/index.html', '<p id="t1"><a href="../">5</a><a href="?q=%E9%9B%B6">6</a>'),
    );
    expect(findLinkFaults(pages, '/b/')).toEqual([]);
  });

  test.each([
    ['/gone/', 'leads to no file'],
    ['/#gone', 'leads to no anchor'],
    ['https://example.org/', 'leads to another host'],
    ['//example.org/x.js', 'leads to another host'],
    ['javascript:alert(1)', 'leads to another host'],
  ])('%s %s', (link, reason) => {
    expect(findLinkFaults(site(page('index.html', `<a href="${link}">`)), '/')).toEqual([
      { file: 'index.html', link, reason },
    ]);
  });

  test('a root link outside the base path is a fault', () => {
    expect(findLinkFaults(site(page('index.html', '<a href="/units/">')), '/b/')).toEqual([
      { file: 'index.html', link: '/units/', reason: 'leaves the base path /b/' },
    ]);
  });

  test('full addresses of the site itself are held like others', () => {
    const links = ['https://a.example/b/', 'https://a.example/b/gone/', 'https://b.example/b/'];
    const pages = site(page('index.html', links.map((link) => `<a href="${link}">`).join('')));
    expect(findLinkFaults(pages, '/b/', undefined, 'https://a.example/')).toEqual([
      { file: 'index.html', link: 'https://a.example/b/gone/', reason: 'leads to no file' },
      { file: 'index.html', link: 'https://b.example/b/', reason: 'leads to another host' },
    ]);
  });

  test('what is allowed is not looked at', () => {
    const pages = site(page('index.html', '<a href="https://example.org/">'));
    expect(findLinkFaults(pages, '/', (link) => link.startsWith('https:'))).toEqual([]);
  });
});
