import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AuditPage, PageMarks } from '../../../scripts/lib/audit-page.ts';
import { run } from '../../../scripts/lighthouse.ts';
import { temporaryFolder } from '../../support/example-content.ts';

const full = { performance: 100, accessibility: 100, 'best-practices': 100, seo: 100 };
const slow: PageMarks = { marks: { ...full, performance: 94 }, faults: ['performance: slow'] };

/** A folder with the pages the command asks for, two of them of two sizes. */
function makeSite(): string {
  const site = temporaryFolder();
  for (const [file, text] of [
    ['index.html', ''],
    ['search/index.html', ''],
    ['units/990100-shili/index.html', 'the longest of all'],
    ['units/990100-shili/2023/index.html', 'short'],
    ['units/990100-shili/2024/index.html', 'the longer one'],
    ['topics/shili/index.html', ''],
  ] as const) {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), text);
  }
  return site;
}

/** Runs the command over pages that get the given marks, one after another; the last goes on. */
async function mark(site: string, ...given: PageMarks[]) {
  const lines: string[] = [];
  const urls: string[] = [];
  const audit: AuditPage = (url) => {
    urls.push(new URL(url).pathname + new URL(url).search);
    return Promise.resolve((given.length > 1 ? given.shift() : given[0]) ?? slow);
  };
  const start = () => Promise.resolve({ audit, close: () => Promise.resolve() });
  const args = ['--dir', site, '--base', '/sub/', '--query', '就业'];
  const exitCode = await run(args, { print: (line) => void lines.push(line), start });
  return { exitCode, lines, urls };
}

describe('lighthouse', () => {
  test('marks home, a search, the largest unit-year and the largest topic, as a table', async () => {
    const { exitCode, lines, urls } = await mark(makeSite(), { marks: full, faults: [] });
    expect(exitCode).toBe(0);
    expect(urls).toEqual([
      '/sub/',
      `/sub/search/?q=${encodeURIComponent('就业')}`,
      '/sub/units/990100-shili/2024/',
      '/sub/topics/shili/',
    ]);
    expect(lines).toEqual([
      '| page | performance | accessibility | best-practices | seo |',
      '| --- | ---: | ---: | ---: | ---: |',
      '| home | 100 | 100 | 100 | 100 |',
      '| search | 100 | 100 | 100 | 100 |',
      '| unit-year | 100 | 100 | 100 | 100 |',
      '| topic | 100 | 100 | 100 | 100 |',
    ]);
  });

  test('fails when a page stays below 95 in three tries, and says what lowers it', async () => {
    const { exitCode, lines, urls } = await mark(makeSite(), slow);
    expect(exitCode).toBe(1);
    expect(urls).toHaveLength(12);
    expect(lines.slice(6, 8)).toEqual(['home is below 95', '  performance: slow']);
  });

  test('tries again before it calls a page slow', async () => {
    const { exitCode } = await mark(makeSite(), slow, slow, { marks: full, faults: [] });
    expect(exitCode).toBe(0);
  });

  test('refuses a folder without a site or without a page of a kind', async () => {
    await expect(mark(temporaryFolder(), slow)).rejects.toThrow('expected a built site');
    const empty = temporaryFolder();
    writeFileSync(join(empty, 'index.html'), '');
    await expect(mark(empty, slow)).rejects.toThrow('expected one to mark');
  });
});
