import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { readRecord } from '../../src/archive/read-record.ts';
import { normaliseSearchText } from '../../src/format/search-text.ts';
import { projectId } from '../../src/format/url.ts';
import { readContent } from '../../scripts/lib/read-content.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import { serveDirectory } from '../lib/serve.ts';

const word = '零工市场';
const archive = readContent(join(process.cwd(), 'content'));

/** Record ids of the real projects and indicators whose own texts contain the word. */
function recordsWith(text: string, kind: 'project' | 'indicator'): string[] {
  const found: string[] = [];
  for (const unitYear of archive.unitYears) {
    const { id, projects, forms } = readRecord(unitYear);
    for (const project of projects) {
      const record = projectId(id, project.n);
      const names = [project.name, project.formName ?? ''];
      const form = forms.find(({ n }) => n === project.form);
      const indicators = new Set(
        (form?.indicators ?? [])
          .filter(({ name, printed }) => `${name ?? ''}\n${printed ?? ''}`.includes(text))
          .map(({ level1, level2, name, place }) =>
            JSON.stringify([level1, level2, name ?? place]),
          ),
      );
      if (kind === 'indicator') found.push(...Array.from(indicators, () => record));
      else if (names.some((name) => normaliseSearchText(name).includes(text))) found.push(record);
    }
  }
  return found.sort();
}

describe('the search page', () => {
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let site: Awaited<ReturnType<typeof serveDirectory>>;
  let foreign: string[] = [];
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
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    page = await context.newPage();
    foreign = [];
    faults = [];
    page.on('request', (request) => {
      if (/^https?:/u.test(request.url()) && !request.url().startsWith(site.url))
        foreign.push(request.url());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
  });

  afterEach(async () => {
    expect(foreign).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  const open = (query: string) => page.goto(`${site.url}search/${query}`);

  const finished = async (query: string): Promise<number> => {
    const region = page.locator(`.search-results[data-query=${JSON.stringify(query)}][data-total]`);
    await region.waitFor({ state: 'attached' });
    return Number(await region.getAttribute('data-total'));
  };

  const shown = (kind?: string): Promise<string[]> =>
    page
      .locator(kind === undefined ? '[data-record]' : `[data-record][data-kind=${kind}]`)
      .evaluateAll((items) => items.map((item) => item.getAttribute('data-record') ?? ''));

  test('typing 零工市场 finds every project and indicator with it, and nothing else', async () => {
    await open('');
    await page.locator('input[name=q]').pressSequentially(word);
    const total = await finished(word);
    expect((await shown('project')).sort()).toEqual(recordsWith(word, 'project'));
    expect((await shown('indicator')).sort()).toEqual(recordsWith(word, 'indicator'));
    expect(await shown()).toHaveLength(total);
    for (const text of await page.locator('.hit').allTextContents()) expect(text).toContain(word);
    expect(await page.locator('.hit mark').first().textContent()).toBe(word);
    expect(new URL(page.url()).searchParams.get('q')).toBe(word);
  });

  test('a result leads to the project on the page of its unit and year', async () => {
    await open(`?q=${word}&kind=project`);
    expect(await finished(word)).toBe(recordsWith(word, 'project').length);
    expect(await shown('indicator')).toEqual([]);
    const about = await page.locator('.hit-about').first().textContent();
    expect(about).toMatch(/\d{4} 年预算/u);
    expect(await page.locator('.hit-amount').first().textContent()).toMatch(
      /^[\d,]+\.\d{2} 万元$/u,
    );
    const link = page.locator('.hit-name a').first();
    const { hash } = new URL((await link.getAttribute('href')) ?? '', site.url);
    await link.click();
    await page.waitForURL(/\/units\/.*#project-/u);
    expect(await page.locator(`[id="${hash.slice(1)}"]`).count()).toBe(1);
    expect(await page.locator(`[id="${hash.slice(1)}"]`).textContent()).toContain(word);
  });

  test('nothing found says so with a total of nought and offers words that do find something', async () => {
    await open(`?q=${word}火星`);
    expect(await finished(`${word}火星`)).toBe(0);
    expect(await page.locator('.search-results[data-total="0"]').isVisible()).toBe(true);
    expect(await page.locator('.search-status').textContent()).toContain('没有找到');
    await page.locator('[data-action=word]').first().click();
    expect(await finished(word)).toBeGreaterThan(0);
  });

  test.each([
    ['traditional characters', '零工市場', '简体'],
    ['initials in pinyin', 'lgsc', '拼音'],
  ])('%s find the projects and say how they were read', async (_, typed, reading) => {
    await open(`?q=${encodeURIComponent(typed)}&kind=project`);
    await finished(typed);
    expect(await shown('project')).toEqual(expect.arrayContaining(recordsWith(word, 'project')));
    expect(await page.locator('.search-reading').textContent()).toContain(reading);
  });

  test('a filter keeps its count, stands in the address, and the back button undoes it', async () => {
    await open(`?q=${word}`);
    const all = await finished(word);
    const box = page.locator('.search-filters label').filter({ hasText: '绩效指标' });
    const count = Number(await box.locator('.facet-count').textContent());
    await box.click();
    await page.waitForURL(/kind=indicator/u);
    expect(await finished(word)).toBe(count);
    expect(new Set(await shown())).toEqual(new Set(recordsWith(word, 'indicator')));
    await page.reload();
    expect(await finished(word)).toBe(count);
    await page.goBack();
    await page.waitForFunction((n) => document.querySelectorAll('.hit').length === n, all);
    expect(await box.locator('input').isChecked()).toBe(false);
  });

  test('an amount range keeps only what prints an amount within it', async () => {
    await open(`?q=${word}&kind=project&min=100`);
    await finished(word);
    const amounts = await page.locator('.hit-amount').allTextContents();
    for (const amount of amounts) {
      expect(Number(amount.replace(/[^\d.]/gu, ''))).toBeGreaterThanOrEqual(100);
    }
    expect(amounts.length).toBeLessThan(recordsWith(word, 'project').length);
  });

  test('sorting by amount puts the largest first and what has none last', async () => {
    await open('?q=就业&kind=project');
    await finished('就业');
    await page.locator('select[name=sort]').selectOption('amount-desc');
    await page.waitForURL(/sort=amount-desc/u);
    await finished('就业');
    const printed = await page.locator('.hit-amount').allTextContents();
    const amounts = printed.map((text) =>
      /\d/u.test(text) ? Number(text.replace(/[^\d.]/gu, '')) : -1,
    );
    expect(amounts.length).toBeGreaterThan(1);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
  });

  test('the keyboard reaches the box, the hits and the way back', async () => {
    await open(`?q=${word}`);
    await finished(word);
    await page.locator('h1').click();
    await page.keyboard.press('/');
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('[data-record], input')?.tagName);
    expect(await focused()).toBe('INPUT');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('LI');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('INPUT');
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelectorAll('.hit').length === 0);
    expect(await page.locator('input[name=q]').inputValue()).toBe('');
  });

  test('text that an input method is still composing is not searched', async () => {
    await open('');
    const input = page.locator('input[name=q]');
    await input.focus();
    await input.dispatchEvent('compositionstart');
    await input.fill('linggong');
    await page.waitForTimeout(700);
    expect(new URL(page.url()).search).toBe('');
    await input.fill(word);
    await input.dispatchEvent('compositionend');
    expect(await finished(word)).toBeGreaterThan(0);
  });

  test('the last of several quick queries is the one that is shown', async () => {
    await open('');
    const input = page.locator('input[name=q]');
    for (const typed of ['支', '就业', '满意度', word]) {
      await input.fill(typed);
      await page.keyboard.press('Enter');
    }
    await finished(word);
    await page.waitForTimeout(300);
    for (const text of await page.locator('.hit').allTextContents()) expect(text).toContain(word);
  });

  test.each(['csv', 'json'])('the %s holds exactly the hits on screen', async (format) => {
    await open(`?q=${word}&sort=amount-desc`);
    await finished(word);
    const waiting = page.waitForEvent('download');
    await page.locator(`[data-action=${format}]`).click();
    const text = await readFile(await (await waiting).path(), 'utf8');
    const rows =
      format === 'csv'
        ? parse<Record<string, string>>(text, { columns: true })
        : (JSON.parse(text) as { hits: Record<string, string>[] }).hits;
    expect(rows.map(({ record }) => record)).toEqual(await shown());
    const addresses = await page
      .locator('.hit-name a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(rows.map(({ url }) => url)).toEqual(addresses);
  });

  test('the citation names the query, the number of hits and the address', async () => {
    await open(`?q=${word}`);
    const total = await finished(word);
    await page.locator('[data-action=cite]').click();
    await page.waitForFunction(() => document.querySelector('.search-copied')?.textContent !== '');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(
      /^预算公开档案\. 检索“零工市场”，\d+ 条\[DB\/OL\]\. \[\d{4}-\d{2}-\d{2}\]\. http/u,
    );
    expect(copied).toContain(`，${total} 条`);
  });

  test('a phone sees no sideways scroll and opens the filters with a button', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(`?q=${word}`);
    await finished(word);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await page.locator('.search-filters').isVisible()).toBe(false);
    await page.locator('[data-action=filters]').click();
    expect(await page.locator('.search-filters').isVisible()).toBe(true);
  });

  test('a part of the index that does not arrive is never taken for nothing found', async () => {
    await page.route('**/*.pf_index', (route) => route.abort());
    await open(`?q=${word}`);
    await page.waitForFunction(() =>
      document.querySelector('.search-status')?.textContent.includes('没有完成'),
    );
    expect(await page.locator('.search-results').getAttribute('data-total')).toBeNull();
    await page.unroute('**/*.pf_index');
    await page.locator('.search-submit').click();
    expect(await finished(word)).toBeGreaterThan(0);
    faults = [];
  });

  test('without script the page leads to the indexes', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const still = await plain.newPage();
    await still.goto(`${site.url}search/?q=${word}`);
    const links = still.locator('noscript a');
    expect(await links.count()).toBeGreaterThan(2);
    expect(await still.locator('.search-app').isVisible()).toBe(false);
    await plain.close();
  });

  test('a site under a base path searches its own index', async () => {
    const example = await serveDirectory(inject('exampleDir'), { base: '/example/' });
    try {
      const other = await context.newPage();
      await other.goto(`${example.url}search/?q=%E7%A4%BA%E4%BE%8B`);
      const region = other.locator('.search-results[data-query="示例"][data-total]');
      await region.waitFor({ state: 'attached' });
      expect(Number(await region.getAttribute('data-total'))).toBeGreaterThan(0);
      expect(await other.locator('.hit-name a').first().getAttribute('href')).toMatch(
        /^\/example\//u,
      );
    } finally {
      await example.close();
    }
  });
});
