import { describe, expect, test } from 'vitest';
import { openSearchDescription } from '../../../src/format/opensearch.ts';

const config = { title: '示例档案', shortTitle: null };

describe('openSearchDescription', () => {
  test('addresses are full where the site is known, under its base path', () => {
    expect(openSearchDescription('/archive/', 'https://example.org', config)).toContain(
      '<Url type="text/html" method="get" template="https://example.org/archive/search/?q={searchTerms}"/>',
    );
  });

  test('addresses are relative to the host where the site is not known', () => {
    expect(openSearchDescription('/', null, config)).toContain(
      'template="/search/?q={searchTerms}"',
    );
  });

  test.each([
    ['the configured one', { title: '示例档案', shortTitle: '示<例' }, '示&lt;例'],
    ['else the title', { title: '示例档案', shortTitle: null }, '示例档案'],
    ['cut at sixteen characters', { title: '示例'.repeat(9), shortTitle: null }, '示例'.repeat(8)],
  ])('the short name is %s', (_, names, expected) => {
    expect(openSearchDescription('/', null, names)).toContain(
      `  <ShortName>${expected}</ShortName>\n`,
    );
  });
});
