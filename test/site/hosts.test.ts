import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { run } from '../../scripts/edition.ts';
import { crawlSite } from '../lib/crawl-site.ts';
import { launchChromium } from '../lib/find-chromium.ts';
import { serveDirectory } from '../lib/serve.ts';
import { installedServers, serverNames, startServer } from '../lib/static-servers.ts';
import { temporaryFolder } from '../support/example-content.ts';

const site = inject('exampleDir');
const base = '/example/';

/** A bucket: an address is the name of a file or nothing; no folders, no rewrites, no error pages. */
async function serveBucket(folder: string): Promise<string> {
  const types: Readonly<Record<string, string>> = {
    html: 'text/html; charset=utf-8',
    css: 'text/css',
    js: 'text/javascript',
    json: 'application/json',
    svg: 'image/svg+xml',
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://bucket').pathname);
    const file = join(folder, path.slice(base.length));
    const found = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    if (!path.startsWith(base) || !found) {
      response.writeHead(404, { 'content-type': 'application/xml' }).end('<Error/>');
      return;
    }
    const type = types[/\.(\w+)$/u.exec(file)?.[1] ?? ''];
    response
      .writeHead(200, { 'content-type': type ?? 'application/octet-stream' })
      .end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
}

describe('a crawl from the home page finds every page, file, type and anchor', () => {
  test('on the small server of this project', async () => {
    const served = await serveDirectory(site, { base });
    const { visited, faults } = await crawlSite(served.url);
    await served.close();
    expect(faults).toEqual([]);
    expect(visited.size).toBeGreaterThan(100);
  });

  for (const name of serverNames) {
    test.runIf(installedServers.includes(name))(`on ${name}, where it is installed`, async () => {
      const server = await startServer(name, site, base);
      onTestFinished(() => server.close());
      const { visited, faults } = await crawlSite(server.url);
      // What the smallest servers call a file is theirs to say; that pages are pages is not.
      const knowsTypes = name === 'nginx' || name === 'Caddy';
      expect(faults.filter((fault) => knowsTypes || !/type \S*$/u.test(fault))).toEqual([]);
      expect(visited.size).toBeGreaterThan(100);
    });
  }

  test('on every server that is required here', () => {
    const required = (process.env['REQUIRE_SERVERS'] ?? '')
      .split(',')
      .filter((name) => name !== '');
    expect(required.filter((name) => !installedServers.some((one) => one === name))).toEqual([]);
  });

  test('in a bucket without folders, in the edition whose links name index.html', async () => {
    const folder = join(temporaryFolder(), 'bucket');
    await run(['--dir', site, '--base', base, '--index-links', folder], { print: () => undefined });
    const url = await serveBucket(folder);
    expect((await crawlSite(url)).faults).toEqual([`${url}: status 404`]);
    const crawl = await crawlSite(url, 'index.html');
    expect(crawl.faults).toEqual([]);
    expect(crawl.visited.size).toBeGreaterThan(100);
  });

  test('search in a bucket leads to index.html too', async () => {
    const folder = join(temporaryFolder(), 'bucket');
    await run(['--dir', site, '--base', base, '--index-links', folder], { print: () => undefined });
    const url = await serveBucket(folder);
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    await page.goto(`${url}search/index.html?q=${encodeURIComponent('示例')}`);
    await page.locator('.search-results[data-total]').waitFor({ state: 'attached' });
    const link = page.locator('.hit-name a').first();
    expect(await link.getAttribute('href')).toContain('/index.html');
    await link.click();
    await page.waitForURL(/index\.html/u);
    expect(await page.locator('h1').count()).toBe(1);
  });
});
