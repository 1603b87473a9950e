import { describe, expect, test } from 'vitest';
import { openSearchDescription } from '../../../src/format/opensearch.ts';

describe('openSearchDescription', () => {
  test('addresses are full where the site is known, under its base path', () => {
    expect(openSearchDescription('/archive/', 'https://example.org')).toContain(
      '<Url type="text/html" method="get" template="https://example.org/archive/search/?q={searchTerms}"/>',
    );
  });

  test('addresses are relative to the host where the site is not known', () => {
    expect(openSearchDescription('/', null)).toContain('template="/search/?q={searchTerms}"');
  });

  test('the short name has at most sixteen characters', () => {
    const name = /<ShortName>(.*)<\/ShortName>/u.exec(openSearchDescription('/', null))?.[1] ?? '';
    expect(Array.from(name).length).toBeGreaterThan(0);
    expect(Array.from(name).length).toBeLessThanOrEqual(16);
  });
});
