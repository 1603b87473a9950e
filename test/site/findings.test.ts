import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { everyCheck } from '../../src/checks/every-check.ts';
import { resultLabels } from '../../src/format/labels.ts';
import { checkPath, findingsPath } from '../../src/format/url.ts';
import { dataFiles, type DataRow } from '../../src/schema/data-files.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import {
  attribute,
  type Element,
  elementsById,
  elementsOf,
  parsePage,
  textOf,
} from '../lib/html-query.ts';
import { serveDirectory } from '../lib/serve.ts';
import { parseDataFile } from '../support/parse-data-file.ts';

/** Elements of a page file, parsed once. */
const pages = new Map<string, Element[]>();
function elementsIn(file: string): Element[] {
  const known = pages.get(file) ?? [...elementsOf(parsePage(readFileSync(file, 'utf8')))];
  pages.set(file, known);
  return known;
}

/** Texts of the findings that a page lists, with the addresses they lead to. */
const listedIn = (file: string) =>
  elementsIn(file)
    .filter((element) => attribute(element, 'class') === 'finding-row')
    .map((row) => ({
      text: textOf(row),
      links: [...elementsOf(row)].flatMap((link) => attribute(link, 'href') ?? []),
    }));

/** The page of a check and its further pages. */
function checkFiles(site: string, id: string): string[] {
  const folder = join(site, checkPath(id));
  const further = readdirSync(folder, { withFileTypes: true }).filter((one) => one.isDirectory());
  return [folder, ...further.map(({ name }) => join(folder, name))].map((one) =>
    join(one, 'index.html'),
  );
}

describe.each([
  ['the archive', inject('siteDir'), ''],
  ['the example archive', inject('exampleDir'), '/example'],
])('the findings of %s', (_, site, base) => {
  const rows = parseDataFile(
    dataFiles.findings,
    readFileSync(join(site, 'data/findings.csv'), 'utf8'),
  );
  const notable = rows.filter(({ result }) => result === 'difference' || result === 'rounding');
  const addressOf = (row: DataRow): string => `${base}${String(row['url'])}`;

  test('have differences to show', () => {
    expect(rows.some(({ result }) => result === 'difference')).toBe(true);
  });

  test('stand on the page of their unit and year, each with its own words', () => {
    const lost = rows.filter((row) => {
      const [path = '', anchor = ''] = String(row['url']).split('#');
      const element = elementsIn(join(site, path, 'index.html')).find(
        (candidate) => attribute(candidate, 'id') === anchor,
      );
      return element === undefined || !textOf(element).startsWith(String(row['message']).trim());
    });
    expect(lost).toEqual([]);
  });

  test('point at cells that are there', () => {
    const dead = notable.flatMap((row) => {
      const [path = '', anchor = ''] = String(row['url']).split('#');
      const ids = elementsById(parsePage(readFileSync(join(site, path, 'index.html'), 'utf8')));
      const finding = ids.get(anchor);
      const links = finding === undefined ? [] : [...elementsOf(finding)];
      return links
        .flatMap((link) => attribute(link, 'href') ?? [])
        .filter((href) => !href.startsWith('#') || !ids.has(href.slice(1)));
    });
    expect(dead).toEqual([]);
  });

  test.each(everyCheck)('are all on the page of their check: $id', ({ id, title, examples }) => {
    const files = checkFiles(site, id);
    const listed = files.flatMap(listedIn);
    const expected = notable.filter((row) => row['check_id'] === id);
    expect(listed).toHaveLength(expected.length);
    for (const row of expected) {
      const found = listed.find(({ links }) => links.includes(addressOf(row)));
      expect(found?.text, String(row['url'])).toContain(String(row['message']).trim());
      expect(found?.text).toContain(resultLabels[row['result'] as 'difference' | 'rounding']);
    }
    const [first = ''] = files;
    const text = elementsIn(first).map(textOf).find(Boolean) ?? '';
    expect(text).toContain(title);
    for (const example of examples) {
      expect(text).toContain(example.title);
      for (const { message } of example.expected) expect(text).toContain(message);
    }
  });

  test('are counted by check as the data file has them', () => {
    const file = join(site, findingsPath, 'index.html');
    for (const { id } of everyCheck) {
      const line = elementsIn(file).find((element) => attribute(element, 'data-check') === id);
      const cells = line === undefined ? [] : [...elementsOf(line)];
      const counts = cells.flatMap((cell) => {
        const result = attribute(cell, 'data-result');
        return result === undefined ? [] : [[result, Number(textOf(cell))] as const];
      });
      const own = rows.filter((row) => row['check_id'] === id);
      for (const [result, count] of counts) {
        expect(count, `${id} ${result}`).toBe(own.filter((row) => row['result'] === result).length);
      }
      expect(counts, id).toHaveLength(Object.keys(resultLabels).length);
    }
  });

  test('are listed with money out of sight first', () => {
    const listed = listedIn(join(site, findingsPath, 'index.html'));
    const differences = rows.filter(({ result }) => result === 'difference');
    expect(listed).toHaveLength(Math.min(100, differences.length));
    const attention = listed.map(({ links }) => {
      const row = differences.find((candidate) => links.includes(addressOf(candidate)));
      return everyCheck.find(({ id }) => id === row?.['check_id'])?.attention ?? 0;
    });
    expect(attention).toEqual(attention.toSorted((a, b) => a - b));
  });

  test('are marked in the cells of the tables', () => {
    const inCells = notable.filter(
      (row) => row['result'] === 'difference' && row['table_id'] !== null,
    );
    for (const row of inCells) {
      const [path = ''] = String(row['url']).split('#');
      const page = elementsIn(join(site, path, 'index.html'));
      const table = page.find((element) => attribute(element, 'id') === row['table_id']);
      const marks = table === undefined ? [] : [...elementsOf(table)];
      expect(
        marks.some((mark) => attribute(mark, 'class')?.includes('cell-mark result-difference')),
        String(row['url']),
      ).toBe(true);
    }
  });
});

test('the two years of the renamed unit of the example archive differ, and its pages say so', () => {
  const site = inject('exampleDir');
  const file = join(site, checkPath('last-year-agrees'), 'index.html');
  expect(existsSync(file)).toBe(true);
  expect(listedIn(file).map(({ text }) => text)).toEqual([
    expect.stringContaining(
      '2024年情况说明一、收入总计减变动推算的上年数 205.00，2023年表1 收入总计 200.00，相差 5.00 万元',
    ),
  ]);
  expect(listedIn(file)[0]?.links).toContain('/example/units/990101-jiaotongju/2024/#key-fact-2');
});

describe('the filters of the findings', () => {
  const rows = parseDataFile(
    dataFiles.findings,
    readFileSync(join(inject('siteDir'), 'data/findings.csv'), 'utf8'),
  );
  const count = (wanted: Readonly<Record<string, string>>): number =>
    rows.filter(
      (row) =>
        (row['result'] === 'difference' || row['result'] === 'rounding') &&
        Object.entries(wanted).every(([name, value]) => String(row[name]).includes(value)),
    ).length;
  let browser: Browser;
  let page: Page;
  let site: Awaited<ReturnType<typeof serveDirectory>>;
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium();
    site = await serveDirectory(inject('siteDir'));
    page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
    page.on('pageerror', (error) => faults.push(error.message));
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
    expect(faults).toEqual([]);
  });

  const open = async (query = '') => {
    await page.goto(`${site.url}findings/${query}`);
    await page.locator('.finding-filters').waitFor();
  };
  const shown = async (total: number): Promise<string[]> => {
    await page.locator(`.finding-list[data-shown="${total}"]`).waitFor();
    return page.locator('.finding-row').allTextContents();
  };
  const choose = (name: string, value: string) =>
    page.locator(`.finding-filters select[name="${name}"]`).selectOption(value);
  const search = () => new URL(page.url()).search;

  test('narrow the list one by one, and the address keeps the choice', async () => {
    await open();
    await choose('result', 'rounding');
    const roundings = count({ result: 'rounding' });
    expect((await shown(roundings)).length).toBe(Math.min(50, roundings));
    await choose('check', 'form-equals-row');
    const some = count({ result: 'rounding', check_id: 'form-equals-row' });
    expect(await shown(some)).toHaveLength(some);
    expect(search()).toBe('?check=form-equals-row&result=rounding');
    await page.goBack();
    await shown(roundings);
    expect(search()).toBe('?result=rounding');
    await page.goBack();
    await shown(count({}));
    expect(search()).toBe('');
    expect(await page.locator('#finding-list-heading').textContent()).toContain('差异（');
  });

  test('show what an address asks for, a city with its counties', async () => {
    await open('?region=141100&year=2023');
    const wanted = count({ disclosure_id: '141102-renliziyuanheshehuibaozhangju-2023' });
    expect(await shown(wanted)).toHaveLength(wanted);
    const region = page.locator('.finding-filters select[name="region"]');
    expect(await region.inputValue()).toBe('141100');
    expect(await region.locator('option[value="141102"]').textContent()).toContain(`（${wanted}）`);
  });

  test('page through a long list and put the focus on its heading', async () => {
    const roundings = count({ result: 'rounding' });
    expect(roundings).toBeGreaterThan(50);
    await open('?result=rounding');
    await shown(roundings);
    await page.getByRole('button', { name: '下一页' }).click();
    await page.locator('ol.finding-rows[start="51"]').waitFor();
    expect(search()).toBe('?result=rounding&page=2');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id))
      .toBe('finding-list-heading');
    expect(await page.locator('.finding-row').count()).toBe(roundings - 50);
  });

  test('say so where nothing fits, and can be cleared', async () => {
    await open('?check=unknown-check');
    expect(await shown(0)).toEqual([]);
    expect(await page.locator('.finding-list').textContent()).toContain('没有符合所选条件');
    await page.getByRole('button', { name: '清除筛选' }).click();
    await shown(count({}));
    expect(search()).toBe('');
  });

  test('lead to the finding, unfolded, and to the cell it points at', async () => {
    await open('?result=rounding');
    await shown(count({ result: 'rounding' }));
    const row = page.locator('.finding-row').first();
    const links = await row
      .locator('a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    for (const link of [links[0], links.at(-1)]) {
      await page.goto(new URL(link ?? '', site.url).href);
      await expect.poll(() => page.locator(':target').isVisible()).toBe(true);
    }
  });
});
