import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { listFiles } from '../../scripts/lib/site-links.ts';
import { attribute, elementsOf, parsePage } from '../lib/html-query.ts';
import { pagesOfEveryKind } from '../support/page-kinds.ts';

const site = inject('siteDir');
const kinds = pagesOfEveryKind(site, await listFiles(site));
const compressed = (file: string): number => gzipSync(readFileSync(join(site, file))).length;

/** Budgets in compressed bytes. A page that outgrows its budget gets lighter, not a larger budget. */
const pageBudget = 60_000;
const styleBudget = 20_000;
const scriptBudget = 40_000;

/** The files a page asks for at once: its style sheets and module scripts. */
function assetsOf(file: string): { styles: string[]; scripts: string[] } {
  const elements = [...elementsOf(parsePage(readFileSync(join(site, file), 'utf8')))];
  const named = (tag: string, name: string): string[] =>
    elements
      .filter((element) => element.tagName === tag)
      .map((element) => attribute(element, name) ?? '')
      .filter((address) => address.startsWith('/assets/'))
      .map((address) => address.slice(1));
  return { styles: named('link', 'href'), scripts: named('script', 'src') };
}

describe('what a reader has to fetch', () => {
  test.each(kinds)('stays within the budget: $kind', ({ file }) => {
    const { styles, scripts } = assetsOf(file);
    const sum = (files: readonly string[]): number =>
      files.reduce((bytes, asset) => bytes + compressed(asset), 0);
    expect(styles.length).toBeGreaterThan(0);
    expect(compressed(file), 'page').toBeLessThanOrEqual(pageBudget);
    expect(sum(styles), 'styles').toBeLessThanOrEqual(styleBudget);
    expect(sum(scripts), 'scripts').toBeLessThanOrEqual(scriptBudget);
  });
});
