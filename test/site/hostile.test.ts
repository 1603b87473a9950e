import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  contentSecurityPolicy,
  embedSecurityPolicy,
  siteHeaders,
} from '../../src/format/site-policy.ts';
import { listFiles } from '../../scripts/lib/site-links.ts';
import { copyExample, type ExampleCopy } from '../lib/build-example.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import { attribute, elementsOf, parsePage } from '../lib/html-query.ts';
import { serveDirectory } from '../lib/serve.ts';
import { spoilRecord } from '../support/hostile-content.ts';
import { pagesOfEveryKind } from '../support/page-kinds.ts';

const unitId = '990101-jiaotongju';
const page2024 = `units/${unitId}/2024/`;

describe('a record whose every text is hostile', () => {
  let example: ExampleCopy;
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveDirectory>>;

  beforeAll(async () => {
    example = copyExample('hostile');
    spoilRecord(example.content, '990101/990101-jiaotongju/2024-budget.json', unitId);
    await example.build();
    browser = await launchChromium();
    site = await serveDirectory(example.site);
  });

  afterAll(async () => {
    await browser.close();
    await site.close();
    example.remove();
  });

  /** Opens an address and returns what should not have happened there. */
  async function eventsAt(page: Page, address: string): Promise<string[]> {
    const events: string[] = [];
    page.on('dialog', (dialog) => {
      events.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(site.url)) events.push(`request ${request.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') events.push(`error ${message.text()}`);
    });
    await page.goto(address, { waitUntil: 'load' });
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) (details as HTMLDetailsElement).open = true;
    });
    if (address.includes('?q=')) await page.locator('[data-total]').waitFor({ state: 'attached' });
    const flag = await page.evaluate(() => (window as { hostile?: number }).hostile);
    if (flag !== undefined) events.push(`script ${flag} ran`);
    return events;
  }

  test('is shown as text: no dialog, no foreign request, no script of it runs on any kind of page', async () => {
    const pages = pagesOfEveryKind(example.site, await listFiles(example.site));
    const addresses = [...new Set([page2024, ...pages.map(({ file }) => file)])].map((file) =>
      file.replace(/index\.html$/u, ''),
    );
    const searches = ['零工市场', 'hostile', '<script>'].map(
      (text) => `search/?q=${encodeURIComponent(text)}`,
    );
    for (const address of [...addresses, ...searches]) {
      const page = await browser.newPage();
      expect(await eventsAt(page, site.url + address), address).toEqual([]);
      await page.close();
    }
    const page = await browser.newPage();
    await page.goto(site.url + page2024);
    expect(await page.locator('h1').textContent()).toContain('"><img src="https://hostile.invalid');
    await page.close();
  });

  test('reaches pages as text alone: no element, handler or javascript: address of it', async () => {
    for (const file of await listFiles(example.site)) {
      if (!file.endsWith('.html')) continue;
      const page = parsePage(readFileSync(join(example.site, file), 'utf8'));
      for (const element of elementsOf(page)) {
        const made = element.attrs.filter(
          ({ name, value }) =>
            name.startsWith('on') ||
            (['href', 'src', 'action'].includes(name) && /^\s*javascript:/iu.test(value)),
        );
        expect(made, `${file} <${element.tagName}>`).toEqual([]);
        const address = attribute(element, 'src') ?? '';
        expect(address, file).not.toMatch(/^https?:/u);
        if (element.tagName === 'script' && attribute(element, 'type') !== 'application/ld+json')
          expect(attribute(element, 'src'), file).toMatch(/^\/assets\//u);
      }
    }
  });

  test('turns round nothing beside it: names with direction marks stand isolated', async () => {
    const page = await browser.newPage();
    await page.goto(site.url + page2024);
    const open = await page
      .locator('#main *')
      .evaluateAll((elements) =>
        elements
          .filter(({ childNodes }) =>
            [...childNodes].some(
              (node) => node.nodeType === 3 && node.nodeValue?.includes('\u202e'),
            ),
          )
          .map((element) => [element.tagName, getComputedStyle(element).unicodeBidi]),
      );
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter(([, bidi]) => bidi !== 'isolate' && bidi !== 'isolate-override')).toEqual(
      [],
    );
    await page.close();
  });

  test('runs in no spreadsheet: every text of every CSV that could be a formula is guarded', async () => {
    let guarded = 0;
    for (const file of await listFiles(example.site)) {
      if (!file.endsWith('.csv')) continue;
      const [, ...rows] = parse(readFileSync(join(example.site, file), 'utf8'));
      for (const field of rows.flat()) {
        if (/^'[=+\-@]/u.test(field)) guarded += 1;
        else expect(field, file).not.toMatch(/^[=+\-@＝＋－＠\t\r](?!\d+(?:\.\d+)?$|$)/u);
      }
    }
    expect(guarded).toBeGreaterThan(3);
  });

  test('runs in no workbook: formulas of it are texts, and no cell is a formula', async () => {
    let texts = 0;
    for (const file of await listFiles(example.site)) {
      if (!file.endsWith('.xlsx')) continue;
      const parts = Object.entries(unzipSync(readFileSync(join(example.site, file))));
      const xml = parts
        .filter(([name]) => name.endsWith('.xml'))
        .map(([, bytes]) => strFromU8(bytes))
        .join('');
      expect(xml, file).not.toMatch(/<f[ >/]|<hyperlink|<ddeLink|<externalBook/u);
      texts += [...xml.matchAll(/<t[^>]*>'?=HYPERLINK/gu)].length;
    }
    expect(texts).toBeGreaterThan(0);
  });
});

describe('the policy of the site', () => {
  const files = listFiles(inject('siteDir'));

  test('stands on every page before anything it governs', async () => {
    for (const file of await files) {
      if (!file.endsWith('.html')) continue;
      const elements = [
        ...elementsOf(parsePage(readFileSync(join(inject('siteDir'), file), 'utf8'))),
      ];
      const policy = elements.findIndex(
        (element) => attribute(element, 'http-equiv') === 'Content-Security-Policy',
      );
      const first = elements.findIndex(({ tagName }) =>
        ['link', 'script', 'style'].includes(tagName),
      );
      expect(policy, file).toBeGreaterThan(-1);
      expect(policy, file).toBeLessThan(first);
      const contents = elements
        .slice(policy, policy + 1)
        .map((element) => attribute(element, 'content'));
      const expected = file.startsWith('embed/') ? embedSecurityPolicy : contentSecurityPolicy;
      expect(contents, file).toEqual([expected]);
    }
  });

  test('lets nothing inline run, and nothing from elsewhere', () => {
    expect(contentSecurityPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/u);
    expect(contentSecurityPolicy).toMatch(/^default-src 'none';/u);
    expect(embedSecurityPolicy).not.toMatch(/unsafe|script-src|https?:|\*/u);
    expect(embedSecurityPolicy).toMatch(/^default-src 'none';/u);
  });

  test('stands in what librarians are told to set', () => {
    const manual = readFileSync('content/pages/preservation.md', 'utf8');
    const [policy] = siteHeaders.filter(([name]) => name === 'Content-Security-Policy');
    expect(manual.split(policy?.[1] ?? '')).toHaveLength(3);
  });

  test('stands in the headers file for hosts that send headers', () => {
    const text = readFileSync(join(inject('siteDir'), '_headers'), 'utf8');
    for (const [name, value] of siteHeaders) expect(text).toContain(`  ${name}: ${value}\n`);
    expect(readFileSync(join(inject('exampleDir'), '_headers'), 'utf8')).toMatch(
      /^\/example\/\*\n/u,
    );
  });
});
