import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findLinkFaults, readSite } from '../../scripts/lib/site-links.ts';
import { parseSearchQuery } from '../../src/format/search-query.ts';
import { ownEnvironment } from '../lib/build-example.ts';
import { openSearch } from '../support/open-search.ts';

/** Pages that list what the archive holds, and so have nothing to list in an empty one. */
const listings = [
  'index.html',
  'search/index.html',
  'projects/index.html',
  'topics/index.html',
  'regions/index.html',
  'subjects/index.html',
  'economic-classes/index.html',
  'units/index.html',
  'documents/index.html',
  'compare/index.html',
  'coverage/index.html',
  'findings/index.html',
];

describe('a new archive, from nothing to its first document', () => {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'new-archive-')));
  const root = join(around, 'my-archive');
  const site = join(root, 'dist');
  const node = (script: string, args: readonly string[], cwd = root) =>
    promisify(execFile)(process.execPath, [script, ...args], {
      cwd,
      env: { ...ownEnvironment(), NODE_ENV: 'production' },
      maxBuffer: 64 * 1024 * 1024,
    });
  const read = (file: string): string => readFileSync(join(site, file), 'utf8');

  beforeAll(async () => {
    const options = ['--title', '示例省预算档案', '--region', '山西省', '--base', '/archive/'];
    await node('scripts/new-archive.ts', [root, ...options], process.cwd());
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
    await node('scripts/build.ts', []);
  });

  afterAll(() => rmSync(around, { recursive: true, force: true }));

  test('builds with no document, and every listing tells how to add one', () => {
    for (const file of listings) {
      expect(read(file), file).toContain('npm run import -- 预算.pdf');
      expect(read(file), file).toMatch(/<title>(?:[^<]+ · )?示例省预算档案<\/title>/u);
    }
    expect(read('index.html')).toContain('href="/archive/units/"');
    expect(read('llms.txt')).toMatch(/^# 示例省预算档案\n/u);
  });

  test('has pages of its region alone', () => {
    expect(existsSync(join(site, 'regions/140000/index.html'))).toBe(true);
    expect(existsSync(join(site, 'regions/110000'))).toBe(false);
  });

  test('has no dead link while it is empty, and passes its own checks', async () => {
    expect(findLinkFaults(await readSite(site), '/archive/')).toEqual([]);
    expect((await node('scripts/check-content.ts', [])).stdout).toBe(
      '0 records checked, 0 problems\n',
    );
    expect((await node('scripts/check-links.ts', [])).stdout).toMatch(/, 0 faulty links\n$/u);
  });

  test('shows a PDF once it is imported, and finds its projects', async () => {
    const pdf = resolve('test/fixtures/formats/example.pdf');
    await node('scripts/import.ts', [pdf, '--region', '140100']);
    await node('scripts/build.ts', []);
    const page = 'units/140100-shilishishilixianwenhuaguan/2024/index.html';
    expect(read(page)).toContain('示例零工市场运营经费');
    expect(read('index.html')).toContain(`/archive/${page.replace('index.html', '')}`);
    for (const file of listings) expect(read(file), file).not.toContain('data-empty');
    expect(findLinkFaults(await readSite(site), '/archive/')).toEqual([]);
    const { engine, close } = await openSearch(site);
    const hits = await engine.search([parseSearchQuery('零工市场运营')]).finally(close);
    expect(JSON.stringify(hits)).toContain('示例零工市场运营经费');
  });
});
