import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { readRecord } from '../../src/archive/read-record.ts';
import { embedSnippet } from '../../src/format/embed.ts';
import {
  citePath,
  disclosurePath,
  embedPath,
  projectAnchor,
  tableAnchor,
  unitYearPath,
} from '../../src/format/url.ts';
import { readContent } from '../../scripts/lib/read-content.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import { attribute, elementsById, elementsOf, parsePage, textOf } from '../lib/html-query.ts';
import { serveWithHeaders } from '../lib/serve-with-headers.ts';

const archives = [
  ['the archive', resolve('content'), inject('siteDir'), '/'],
  ['the example archive', resolve('test/fixtures/site/content'), inject('exampleDir'), '/example/'],
] as const;

describe.each(archives)('every disclosure of %s', (_, content, site, base) => {
  const { unitYears } = readContent(content);
  const fileOf = (path: string): string =>
    join(site, path.replace(/#.*$/u, '').replace(/\/$/u, '/index.html'));
  const page = (path: string) => parsePage(readFileSync(fileOf(path), 'utf8'));

  test.each(unitYears)('$disclosureId has an embed and a citation of every part', (unitYear) => {
    const { tables, projects } = readRecord(unitYear);
    const anchors = [
      ...tables.map(({ id }) => tableAnchor(id)),
      ...projects.map(({ n, slug }) => projectAnchor(n, slug)),
    ].sort();
    for (const path of [embedPath(unitYear), citePath(unitYear)]) {
      const parts = [...elementsOf(page(path))].filter(({ tagName }) => tagName === 'section');
      expect(parts.map((part) => attribute(part, 'id')).sort(), path).toEqual(anchors);
      const links = [...elementsOf(page(path))].flatMap((element) => attribute(element, 'href'));
      for (const anchor of anchors)
        expect(links, path).toContain(base + disclosurePath(unitYear, anchor).slice(1));
    }
    const links = [...elementsOf(page(unitYearPath(unitYear.unitId, unitYear.year)))].map(
      (element) => attribute(element, 'href'),
    );
    for (const anchor of anchors)
      expect(links).toContain(base + citePath(unitYear, anchor).slice(1));
  });

  test('shows every amount a table prints, as the record has it', () => {
    for (const unitYear of unitYears) {
      const sections = elementsById(page(embedPath(unitYear)));
      for (const table of readRecord(unitYear).tables) {
        const section = sections.get(tableAnchor(table.id));
        if (section === undefined) throw new Error(`Unexpected embed without ${table.id}`);
        const shown = [...elementsOf(section)]
          .filter((cell) => cell.tagName === 'td' && attribute(cell, 'class') === 'num')
          .map(textOf)
          .filter((text) => text !== '');
        const printed = table.rows.flatMap(({ cells }) =>
          cells.map((cell) => (cell.read ?? cell.printed).replace(/\s+/gu, ' ').trim()),
        );
        expect(shown.sort(), `${unitYear.disclosureId} ${table.id}`).toEqual(printed.sort());
      }
    }
  });

  test('is embedded without a script, and not listed by search engines', () => {
    for (const unitYear of unitYears) {
      const elements = [...elementsOf(page(embedPath(unitYear)))];
      expect(elements.filter(({ tagName }) => tagName === 'script')).toEqual([]);
      const robots = elements.find((element) => attribute(element, 'name') === 'robots');
      expect(robots && attribute(robots, 'content')).toBe('noindex');
      expect(existsSync(fileOf(citePath(unitYear)))).toBe(true);
    }
  });
});

describe('a page of another site', () => {
  const site = inject('exampleDir');
  const [unitYear] = readContent(resolve('test/fixtures/site/content')).unitYears.filter(
    ({ disclosureId }) => disclosureId === '990101-jiaotongju-2024-budget',
  );
  if (unitYear === undefined) throw new Error('Unexpected example archive without the department');
  const { tables, projects } = readRecord(unitYear);
  const table = tables.find(({ status }) => status === 'filled');
  const [project] = projects;
  if (table === undefined || project === undefined) throw new Error('Unexpected empty record');
  const parts = [
    { what: 'a table', anchor: tableAnchor(table.id) },
    { what: 'a project', anchor: projectAnchor(project.n, project.slug) },
  ];
  let browser: Browser;
  let archive: { url: string; close: () => void };
  let other: Server;
  let html = '';
  let otherUrl = '';

  beforeAll(async () => {
    browser = await launchChromium();
    archive = await serveWithHeaders(site, '/example/');
    other = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    });
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
    otherUrl = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
  });

  afterAll(async () => {
    await browser.close();
    archive.close();
    other.close();
  });

  /** Opens the other site with a body, and returns the page and the frame in it. */
  async function openOther(body: string, width: number): Promise<{ page: Page; frame: Frame }> {
    html = `<!doctype html><html lang="zh-CN"><title>示例</title><body>${body}</body></html>`;
    const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
    await page.goto(otherUrl, { waitUntil: 'load' });
    const [, frame] = page.frames();
    if (frame === undefined) throw new Error('Unexpected page without a frame');
    return { page, frame };
  }

  const addressOf = (path: string): string => archive.url + path.slice(1);

  test.each(parts.flatMap((part) => [320, 600].map((width) => ({ ...part, width }))))(
    'shows $what at $width px, that alone, with its source and no script',
    async ({ anchor, width }) => {
      const snippet = embedSnippet({
        address: addressOf(embedPath(unitYear, anchor)),
        title: '示例',
        lines: 5,
      });
      const { page, frame } = await openOther(snippet, width);
      const shown = await frame
        .locator('section')
        .evaluateAll((all) =>
          all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('id')),
        );
      expect(shown).toEqual([anchor]);
      expect(await frame.locator('h1').isVisible()).toBe(true);
      const link = frame.locator('section:target a');
      expect(await link.getAttribute('href')).toBe(`/example${disclosurePath(unitYear, anchor)}`);
      const overhang = await frame.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overhang).toBeLessThanOrEqual(0);
      const colour = await frame.evaluate(() => getComputedStyle(document.body).backgroundColor);
      expect(colour, 'the style sheet is there').toBe('rgb(251, 250, 247)');
      const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
      await opened.waitForLoadState();
      expect(opened.url()).toBe(addressOf(disclosurePath(unitYear, anchor)));
      expect(await opened.locator('h1').count()).toBe(1);
      await page.context().close();
    },
  );

  test('cannot make an embed run a script, whatever it lets its frame do', async () => {
    const { page, frame } = await openOther(
      `<iframe src="${addressOf(embedPath(unitYear))}"></iframe>`,
      600,
    );
    const ran = await frame.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      return 'ran' in window;
    });
    expect(ran).toBe(false);
    const visible = await frame
      .locator('section')
      .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
    expect(visible, 'everything where nothing is chosen').toBe(tables.length + projects.length);
    await page.context().close();
  });

  test.each(['/', '/units/', unitYearPath(unitYear.unitId, unitYear.year), '/search/'])(
    'cannot show the page %s in a frame',
    async (path) => {
      const { page, frame } = await openOther(`<iframe src="${addressOf(path)}"></iframe>`, 600);
      expect(frame.url()).not.toContain('/example/');
      expect(await frame.locator('main').count()).toBe(0);
      await page.context().close();
    },
  );

  test('gets the code of a frame from the page of citations, with the address filled in', async () => {
    const context = await browser.newContext();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    const anchor = parts[0]?.anchor ?? '';
    await page.goto(addressOf(citePath(unitYear, anchor)));
    const part = page.locator(`[id="${anchor}"]`);
    await part.locator('summary').click();
    await part.getByRole('button', { name: '复制代码' }).click();
    await part.getByText('已复制').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    await context.close();
    expect(copied).toContain(`src="${addressOf(embedPath(unitYear, anchor))}"`);
    const { page: reader, frame } = await openOther(copied, 600);
    expect(await frame.locator(`[id="${anchor}"]`).isVisible()).toBe(true);
    await reader.context().close();
  });
});
