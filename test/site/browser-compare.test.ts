import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../scripts/lib/read-content.ts';
import { comparePath, unitPath, unitYearPath } from '../../src/format/url.ts';
import { formatFen } from '../../src/money/fen.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import { serveDirectory } from '../lib/serve.ts';

const archive = readContent(join(process.cwd(), 'content'));
/** Two unit-years with a printed total, of different units. */
const [first, second] = archive.unitYears.filter(
  ({ totals, subjects }) => totals.expenditureFen !== null && subjects.length > 0,
);
if (first === undefined || second === undefined) throw new Error('Unexpected archive');

describe('the comparison of units', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let site: Awaited<ReturnType<typeof serveDirectory>>;
  let faults: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    site = await serveDirectory(inject('siteDir'));
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  beforeEach(async () => {
    context = await browser.newContext({ acceptDownloads: true });
    page = await context.newPage();
    faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
  });

  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  const open = async (path: string): Promise<void> => {
    await page.goto(`${site.url.replace(/\/$/u, '')}${path}`);
  };
  const settled = (): Promise<void> => page.locator('unit-comparison[aria-busy=false]').waitFor();

  test('is reached from a unit-year page and completed with the picker, by keyboard', async () => {
    await open(unitYearPath(first.unitId, first.year));
    await page.getByRole('link', { name: '与其他单位比较' }).click();
    await settled();
    expect(new URL(page.url()).searchParams.get('a')).toBe(first.disclosureId);
    await page.locator('select[name=year]').selectOption(String(second.year));
    await page.locator('input[name=unit]').fill(second.unitName.slice(0, 4));
    const offer = page.locator(`[data-action=add][data-id="${second.disclosureId}"]`);
    await offer.focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-section=subjects] table').waitFor();
    expect(new URL(page.url()).searchParams.get('b')).toBe(second.disclosureId);
    await page.goBack();
    await page.locator('.compare-sections').waitFor({ state: 'hidden' });
  });

  test('shows printed totals and their difference, exactly', async () => {
    await open(comparePath(first.disclosureId, second.disclosureId));
    await settled();
    const row = page.locator('[data-section=totals] tr', { hasText: '支出总计' });
    const figures = await row.locator('data.amount').allInnerTexts();
    const [a, b] = [first.totals.expenditureFen ?? 0, second.totals.expenditureFen ?? 0];
    const difference = `${b > a ? '+' : ''}${formatFen(b - a, '万元')}`;
    expect(figures).toEqual([formatFen(a, '万元'), formatFen(b, '万元'), difference]);
    const codes = await page.locator('[data-section=subjects] tbody th a').allInnerTexts();
    const known = new Set([...first.subjects, ...second.subjects].map(({ code }) => code));
    expect(codes.map((text) => text.split(' ')[0])).toEqual([...known].sort());
  });

  test('keeps the column in the address, changes the first, and takes one out', async () => {
    await open(comparePath(first.disclosureId, second.disclosureId));
    await settled();
    await page.locator('[data-choice=subjects]').selectOption('project');
    expect(new URL(page.url()).searchParams.get('subjects')).toBe('project');
    await page.reload();
    await settled();
    expect(await page.locator('[data-choice=subjects]').inputValue()).toBe('project');
    await page.locator('[data-action=first]').click();
    await settled();
    expect(new URL(page.url()).searchParams.get('a')).toBe(second.disclosureId);
    await page.locator('[data-action=remove]').first().click();
    await page.locator('.compare-sections').waitFor({ state: 'hidden' });
    expect(await page.locator('.compare-status').innerText()).toBe('已选 1 份，请再选一份。');
  });

  test('gives the comparison as CSV', async () => {
    await open(comparePath(first.disclosureId, second.disclosureId));
    await settled();
    const download = page.waitForEvent('download');
    await page.locator('[data-action=csv]').click();
    const text = await readFile(await (await download).path(), 'utf8');
    const rows = parse<Record<string, string>>(text, { columns: true });
    const subjects = rows.filter(
      (row) => row['section'] === 'subjects' && row['disclosure_id'] === second.disclosureId,
    );
    const amounts = new Map(subjects.map((row) => [row['code'], row['amount_yuan']]));
    for (const { code, totalFen } of second.subjects)
      expect(amounts.get(code), code).toBe(totalFen === null ? '' : String(totalFen / 100));
  });

  test('says so when the address names what the archive does not have', async () => {
    await open('/compare/?a=990101-keine-2024-budget');
    await settled();
    expect(await page.locator('.compare-status').innerText()).toContain('不在档案里');
  });

  test('a unit page leads to it with the years of the unit', async () => {
    await open(unitPath(first.unitId));
    const address = await page.locator('a.button[href*="/compare/"]').getAttribute('href');
    expect(address).toContain(`a=${first.disclosureId}`);
  });
});
