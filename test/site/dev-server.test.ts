import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ownEnvironment } from '../lib/build-example.ts';
import { launchChromium } from '../lib/find-chromium.ts';

const unit = '140100-shilishishilixianwenhuaguan';
const topic = `---
title: 示例零工
query: [零工市场]
---

示例：这段文字由本项目自拟，只为检验开发服务器怎样跟上内容的改动；其中的单位、项目和数字都不是真的，也不指任何地方的任何事情，请勿引用。
`;

/** A port nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('Unexpected address');
  return address.port;
}

describe('the development server with a watched folder beside it', () => {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'dev-server-')));
  const root = join(around, 'my-archive');
  const inbox = join(around, 'inbox');
  const record = join(root, `content/disclosures/140100/${unit}/2024-budget.json`);
  const commands: ChildProcess[] = [];
  let browser: Browser;
  let page: Page;
  let address = '';

  const start = (args: readonly string[]): Promise<string> => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...ownEnvironment(), NODE_ENV: 'development', ASTRO_TELEMETRY_DISABLED: '1' },
    });
    commands.push(child);
    return new Promise((done, fail) => {
      let said = '';
      const listen = (chunk: Buffer): void => {
        said += chunk.toString();
        if (/watching for file changes|Watching /u.test(said)) done(said);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', () => fail(new Error(said)));
    });
  };

  beforeAll(async () => {
    const options = ['--title', '示例档案', '--region', '山西省'];
    await promisify(execFile)(process.execPath, ['scripts/new-archive.ts', root, ...options]);
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    mkdirSync(inbox);
    const port = await freePort();
    address = `http://127.0.0.1:${port}`;
    const astro = resolve('node_modules/astro/bin/astro.mjs');
    await start([astro, 'dev', '--port', String(port), '--host', '127.0.0.1']);
    await start(['scripts/watch.ts', inbox, '--region', '140100']);
    browser = await launchChromium();
    page = await browser.newPage();
  });

  afterAll(async () => {
    await browser.close();
    for (const command of commands) {
      command.removeAllListeners('exit');
      const ended = once(command, 'exit');
      command.kill();
      await ended;
    }
    rmSync(around, { recursive: true, force: true });
  });

  /** Waits until the page shown, loaded again by the server alone, holds what it should. */
  const shows = (selector: string): Promise<void> =>
    page.locator(selector).first().waitFor({ state: 'attached', timeout: 60_000 });

  /**
   * Opens a page and waits until the server can reach it. It may be loaded again meanwhile, which breaks
   * off the first attempt.
   */
  const open = (path: string): Promise<void> =>
    vi.waitFor(
      async () => {
        const connected = page.waitForEvent('console', {
          predicate: (message) => message.text().includes('[vite] connected'),
          timeout: 10_000,
        });
        connected.catch(() => undefined);
        await page.goto(address + path);
        await connected;
      },
      { timeout: 60_000, interval: 500 },
    );

  test('shows an empty archive, then a document as soon as it is put in the folder', async () => {
    await open('/units/');
    await shows('[data-empty]');
    copyFileSync('test/fixtures/formats/example.pdf', join(inbox, 'example.pdf'));
    await shows(`a[href="/units/${unit}/"]`);
    await open(`/units/${unit}/2024/`);
    await shows('text=示例零工市场运营经费');
  });

  test('shows a new topic and a changed text', async () => {
    await open('/topics/');
    mkdirSync(join(root, 'content/topics'));
    writeFileSync(join(root, 'content/topics/shili.md'), topic);
    await shows('a[href="/topics/shili/"]');
    await open('/about/');
    const about = join(root, 'content/pages/about.md');
    writeFileSync(about, `${readFileSync(about, 'utf8')}\n## 示例小节\n`);
    await shows('h2:has-text("示例小节")');
  });

  test('shows what is wrong with a record over the page, and the page once it is mended', async () => {
    const text = readFileSync(record, 'utf8');
    await open('/units/');
    writeFileSync(record, text.replace('"year": 2024', '"year": "2024"'));
    const overlay = page.locator('vite-error-overlay');
    await overlay.waitFor({ state: 'attached', timeout: 60_000 });
    await vi.waitFor(
      async () =>
        expect(
          await overlay.evaluate((one) => one.shadowRoot?.textContent ?? '', null, {
            timeout: 10_000,
          }),
        ).toContain(`content/disclosures/140100/${unit}/2024-budget.json: Unexpected record.`),
      { timeout: 60_000 },
    );
    writeFileSync(record, text);
    await shows(`a[href="/units/${unit}/"]`);
    expect(await overlay.count()).toBe(0);
  });

  test('shows a changed name of the archive', async () => {
    const config = join(root, 'content/archive.json');
    const text = readFileSync(config, 'utf8');
    writeFileSync(config, text.replace('示例档案', '改名档案'));
    await vi.waitFor(
      async () => expect(await (await fetch(`${address}/units/`)).text()).toContain('改名档案'),
      { timeout: 60_000, interval: 500 },
    );
  });

  test('forgets a record that is deleted', async () => {
    await open('/units/');
    await shows(`a[href="/units/${unit}/"]`);
    rmSync(record);
    rmSync(join(root, 'content/topics/shili.md'));
    await shows('[data-empty]');
  });
});
