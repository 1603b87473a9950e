import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { findLinkFaults, listFiles, readSite } from '../../scripts/lib/site-links.ts';
import { comparePath } from '../../src/format/url.ts';
import { copyExample, type ExampleCopy } from '../lib/build-example.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import { htmlFaults } from '../lib/html-faults.ts';
import { attribute, elementsOf, figuresOf, parsePage } from '../lib/html-query.ts';
import { barriers, overhang } from '../lib/page-barriers.ts';
import { serveDirectory } from '../lib/serve.ts';
import { pagesOfEveryKind } from '../support/page-kinds.ts';

const short = inject('exampleDir');
const shortFiles = [...(await listFiles(short))];

/** Lists of rows: their folders, and the attribute that tells a row. */
const lists = shortFiles.flatMap((file) => {
  const [, folder] = /^((?:subjects|economic-classes|regions|documents)\/[^/]+\/|coverage\/)/u.exec(
    file,
  ) ?? [undefined, undefined];
  if (folder === undefined || file !== `${folder}index.html`) return [];
  return [{ folder, row: folder.startsWith('documents/') ? 'data-record' : 'data-disclosure' }];
});

const rowsIn = (site: string, file: string, row: string): string[] =>
  [...elementsOf(parsePage(readFileSync(join(site, file), 'utf8')))].flatMap(
    (element) => attribute(element, row) ?? [],
  );

/** The sums at the head of a page. */
const sumsOf = (site: string, file: string) =>
  [...elementsOf(parsePage(readFileSync(join(site, file), 'utf8')))]
    .filter((element) => attribute(element, 'class') === 'key-figures')
    .flatMap(figuresOf);

describe('an archive whose lists are all too long for one page', () => {
  let copy: ExampleCopy;
  let long: string;
  let files: string[];
  let browser: Browser;
  let page: Page;
  let served: Awaited<ReturnType<typeof serveDirectory>>;

  beforeAll(async () => {
    copy = copyExample('long-lists');
    writeFileSync(join(copy.content, 'archive.json'), JSON.stringify({ rowsPerPage: 1 }));
    await copy.build(['--base', '/example/']);
    long = copy.site;
    files = [...(await listFiles(long))];
    browser = await launchChromium();
    served = await serveDirectory(long, { base: '/example/' });
    page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  });

  afterAll(async () => {
    await browser.close();
    await served.close();
    copy.remove();
  });

  const filesOf = (folder: string): string[] =>
    files.filter((file) => file.startsWith(folder) && file.endsWith('index.html'));

  test('keeps every page of the same archive with short lists', () => {
    const pages = shortFiles.filter((file) => file.endsWith('.html'));
    expect(pages.filter((file) => !files.includes(file))).toEqual([]);
    expect(files.length).toBeGreaterThan(shortFiles.length + 20);
  });

  test.each(lists)('has every row of $folder once, on its pages together', ({ folder, row }) => {
    const whole = rowsIn(short, `${folder}index.html`, row);
    const listed = filesOf(folder).map((file) => rowsIn(long, file, row));
    expect(listed.flat().sort()).toEqual(whole.toSorted());
  });

  test.each(lists)('says on the first page of $folder what all rows come to', ({ folder }) => {
    expect(sumsOf(long, `${folder}index.html`)).toEqual(sumsOf(short, `${folder}index.html`));
  });

  test('leads to every page, and no link is dead', async () => {
    const isOutside = (link: string): boolean => /^https?:/u.test(link);
    expect(findLinkFaults(await readSite(long), '/example/', isOutside)).toEqual([]);
    const reached = new Set(['index.html']);
    for (const file of reached) {
      const base = new URL(`https://a.example/example/${file}`);
      for (const element of elementsOf(parsePage(readFileSync(join(long, file), 'utf8')))) {
        const target = attribute(element, 'href');
        if (target === undefined || !URL.canParse(target, base)) continue;
        const { host, pathname } = new URL(target, base);
        const path = `${pathname.replace(/^\/example\//u, '')}index.html`;
        if (host === base.host && files.includes(path)) reached.add(path);
      }
    }
    const divided = [...lists.map(({ folder }) => folder), 'documents/years/'];
    const missed = divided.flatMap(filesOf).filter((file) => !reached.has(file));
    expect(missed).toEqual([]);
  });

  test('is valid HTML, and axe finds no barrier, on a page of every kind', async () => {
    const kinds = pagesOfEveryKind(long, files).filter(({ kind }) =>
      /^(?:\(home\)|compare|coverage|documents|economic-classes|regions|subjects|units)(?:\/\*|\/[^/]*)*$/u.test(
        kind,
      ),
    );
    const further = ['coverage/990101/2/index.html', 'regions/990101/2/index.html'];
    const shown = [...kinds.map(({ file }) => file), ...further].filter(
      (file) => !/^units\/[^/]+\/\d/u.test(file),
    );
    for (const file of shown) {
      expect(await htmlFaults(readFileSync(join(long, file), 'utf8')), file).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(served.url + file.replace(/index\.html$/u, ''));
      expect(await barriers(page), file).toEqual([]);
      expect(await overhang(page), file).toBeLessThanOrEqual(0);
    }
  });

  test('can be paged through by keyboard', async () => {
    await page.goto(`${served.url}coverage/990101/`);
    const next = page.getByRole('navigation', { name: '分页', exact: true }).locator('[rel=next]');
    await next.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/coverage\/990101\/2\/$/u);
    expect(await page.title()).toContain('第 2 页');
    const current = page.getByRole('navigation', { name: '分页', exact: true });
    expect(await current.locator('[aria-current=page]').textContent()).toBe('第 2 页');
    await current.locator('[rel=prev]').press('Enter');
    await page.waitForURL(/\/coverage\/990101\/$/u);
  });

  test('offers units to compare place by place', async () => {
    await page.goto(`${served.url}compare/`);
    const choose = async (place: string, id: string): Promise<void> => {
      await page.locator('select[name=place]').selectOption(place);
      await page.locator(`[data-action=add][data-id="${id}"]`).click();
      await page.locator(`.compare-chosen [data-id="${id}"]`).first().waitFor();
    };
    await page.locator('select[name=year]').selectOption('2024');
    await choose('9901', '990101-jiaotongju-2024-budget');
    await choose('9902', '990200-tushuguan-2024-budget');
    await page.locator('[data-section=totals] table').waitFor();
    expect(page.url()).toContain(
      comparePath('990101-jiaotongju-2024-budget', '990200-tushuguan-2024-budget'),
    );
  });
});
