import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { attainmentView } from '../../src/components/attainment-view.ts';
import { chartViews } from '../../src/components/chart-views.ts';
import { flowFrame } from '../../src/components/flow-picture.ts';
import { flowView } from '../../src/components/flow-view.ts';
import { readRecord } from '../../src/archive/read-record.ts';
import { projectAnchor, unitYearPath } from '../../src/format/url.ts';
import { formatFen, formatFenPlain } from '../../src/money/fen.ts';
import { readContent } from '../../scripts/lib/read-content.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import { serveDirectory } from '../lib/serve.ts';

/** Compressed bytes a unit-year page may fetch with all its charts drawn. */
const budgetWithCharts = 120_000;

const records = readContent(join(process.cwd(), 'content')).unitYears.map(readRecord);

/** The first record of which something is true. */
function recordWith(what: (record: (typeof records)[number]) => boolean) {
  const found = records.find(what);
  if (found === undefined) throw new Error('Unexpected archive, expected a record to look at');
  return found;
}

const rich = recordWith(
  (record) => chartViews(record).length === 3 && flowView(record)?.levels.length === 4,
);
const evaluated = recordWith(({ forms }) => forms.some((form) => attainmentView(form)));
const flow = flowView(rich);
if (flow === undefined) throw new Error('Unexpected record without a flow of money');

describe('the page of a unit and year', () => {
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
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
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
    await context.close();
    expect(faults).toEqual([]);
    expect(foreign).toEqual([]);
  });

  const open = (record: (typeof records)[number], hash = '') =>
    page.goto(`${site.url.replace(/\/$/u, '')}${unitYearPath(record.unitId, record.year)}${hash}`);

  /** Brings every chart on screen and waits until it is drawn. */
  async function drawCharts(): Promise<void> {
    for (const chart of await page.locator('budget-chart').all()) {
      await chart.scrollIntoViewIfNeeded();
      const canvas = chart.locator('canvas');
      await expect.poll(() => canvas.evaluate(countInk), { timeout: 20_000 }).toBeGreaterThan(500);
    }
  }

  test('the switch shows another measure and keeps the printed figure beside it', async () => {
    await open(rich);
    const [row] = rich.tables.flatMap((table) =>
      table.status === 'filled' && table.moneyUnit === '万元'
        ? table.rows.flatMap((own) => own.cells.map((cell) => ({ table, row: own.row, cell })))
        : [],
    );
    if (row === undefined) throw new Error('Unexpected record without a cell in 万元');
    const printed = row.cell.read ?? row.cell.printed;
    const cell = page.locator(`#${row.table.id}-r${row.row} td.num`, {
      has: page.locator(`data[data-place="${row.cell.place}"]`),
    });
    const measure = page.locator(`#${row.table.id} [data-money-unit-label]`).first();
    await expect.poll(() => cell.innerText()).toBe(printed);
    await page.getByRole('button', { name: '元', exact: true }).click();
    expect(await cell.innerText()).toBe(`${formatFen(row.cell.fen, '元')}\n原文 ${printed}`);
    expect(await measure.innerText()).toBe('元');
    const figures = await page.locator('.flow-diagram [data-fen]').allTextContents();
    expect(figures).toEqual(
      flow.levels.flatMap(({ nodes }) => nodes.map(({ fen }) => formatFen(fen, '元'))),
    );
    await page.getByRole('button', { name: '照原文' }).click();
    expect(await cell.innerText()).toBe(printed);
    expect(await measure.innerText()).toBe('万元');
    expect(await page.locator('.as-printed').count()).toBe(0);
  });

  test('an address with a project opens that project', async () => {
    const project = rich.projects.at(-1);
    if (project === undefined) throw new Error('Unexpected record without projects');
    const anchor = projectAnchor(project.n, project.slug);
    await open(rich, `#${anchor}`);
    await expect.poll(() => page.locator(`details[open][id="${anchor}"]`).count()).toBe(1);
    expect(await page.locator('details.project[open]').count()).toBe(1);
    const box = await page.locator(`[id="${anchor}"]`).boundingBox();
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(900);
  });

  test('every chart is drawn in the place kept for it, within the budget of bytes', async () => {
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => bodies.push(response.body()));
    await open(rich);
    await page.evaluate(watchShifts);
    await drawCharts();
    expect(await page.locator('budget-chart').count()).toBe(3);
    expect(await page.evaluate(shiftsSeen)).toBeLessThan(0.01);
    const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0);
    expect(bytes).toBeGreaterThan(60_000);
    expect(bytes).toBeLessThanOrEqual(budgetWithCharts);
  });

  const download = async (button: ReturnType<Page['locator']>) => {
    const [saved] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
  };
  const saving = (owner: string, kind: string) =>
    page.locator(`${owner} [data-save="${kind}"]`).first();

  test('a picture drawn at build time is saved as PNG, as SVG and as the figures it shows', async () => {
    await open(rich);
    const picture = 'saved-picture[data-name="money-flow"]';
    const csv = await download(saving(picture, 'csv'));
    expect(csv.name).toBe('money-flow.csv');
    const { table } = flowFrame(flow);
    expect(parse(csv.bytes)).toEqual([
      ['层次', '名称', '金额（元）', '占收入总计'],
      ...table.rows.map((cells) =>
        cells.map(({ text, fen }) => (fen === null ? text : formatFenPlain(fen, '元'))),
      ),
    ]);
    const svg = await download(saving(picture, 'svg'));
    const text = svg.bytes.toString('utf8');
    expect(text).toMatch(/^<svg[^>]* xmlns="http:\/\/www\.w3\.org\/2000\/svg"/u);
    expect(text).toContain('钱从哪里来，到哪里去');
    expect(text).toContain(formatFen(flow.levels[0]?.nodes[0]?.fen ?? 0, flow.moneyUnit));
    expect(text).not.toContain('var(--');
    const png = await download(saving(picture, 'png'));
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.bytes.length).toBeGreaterThan(20_000);
  });

  test('a chart is saved as PNG and as the figures it shows', async () => {
    await open(rich);
    await drawCharts();
    const [view] = chartViews(rich);
    const chart = `budget-chart[data-name="${view?.id}"]`;
    const png = await download(saving(chart, 'png'));
    expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    const csv = await download(saving(chart, 'csv'));
    expect(csv.name).toBe(`${view?.id}.csv`);
    expect(parse(csv.bytes)).toHaveLength((view?.rows.length ?? 0) + 1);
  });

  test('the citation is copied', async () => {
    await open(rich);
    await page.getByRole('button', { name: '复制引文' }).click();
    await expect.poll(() => page.locator('copy-text [role=status]').innerText()).toBe('已复制');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain(rich.unitName);
    expect(copied).toContain(rich.source.sha256.slice(0, 8));
  });

  test('narrow screens get bars below one another in place of bands', async () => {
    await open(rich);
    expect(await page.locator('.flow-diagram').isVisible()).toBe(true);
    expect(await page.locator('.narrow-picture').isVisible()).toBe(false);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.locator('.flow-diagram').isVisible()).toBe(false);
    expect(await page.locator('.narrow-picture').isVisible()).toBe(true);
    const clipped = await page.locator('.narrow-picture svg').evaluate((svg) => {
      const { left, right } = svg.getBoundingClientRect();
      return [...svg.querySelectorAll('text')].filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < left - 1 || box.right > right + 1;
      }).length;
    });
    expect(clipped).toBe(0);
  });

  test('a self-evaluation folds its picture below the table of its indicators', async () => {
    const form = evaluated.forms.find((own) => attainmentView(own));
    const project = evaluated.projects.find((own) => own.form === form?.n);
    if (form === undefined || project === undefined) throw new Error('Unexpected record');
    await open(evaluated, `#${projectAnchor(project.n, project.slug)}`);
    const picture = page.locator(`details.attainment:has(#project-${project.n}-attainment)`);
    expect(await picture.locator('svg').isVisible()).toBe(false);
    await picture.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await picture.locator('svg').isVisible()).toBe(true);
    const csv = await download(picture.locator('[data-save="csv"]'));
    expect(parse(csv.bytes)).toHaveLength(form.indicators.length + 1);
  });

  test('without scripts the pictures stand, and nothing offers what cannot work', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    page = await plain.newPage();
    await open(rich);
    expect(await page.locator('.flow-diagram').isVisible()).toBe(true);
    expect(await page.locator('canvas:visible, [data-save]:visible').count()).toBe(0);
    await plain.close();
  });
});

/** Number of pixels of a canvas that carry ink. */
function countInk(canvas: Element): number {
  const { width, height } = canvas as HTMLCanvasElement;
  const pixels = (canvas as HTMLCanvasElement)
    .getContext('2d')
    ?.getImageData(0, 0, width, height).data;
  return pixels === undefined ? 0 : pixels.filter((value, i) => i % 4 === 3 && value > 0).length;
}

/** Adds up in the page by how much things have moved without the reader's doing. */
function watchShifts(): void {
  const seen = window as unknown as { shifts: number };
  seen.shifts = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.shifts += (entry as unknown as { value: number }).value;
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

const shiftsSeen = (): number => (window as unknown as { shifts: number }).shifts;
