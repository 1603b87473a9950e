import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { listFiles } from '../../scripts/lib/site-links.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import { barriers, brokenNumbers, overhang } from '../lib/page-barriers.ts';
import { serveDirectory } from '../lib/serve.ts';
import { pagesOfEveryKind } from '../support/page-kinds.ts';

/**
 * A page of every kind, from the example archive where it has one: its pages are built by the same
 * components and are small enough to be looked at four times.
 */
async function pagesToLookAt(): Promise<{ kind: string; dir: 'site' | 'example'; file: string }[]> {
  const dirs = { site: inject('siteDir'), example: inject('exampleDir') };
  const of = async (dir: 'site' | 'example') =>
    pagesOfEveryKind(dirs[dir], await listFiles(dirs[dir])).map((page) => ({ ...page, dir }));
  const example = await of('example');
  const known = new Set(example.map(({ kind }) => kind));
  return [...example, ...(await of('site')).filter(({ kind }) => !known.has(kind))];
}

const kinds = await pagesToLookAt();
const phone = { width: 390, height: 844 };
const desk = { width: 1280, height: 900 };

describe('for readers with any window, light or dark', () => {
  let browser: Browser;
  let page: Page;
  let sites: Record<'site' | 'example', Awaited<ReturnType<typeof serveDirectory>>>;

  beforeAll(async () => {
    browser = await launchChromium();
    sites = {
      site: await serveDirectory(inject('siteDir')),
      example: await serveDirectory(inject('exampleDir'), { base: '/example/' }),
    };
    page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  });

  afterAll(async () => {
    await browser.close();
    await Promise.all([sites.site.close(), sites.example.close()]);
  });

  test.each(kinds)(
    'axe finds no barrier, no number is broken, and nothing scrolls sideways: $kind',
    async ({ dir, file }) => {
      await page.setViewportSize(phone);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.goto(sites[dir].url + file.replace(/index\.html$/u, ''));
      expect(await barriers(page), '390 px, light').toEqual([]);
      expect(await brokenNumbers(page), '390 px').toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await barriers(page, 'color-contrast'), '390 px, dark').toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await overhang(page), '320 px').toBeLessThanOrEqual(0);
      await page.setViewportSize(desk);
      expect(await barriers(page), '1280 px, dark').toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await barriers(page, 'color-contrast'), '1280 px, light').toEqual([]);
      expect(await overhang(page), '1280 px').toBeLessThanOrEqual(0);
    },
  );

  test('axe and the ruler do find a barrier and an overhang where there is one', async () => {
    // A page of its own: on a page of the site the policy would keep the inline style from working.
    const spoiled = await (await browser.newContext({ viewport: phone })).newPage();
    await spoiled.setContent('<img src="a.svg"><p style="width: 900px; color: #ddd">示例</p>');
    const found = (await barriers(spoiled)).join('\n');
    expect(found).toContain('image-alt');
    expect(found).toContain('color-contrast');
    expect(await overhang(spoiled)).toBeGreaterThan(500);
    const cell = '<td style="width: 1ch; overflow-wrap: anywhere">2024</td>';
    await spoiled.setContent(`<table style="table-layout: fixed; width: 1ch"><tr>${cell}</table>`);
    expect(await brokenNumbers(spoiled)).toEqual(['2024']);
    await spoiled.close();
  });
});
