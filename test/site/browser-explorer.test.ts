import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readContent } from '../../scripts/lib/read-content.ts';
import { normaliseSearchText } from '../../src/format/search-text.ts';
import { sumFen } from '../../src/money/fen.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import { serveDirectory } from '../lib/serve.ts';

const archive = readContent(join(process.cwd(), 'content'));
const projects = archive.unitYears.flatMap((unitYear) =>
  unitYear.projects.map((project) => ({ ...project, unitYear })),
);
const word = '零工市场';
const withWord = projects.filter(({ name, formName }) =>
  [name, formName ?? ''].some((text) => normaliseSearchText(text).includes(word)),
);

describe('the explorer of projects', () => {
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
    context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      acceptDownloads: true,
    });
    page = await context.newPage();
    faults = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('request', (request) => {
      if (!/^(?:blob|data):/u.test(request.url()) && !request.url().startsWith(site.url))
        faults.push(request.url());
    });
  });

  afterEach(async () => {
    await context.close();
    expect(faults).toEqual([]);
  });

  const open = async (query = ''): Promise<void> => {
    await page.goto(`${site.url.replace(/\/$/u, '')}/projects/${query}`);
    await page.locator('project-explorer[aria-busy=false]').waitFor();
  };
  const shown = (count: number): Promise<void> =>
    page.locator(`project-explorer[data-shown="${count}"]`).waitFor();
  const chosen = (): Promise<string> => page.evaluate(() => location.search);
  const table = () => page.locator('.explorer-table');

  test('shows every project of the archive, only those in sight being in the page', async () => {
    await open();
    await shown(projects.length);
    expect(await table().getAttribute('aria-rowcount')).toBe(String(projects.length + 1));
    const drawn = await page.locator('.explorer-table tr[data-row]').count();
    expect(drawn).toBeGreaterThan(5);
    expect(drawn).toBeLessThan(projects.length);
    await page.locator('.explorer-scroll').evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight;
    });
    await page.locator(`tr[aria-rowindex="${projects.length + 1}"]`).waitFor();
  });

  test('finds by words what the search finds, and says what it adds up', async () => {
    await open();
    await page.locator('#explorer-words').fill(word);
    await shown(withWord.length);
    expect(new URLSearchParams(await chosen()).get('q')).toBe(word);
    const current = withWord.filter(({ phase }) => phase === 'current');
    const sum = sumFen(current.map(({ totalFen }) => totalFen));
    const totals = await page.locator('.search-totals').innerText();
    expect(totals).toContain(
      ((sum.fen ?? 0) / 1e6).toLocaleString('en-US', { minimumFractionDigits: 2 }),
    );
    expect(totals).toContain('上年结转');
    expect(await page.locator('.search-status').getAttribute('aria-live')).toBe('polite');
  });

  test('keeps filters, order and columns in the address, which gives the view again', async () => {
    await open();
    const year = archive.years[0] ?? 0;
    const ofYear = projects.filter(({ unitYear }) => unitYear.year === year);
    await page.locator(`input[name=year][value="${year}"]`).check();
    await shown(ofYear.length);
    await page.locator('[data-sort=total]').click();
    await page.locator('.explorer-columns summary').click();
    await page.locator('input[name=column][value=general]').check();
    await page.locator('.explorer-table [data-sort=general]').waitFor();
    const address = await chosen();
    expect(address).toContain(`year=${year}`);
    expect(address).toContain('sort=-total');
    const names = async () =>
      (await page.locator('.explorer-table tbody th').allInnerTexts()).slice(0, 10);
    const before = await names();
    const sorted = await page.locator('th[aria-sort=descending] button').innerText();
    expect(sorted).toContain('金额');

    await open(address);
    await shown(ofYear.length);
    expect(await names()).toEqual(before);
    expect(await page.locator(`input[name=year][value="${year}"]`).isChecked()).toBe(true);
  });

  test('goes back step by step with the back button', async () => {
    await open();
    await page.locator('input[name=phase][value=carryover]').check();
    const carried = projects.filter(({ phase }) => phase === 'carryover').length;
    await shown(carried);
    await page.locator('[data-sort=name]').click();
    await page.locator('th[aria-sort=ascending]').waitFor();
    await page.goBack();
    await page.locator('th[aria-sort=ascending]').waitFor({ state: 'detached' });
    expect(await chosen()).toBe('?phase=carryover');
    await page.goBack();
    await shown(projects.length);
    expect(await page.locator('input[name=phase][value=carryover]').isChecked()).toBe(false);
  });

  test('leaves out what has no amount when a least amount is set', async () => {
    await open();
    await page.locator('input[name=min]').fill('100');
    await page.locator('input[name=min]').press('Enter');
    await page.locator('input[name=min]').blur();
    await shown(projects.filter(({ totalFen }) => (totalFen ?? 0) >= 100_000_000).length);
  });

  test('gives exactly the shown projects as CSV', async () => {
    await open(`?q=${encodeURIComponent(word)}&sort=-total`);
    await shown(withWord.length);
    const download = page.waitForEvent('download');
    await page.locator('[data-action=csv]').click();
    const text = await readFile(await (await download).path(), 'utf8');
    const rows = parse<Record<string, string>>(text, { columns: true });
    const sorted = [...withWord].sort((a, b) => (b.totalFen ?? -1) - (a.totalFen ?? -1));
    expect(rows.map((row) => [row['project_id'], row['金额（合计）（元）']])).toEqual(
      sorted.map(({ id, totalFen }) => [id, totalFen === null ? '' : String(totalFen / 100)]),
    );
  });

  test('sets chosen projects side by side with their indicators', async () => {
    await open(`?q=${encodeURIComponent(word)}`);
    await shown(withWord.length);
    const boxes = page.locator('.explorer-table input[name=select]');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.locator('.compared-projects').waitFor();
    expect(await page.locator('.compared-projects thead th').count()).toBe(2);
    expect(
      await page.locator('.compared-projects tbody a[href*="#project-"]').count(),
    ).toBeGreaterThan(3);
    const address = await chosen();
    await open(address);
    await page.locator('.compared-projects').waitFor();
    expect(await boxes.nth(0).isChecked()).toBe(true);
    await page.locator('[data-action=unselect-all]').click();
    await page.locator('.compared-projects').waitFor({ state: 'detached' });
    expect(await boxes.nth(0).isChecked()).toBe(false);
  });

  test('is walked through with the keyboard, the focus staying in its column', async () => {
    await open();
    await shown(projects.length);
    await page.locator('tr[data-row="0"] input[name=select]').focus();
    for (let i = 0; i < 30; i += 1) await page.keyboard.press('ArrowDown');
    const focused = () =>
      page.evaluate(() => [
        document.activeElement?.closest('tr')?.getAttribute('aria-rowindex'),
        document.activeElement?.getAttribute('name'),
      ]);
    expect(await focused()).toEqual(['32', 'select']);
    await page.keyboard.press('End');
    expect(await focused()).toEqual([String(projects.length + 1), 'select']);
    await page.keyboard.press('Space');
    await page.locator('.explorer-selected li').waitFor();
    expect(await focused()).toEqual([String(projects.length + 1), 'select']);
    await page.keyboard.press('Home');
    expect(await focused()).toEqual(['2', 'select']);
  });

  test('without script there is a page for every region and year with all its projects', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${site.url.replace(/\/$/u, '')}/projects/`);
    const links = await still
      .locator('.explorer-index a')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    let listed = 0;
    for (const link of links) {
      await still.goto(link);
      listed += await still.locator('.explorer-list tbody th[scope=row]').count();
    }
    expect(listed).toBe(projects.length);
    await plain.close();
  });
});
