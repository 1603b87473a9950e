import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { run } from '../../scripts/edition.ts';
import { findLinkFaults, readSite } from '../../scripts/lib/site-links.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import { temporaryFolder } from '../support/example-content.ts';

const example = inject('exampleDir');
const unitYear = 'units/990101-jiaotongju/2024/index.html';
const quiet = { print: () => undefined };

/** The edition unpacked into a folder of the test. */
async function unpackEdition(): Promise<string> {
  const folder = temporaryFolder();
  const zip = join(folder, 'archive.zip');
  await run(['--dir', example, '--base', '/example/', '--zip', zip], quiet);
  for (const [file, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, 'archive', file)), { recursive: true });
    writeFileSync(join(folder, 'archive', file), bytes);
  }
  return join(folder, 'archive');
}

describe('the edition to read from a disk', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  test('opens without a server: styled, linked, nothing asked of any host', async () => {
    const folder = await unpackEdition();
    const page = await browser.newPage();
    const odd: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('file://')) odd.push(request.url());
    });
    page.on('requestfailed', (request) => odd.push(`failed ${request.url()}`));
    page.on('console', (message) => {
      if (message.type() === 'error') odd.push(message.text());
    });
    await page.goto(pathToFileURL(join(folder, unitYear)).href);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).not.toBe('rgba(0, 0, 0, 0)');
    await page.locator('.site-brand').click();
    expect(page.url()).toBe(pathToFileURL(join(folder, 'index.html')).href);
    await page.locator('.site-nav a').first().click();
    expect(page.url()).toBe(pathToFileURL(join(folder, 'search/index.html')).href);
    expect(await page.locator('#main').textContent()).toContain('不启用也可以从这些目录查找');
    expect(await page.locator('.search-app').isVisible()).toBe(false);
    expect(odd).toEqual([]);
    await page.close();
  });

  test('has no link that leads nowhere or to the root of the disk', async () => {
    const site = await readSite(await unpackEdition());
    const rooted = site.pages.flatMap(({ file, links }) =>
      links.filter((link) => link.startsWith('/')).map((link) => `${file} ${link}`),
    );
    expect(rooted).toEqual([]);
    expect(findLinkFaults(site, '/')).toEqual([]);
  });

  test('carries a manifest of its own that holds for every file', async () => {
    const folder = await unpackEdition();
    const lines = readFileSync(join(folder, 'manifest-sha256.txt'), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(80);
    for (const line of lines) {
      const digest = createHash('sha256').update(readFileSync(join(folder, line.slice(66))));
      expect(digest.digest('hex'), line.slice(66)).toBe(line.slice(0, 64));
    }
  });

  test('is the same bytes again, in another time zone too', () => {
    const folder = temporaryFolder();
    const digests = ['UTC', 'Asia/Shanghai'].map((zone, i) => {
      const zip = join(folder, `${i}.zip`);
      const command = ['scripts/edition.ts', '--dir', example, '--base', '/example/', '--zip', zip];
      execFileSync(process.execPath, command, {
        cwd: resolve('.'),
        env: { ...process.env, TZ: zone },
      });
      return createHash('sha256').update(readFileSync(zip)).digest('hex');
    });
    expect(digests[0]).toBe(digests[1]);
  });

  test('is refused for a folder that holds no site', async () => {
    await expect(run(['--dir', temporaryFolder(), '--zip', 'a.zip'], quiet)).rejects.toThrow(
      'expected a built site',
    );
    await expect(run(['--dir', example], quiet)).rejects.toThrow('expected --zip');
  });
});
