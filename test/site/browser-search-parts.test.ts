import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { launchChromium } from '../lib/find-chromium.ts';
import { serveDirectory } from '../lib/serve.ts';
import { writeExampleIndex } from '../support/example-parts.ts';

describe('the search page of an archive of four parts in two provinces', () => {
  let folder: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let site: Awaited<ReturnType<typeof serveDirectory>>;
  let asked: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'search-parts-'));
    for (const name of ['search', 'assets']) {
      cpSync(join(inject('siteDir'), name), join(folder, name), { recursive: true });
    }
    await writeExampleIndex(join(folder, 'pagefind'));
    browser = await launchChromium();
    site = await serveDirectory(folder);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    context = await browser.newContext({ acceptDownloads: true });
    page = await context.newPage();
    asked = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  });

  afterEach(() => context.close());

  const open = (query: string) => page.goto(`${site.url}search/?q=${query}`);

  const finished = async (query: string): Promise<number> => {
    const region = page.locator(`.search-results[data-query=${JSON.stringify(query)}][data-total]`);
    await region.waitFor({ state: 'attached' });
    return Number(await region.getAttribute('data-total'));
  };

  const records = (): Promise<(string | null)[]> =>
    page
      .locator('[data-record]')
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-record')));

  /** Parts of which anything was fetched, in text order. */
  const openedParts = (): string[] =>
    [...new Set(asked.flatMap((path) => /\/pagefind\/([^/]+)\/[^/]/u.exec(path)?.[1] ?? []))]
      .filter((part) => part !== 'archive')
      .sort();

  const status = (): Promise<string | null> => page.locator('.search-status').textContent();

  test('a query finds its records in every part that has one, and opens no other', async () => {
    await open('灯会');
    expect(await finished('灯会')).toBe(4);
    expect(await records()).toEqual([
      '980101-shilidanwei-2024-budget-p1',
      '990101-shilidanwei-2024-budget-p1',
      '990101-shilidanwei-2023-budget-p1',
      '990101-shilidanwei-2023-budget-p2',
    ]);
    expect(openedParts()).toEqual(['98-2024', '99-2023', '99-2024']);
    expect(asked.filter((path) => path.endsWith('wasm.unknown.pagefind'))).toHaveLength(1);
    const counts = await page.locator('fieldset[data-facet=region] label').allTextContents();
    expect(counts.map((text) => text.trim())).toEqual(['示例东省1', '示例西省3']);
  });

  test('records of all parts are sorted together, those without an amount last', async () => {
    await open('灯会&sort=amount-asc');
    expect(await finished('灯会')).toBe(4);
    const amounts = await page.locator('.hit-amount').allTextContents();
    expect(amounts).toEqual(['0.0005 万元', '0.0007 万元', '0.0009 万元', '未列金额']);
  });

  test('a region filter opens only its parts, says what it did not look at, and can be widened', async () => {
    await open('灯会&region=980000');
    expect(await finished('灯会')).toBe(1);
    expect(openedParts()).toEqual(['98-2024']);
    const west = page.locator('fieldset[data-facet=region] label').filter({ hasText: '示例西省' });
    expect(await west.locator('.facet-count').textContent()).toBe('未查');
    await west.click();
    await page.waitForURL(/region=990000/u);
    expect(await finished('灯会')).toBe(4);
    expect(openedParts()).toEqual(['98-2024', '99-2023', '99-2024']);
    expect(await west.locator('.facet-count').textContent()).toBe('3');
  });

  test('a year filter under which nothing is found says that other years may have it', async () => {
    await open('渡口&year=2024');
    expect(await finished('渡口')).toBe(0);
    expect(await status()).toBe('在所选地区和年度没有找到“渡口”，其他地区或年度可能有。');
    expect(openedParts()).toEqual([]);
  });

  test('a query that no part can contain fetches no index', async () => {
    await open('天文台');
    expect(await finished('天文台')).toBe(0);
    expect(await status()).toBe('没有找到“天文台”。');
    expect(openedParts()).toEqual([]);
    expect(asked.filter((path) => path.includes('pairs-')).length).toBeGreaterThan(0);
  });

  test('a part that does not arrive is told and can be asked for again', async () => {
    await page.route('**/pagefind/99-2023/index/*', (route) => route.abort());
    await open('灯会');
    await page.waitForFunction(() =>
      document.querySelector('.search-status')?.textContent.includes('1 个分库的索引未能取得'),
    );
    expect(await records()).toHaveLength(2);
    expect(await page.locator('.search-results').getAttribute('data-total')).toBeNull();
    await page.unroute('**/pagefind/99-2023/index/*');
    await page.locator('[data-action=continue]').click();
    expect(await finished('灯会')).toBe(4);
    expect(await page.locator('[data-action=continue]').count()).toBe(0);
  });

  test('the file taken away holds the records of all parts in their order', async () => {
    await open('灯会&sort=year-asc');
    await finished('灯会');
    const waiting = page.waitForEvent('download');
    await page.locator('[data-action=csv]').click();
    const text = await readFile(await (await waiting).path(), 'utf8');
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(rows.map(({ record }) => record)).toEqual(await records());
  });
});
