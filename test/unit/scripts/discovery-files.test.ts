import { describe, expect, test } from 'vitest';
import { defaultArchiveConfig } from '../../../src/schema/archive-config.ts';
import {
  discoveryFiles,
  llmsText,
  robotsText,
  sitemaps,
} from '../../../scripts/lib/discovery-files.ts';

const address = (file: string): string => `https://example.org/${file}`;

describe('sitemaps', () => {
  test('is one file while it holds all', () => {
    expect([...sitemaps([address('a/?b&c')], address)]).toEqual([
      [
        'sitemap.xml',
        `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>https://example.org/a/?b&amp;c</loc></url>
</urlset>
`,
      ],
    ]);
  });

  test('is split at the limit, with an index that names every part', () => {
    const files = sitemaps(['a', 'b', 'c', 'd', 'e'].map(address), address, 2);
    expect([...files.keys()]).toEqual([
      'sitemap-1.xml',
      'sitemap-2.xml',
      'sitemap-3.xml',
      'sitemap.xml',
    ]);
    expect(files.get('sitemap-3.xml')).toContain('<loc>https://example.org/e</loc>');
    expect(files.get('sitemap.xml')?.match(/sitemap-\d\.xml/gu)).toEqual([
      'sitemap-1.xml',
      'sitemap-2.xml',
      'sitemap-3.xml',
    ]);
  });

  test('holds 50,000 addresses in one file and 50,001 in two', () => {
    const many = Array.from({ length: 50_001 }, (_, i) => address(String(i)));
    expect(sitemaps(many.slice(1), address).size).toBe(1);
    expect(sitemaps(many, address).size).toBe(3);
  });
});

test('robotsText opens everything and names the sitemap only where it has an address', () => {
  expect(robotsText(null)).toBe('User-agent: *\nAllow: /\n');
  expect(robotsText(address('sitemap.xml'))).toBe(
    'User-agent: *\nAllow: /\nSitemap: https://example.org/sitemap.xml\n',
  );
});

test('llmsText begins with title, summary and who it is and puts every path under the site', () => {
  const text = llmsText((path) => `/sub${path}`, {
    title: '示例档案',
    description: '示例。',
    publisher: '示例研究会',
  });
  expect(text).toMatch(/^# 示例档案\n\n> .+\n\n示例。\n\nPublished by 示例研究会\.\n\n/u);
  expect(text.match(/\]\((?!\/sub\/)/gu)).toBeNull();
});

describe('discoveryFiles', () => {
  const listed = [
    'units/a/2024/index.html',
    'units/a/2024/cite/index.html',
    'embed/a/2024/index.html',
    'units/b/index.html',
    'index.html',
    '404.html',
    'data/lines.csv',
  ];
  const source = { base: '/sub/', config: defaultArchiveConfig, listed, moved: ['/units/b/'] };

  test('name pages but those that ask not to be listed, in the order of their files', () => {
    const files = discoveryFiles({ ...source, site: 'https://example.org/' });
    expect([...files.keys()]).toEqual(['llms.txt', 'sitemap.xml', 'robots.txt']);
    expect(files.get('sitemap.xml')?.match(/(?<=<loc>).*?(?=<)/gu)).toEqual([
      'https://example.org/sub/',
      'https://example.org/sub/units/a/2024/',
    ]);
    expect(files.get('robots.txt')).toContain('https://example.org/sub/sitemap.xml');
  });

  test('are without a sitemap where the address is not known', () => {
    const files = discoveryFiles({ ...source, site: undefined });
    expect([...files.keys()]).toEqual(['llms.txt', 'robots.txt']);
  });
});
