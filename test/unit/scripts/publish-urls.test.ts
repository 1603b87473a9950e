import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../scripts/publish-urls.ts';
import { parsePublishedUrls } from '../../../src/archive/published-urls.ts';
import { temporaryFolder } from '../../support/example-content.ts';

const unitYear = 'units/990101-shili/2024';
const html = (body: string, head = ''): string =>
  `<!doctype html><html lang="zh-CN"><head><title>示例</title>${head}</head><body>${body}</body></html>`;
const page = html(
  '<h2 id="findings-heading">核对</h2><section id="findings"></section><p id="project-1-shili"></p><p id="project-1-i1"></p>',
);

let dir: string;
let content: string;
let said: string[];

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(dir, file)), { recursive: true });
  writeFileSync(join(dir, file), text);
};
const registry = (): string => readFileSync(join(content, 'published-urls.txt'), 'utf8');
const command = (...args: string[]): Promise<0 | 1> => {
  said = [];
  return run(['--dir', dir, '--content', content, ...args], { print: (line) => said.push(line) });
};

beforeEach(() => {
  dir = temporaryFolder();
  content = temporaryFolder();
  write('index.html', html('<h1>示例</h1>'));
  write('404.html', html('<h1>没有</h1>'));
  write('assets/base.css', '');
  write(`${unitYear}/index.html`, page);
  write(`${unitYear}/record.json`, '{"v":1}');
});

describe('publish-urls', () => {
  test('registers pages, permanent anchors and records, with the day and the digest', async () => {
    expect(await command('--add', '--date', '2026-01-31')).toBe(0);
    const digest = createHash('sha256').update('{"v":1}').digest('hex');
    expect(registry().split('\n').slice(1)).toEqual([
      '2026-01-31 /',
      `2026-01-31 /${unitYear}/`,
      `2026-01-31 /${unitYear}/#findings`,
      `2026-01-31 /${unitYear}/#project-1-shili`,
      `2026-01-31 /${unitYear}/record.json sha256:${digest}`,
      '',
    ]);
    expect(said).toEqual(['0 published addresses are there; 5 new ones registered.']);
  });

  test('registers workbooks, citations and feeds too, and no file of one build', async () => {
    for (const file of ['topics/shili/topic.xlsx', 'topics/shili/feed.xml', 'feed.json'])
      write(file, '');
    write(`${unitYear}/citation.bib`, '');
    write('projects/data/rows-1.json', '');
    await command('--add', '--date', '2026-01-31');
    expect(registry().match(/ \S+\.\w+(?=\n| )/gu)).toEqual([
      ' /feed.json',
      ' /topics/shili/feed.xml',
      ' /topics/shili/topic.xlsx',
      ` /${unitYear}/citation.bib`,
      ` /${unitYear}/record.json`,
    ]);
  });

  test('keeps the first day of an address and writes nothing without --add', async () => {
    await command('--add', '--date', '2026-01-31');
    write('about/index.html', html('<h1>关于</h1>'));
    const before = registry();
    expect(await command()).toBe(0);
    expect(registry()).toBe(before);
    await command('--add', '--date', '2026-02-28');
    expect(parsePublishedUrls(registry()).map(({ since, url }) => [since, url])).toContainEqual([
      '2026-01-31',
      '/',
    ]);
    expect(registry()).toContain('2026-02-28 /about/\n');
  });

  test('finds every address that disappears, and registers nothing then', async () => {
    await command('--add', '--date', '2026-01-31');
    rmSync(join(dir, 'units'), { recursive: true });
    const before = registry();
    expect(await command('--add', '--date', '2026-02-28')).toBe(1);
    expect(
      said.filter((line) => line.includes('Unexpected absence')).map((line) => line.split(':')[0]),
    ).toEqual([
      `/${unitYear}/`,
      `/${unitYear}/#findings`,
      `/${unitYear}/#project-1-shili`,
      `/${unitYear}/record.json`,
    ]);
    expect(registry()).toBe(before);
  });

  test('finds an anchor that disappears from a page that is still there', async () => {
    await command('--add', '--date', '2026-01-31');
    write(`${unitYear}/index.html`, page.replace('project-1-shili', 'project-1-other'));
    expect(await command()).toBe(1);
    expect(said[0]).toContain(`/${unitYear}/#project-1-shili: Unexpected absence`);
  });

  test('is content with a redirect or tombstone where a page and its files stood', async () => {
    await command('--add', '--date', '2026-01-31');
    rmSync(join(dir, unitYear, 'record.json'));
    write(
      `${unitYear}/index.html`,
      html('<h1>已撤下</h1>', '<meta name="robots" content="noindex">'),
    );
    expect(await command()).toBe(0);
  });

  test('finds a published record that changed silently, and not one whose former version is kept', async () => {
    await command('--add', '--date', '2026-01-31');
    write(`${unitYear}/record.json`, '{"v":2}');
    expect(await command()).toBe(1);
    expect(said[0]).toContain(
      `/${unitYear}/record.json: Unexpected change of a published record without its former version.`,
    );
    write(`${unitYear}/v1/record.json`, '{"v":1}');
    expect(await command('--add', '--date', '2026-02-28')).toBe(0);
    expect(await command()).toBe(0);
    write(`${unitYear}/v1/record.json`, '{"v":"other"}');
    expect(await command()).toBe(1);
  });

  test('asks for the day of publication and refuses a malformed registry', async () => {
    await expect(command('--add')).rejects.toThrow('expected the day of publication');
    writeFileSync(join(content, 'published-urls.txt'), '2026-01-31 no-path\n');
    await expect(command()).rejects.toThrow('Unexpected line "2026-01-31 no-path"');
  });
});
