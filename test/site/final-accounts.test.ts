import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { parse } from 'csv-parse/sync';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkContent } from '../../scripts/check-content.ts';
import { listUrls } from '../../scripts/lib/published-urls.ts';
import { findLinkFaults, readPage, readSite } from '../../scripts/lib/site-links.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { formatFenPlain } from '../../src/money/fen.ts';
import { copyExample, type ExampleCopy } from '../lib/build-example.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import { serveDirectory } from '../lib/serve.ts';
import { addFinalAccounts } from '../support/example-final-accounts.ts';

const unit = 'units/990200-tushuguan';
const both = `${unit}/2024/`;
const alone = `${unit}/2023/`;
const folder = (page: string): string => `${page}final-accounts/`;

const htmlValidate = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'doctype-style': 'off',
    // The name of the example unit is longer than a title should be.
    'long-title': 'off',
    'prefer-native-element': ['error', { exclude: ['region'] }],
    'no-inline-style': 'error',
  },
});

describe('an archive with final accounts', () => {
  let example: ExampleCopy;
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveDirectory>>;
  let records: Disclosure[];

  beforeAll(async () => {
    example = copyExample('accounts');
    records = addFinalAccounts(example.content);
    await example.build();
    browser = await launchChromium();
    site = await serveDirectory(example.site);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
    example.remove();
  });

  const read = (path: string): string => readFileSync(join(example.site, path), 'utf8');
  const rowsOf = (path: string): Record<string, string>[] =>
    parse<Record<string, string>>(read(path), { columns: true });
  const idsOf = (directory: string, page: string): Set<string> =>
    new Set(readPage(page, readFileSync(join(directory, page, 'index.html'), 'utf8')).ids);

  test('has content that fits', () => {
    expect(checkContent(example.content)).toEqual({ records: 8, problems: [] });
  });

  test('keeps every anchor of the budget, and gives the final accounts others', () => {
    const before = [...idsOf(inject('exampleDir'), both)];
    const after = idsOf(example.site, both);
    expect(before.filter((id) => !after.has(id))).toEqual([]);
    const [record] = records;
    const wanted = [
      ...['final-accounts', 'budget', 'budget-and-outcome'],
      ...['tables', 'findings', 'source', 'corrections', 'cite'].map(
        (id) => `final-accounts-${id}`,
      ),
      ...(record?.tables ?? []).flatMap(({ id, rows }) => [
        `final-accounts-${id}`,
        ...rows.map(({ row }) => `final-accounts-${id}-r${row}`),
      ]),
    ];
    expect(wanted.length).toBeGreaterThan(150);
    expect(wanted.filter((id) => !after.has(id))).toEqual([]);
    expect(wanted.slice(3).filter((id) => !idsOf(example.site, alone).has(id))).toEqual([]);
  });

  test('every link and anchor leads somewhere', async () => {
    expect(findLinkFaults(await readSite(example.site), '/')).toEqual([]);
  });

  test.each([both, alone, `${unit}/`, folder(both) + 'cite/'])('%s is valid HTML', async (page) => {
    const report = await htmlValidate.validateString(read(`${page}index.html`));
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ message, line }) => `${line} ${message}`),
      ),
    ).toEqual([]);
  });

  test('every printed figure of the final accounts stands at its place, in its part', () => {
    const html = read(`${both}index.html`);
    const part = html.slice(html.indexOf('<section id="final-accounts"'));
    const cells = records[0]?.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)) ?? [];
    expect(cells).toHaveLength(140);
    const missing = cells.filter(
      ({ fen, place, printed }) =>
        !part.includes(`value="${fen}" data-place="${place}">${printed}<`) &&
        !new RegExp(`value="${fen}" data-place="${place}">\\s*${printed}\\s*<`, 'u').test(part),
    );
    expect(missing).toEqual([]);
  });

  test('compares budget and outcome above both, each figure leading to its row', () => {
    const html = read(`${both}index.html`);
    const comparison = html.slice(
      html.indexOf('id="budget-and-outcome"'),
      html.indexOf('id="budget"'),
    );
    expect(comparison).toContain('调整预算可能与年初预算不同');
    for (const text of ['50.00', '306.80', '2,568,000.00', '+513.60%', '无此行'])
      expect(comparison).toContain(text);
    expect(comparison).toContain('href="#revenue-expenditure-summary-r');
    expect(comparison).toContain('href="#final-accounts-revenue-expenditure-outcome-r');
    expect(read(`${alone}index.html`)).not.toContain('budget-and-outcome');
  });

  test('offers files of both kinds, those of the budget where they were', () => {
    for (const [page, kind] of [
      [both, 'budget'],
      [folder(both), 'final-accounts'],
      [folder(alone), 'final-accounts'],
    ] as const) {
      const record = JSON.parse(read(`${page}record.json`)) as Disclosure;
      expect(record.kind).toBe(kind);
      expect(new Set(rowsOf(`${page}tables.csv`).map((row) => row['disclosure_id']))).toEqual(
        new Set([record.id]),
      );
      expect(
        readFileSync(join(example.site, page, 'tables.xlsx'))
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
      const [work] = JSON.parse(read(`${page}citation.json`)) as { id: string }[];
      expect(work?.id).toBe(record.id);
    }
  });

  test('tells the kinds apart in the data files, where sums of budgets stay the same', () => {
    const disclosures = rowsOf('data/disclosures.csv').filter(
      (row) => row['kind'] === 'final-accounts',
    );
    expect(
      disclosures.map((row) => [row['disclosure_id'], row['url'], row['expenditure_total_yuan']]),
    ).toEqual([
      [
        '990200-tushuguan-2023-final-accounts',
        `/${alone}#final-accounts`,
        formatFenPlain(306_900_000, '元'),
      ],
      [
        '990200-tushuguan-2024-final-accounts',
        `/${both}#final-accounts`,
        formatFenPlain(306_800_000, '元'),
      ],
    ]);
    const tables = rowsOf('data/lines.csv')
      .filter((row) => row['disclosure_id']?.endsWith('final-accounts'))
      .map((row) => row['table_id'] ?? '');
    const budgetTables = new Set(
      rowsOf('data/lines.csv')
        .filter((row) => row['disclosure_id']?.endsWith('budget'))
        .map((row) => row['table_id'] ?? ''),
    );
    expect(tables).toHaveLength(280);
    expect(tables.filter((id) => budgetTables.has(id))).toEqual([]);
    const differences = rowsOf('data/findings.csv').filter(
      (row) => row['result'] === 'difference' && row['disclosure_id']?.endsWith('-accounts'),
    );
    expect(
      differences.map((row) => [row['check_id'], row['url']?.split('#')[1]?.replace(/\d+$/u, '')]),
    ).toEqual([
      ['outcome-summary', 'final-accounts-finding-'],
      ['outcome-summary', 'final-accounts-finding-'],
    ]);
  });

  test('registers the new addresses as permanent, the record with its digest', async () => {
    const built = { directory: example.site, ...(await readSite(example.site)) };
    const urls = new Map((await listUrls(built)).map(({ url, sha256 }) => [url, sha256]));
    expect(urls.get(`/${folder(both)}record.json`)).toMatch(/^[0-9a-f]{64}$/u);
    expect(urls.has(`/${both}#final-accounts`)).toBe(true);
    expect(urls.has(`/${both}#final-accounts-expenditure-outcome-by-subject`)).toBe(true);
  });

  test('a hit of the search says 决算 and leads to its row', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}search/?q=${encodeURIComponent('彩票公益金')}`);
    const hits = page.locator('.hit');
    await hits.first().waitFor();
    expect(await hits.first().innerText()).toContain('年决算');
    await hits.first().locator('a').first().click();
    await page.waitForURL(/#final-accounts-[a-z-]+-r\d+$/u);
    const anchor = new URL(page.url()).hash.slice(1);
    expect(await page.locator(`[id="${anchor}"]`).innerText()).toContain('彩票公益金');
    await page.close();
  });

  test.each([
    [both, 390, 'light'],
    [both, 1280, 'dark'],
    [alone, 390, 'dark'],
    [`${unit}/`, 1280, 'light'],
  ] as const)(
    'axe finds no barrier on %s at %i px, %s, and nothing scrolls sideways',
    async (path, width, colorScheme) => {
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        viewport: { width, height: 900 },
        colorScheme,
      });
      const page: Page = await context.newPage();
      await page.goto(site.url + path);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`)).toEqual([]);
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overhang).toBeLessThanOrEqual(0);
      await context.close();
    },
  );

  test('the measure of all figures changes together, blanks stay blank', async () => {
    const page = await browser.newPage();
    await page.goto(site.url + both);
    expect(await page.locator('money-unit-switch').count()).toBe(1);
    const row = page.locator('#budget-and-outcome tbody tr').first();
    expect((await row.locator('td').allInnerTexts()).slice(0, 3)).toEqual([
      '50.00',
      '306.80',
      '2,568,000.00',
    ]);
    await page.getByRole('button', { name: '万元', exact: true }).click();
    expect((await row.locator('td').allInnerTexts()).slice(0, 3)).toEqual([
      '50.00',
      '306.80',
      '256.80',
    ]);
    const blank = page
      .locator('#budget-and-outcome tr', { hasText: '年末结转' })
      .locator('td')
      .first();
    expect(await blank.innerText()).toBe('');
    await page.close();
  });
});
