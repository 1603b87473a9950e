import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../scripts/check-content.ts';
import { serveDirectory } from '../../scripts/lib/serve-directory.ts';
import { findLinkFaults, readSite } from '../../scripts/lib/site-links.ts';
import { copyExample, type ExampleCopy } from '../lib/build-example.ts';

const fixtures = join(import.meta.dirname, '../fixtures/formats');
const bytesOf = (name: string): Buffer => readFileSync(join(fixtures, name));
const digestOf = (name: string): string => createHash('sha256').update(bytesOf(name)).digest('hex');

const pdf = `${digestOf('example.pdf')}.pdf`;
const draftOriginal = `${digestOf('unruled.pdf')}.pdf`;
const htmlOriginal = `${digestOf('example.html')}.html.txt`;
const stray = `${'0'.repeat(64)}.pdf`;
const page = 'units/990101-yuanjianguan/2024/index.html';

let copy: ExampleCopy;
let originals: string;

const importFile = (name: string, ...args: string[]): Promise<unknown> =>
  promisify(execFile)(process.execPath, [
    'scripts/import.ts',
    join(fixtures, name),
    '--content',
    copy.content,
    '--region',
    '990101',
    '--keep-original',
    '--original-checked',
    ...args,
  ]);

beforeAll(async () => {
  copy = copyExample('originals');
  originals = join(dirname(copy.content), 'public/originals');
  await importFile('example.pdf', '--unit', '示例甲县原件馆');
  await importFile('example.html', '--unit', '示例甲县网页馆');
  await importFile('unruled.pdf', '--unit', '示例甲县草稿馆', '--draft');
  writeFileSync(join(originals, stray), '示例');
  await copy.build();
}, 300_000);

afterAll(() => copy.remove());

describe('kept sources of a built site', () => {
  test('are those that records name, byte for byte, and no others', () => {
    expect(readdirSync(originals).toSorted()).toEqual(
      [pdf, htmlOriginal, draftOriginal, stray].toSorted(),
    );
    expect(readdirSync(join(copy.site, 'originals')).toSorted()).toEqual(
      [pdf, htmlOriginal].toSorted(),
    );
    expect(readFileSync(join(copy.site, 'originals', pdf))).toEqual(bytesOf('example.pdf'));
    expect(readFileSync(join(copy.site, 'originals', htmlOriginal))).toEqual(
      bytesOf('example.html'),
    );
  });

  test('are listed in the manifest', () => {
    const manifest = readFileSync(join(copy.site, 'manifest-sha256.txt'), 'utf8');
    expect(manifest).toContain(`${digestOf('example.pdf')}  originals/${pdf}\n`);
  });

  test('are linked from the page, and its figures from their pages of the PDF', () => {
    const html = readFileSync(join(copy.site, page), 'utf8');
    expect(html).toContain(`<a href="/originals/${pdf}">`);
    const record = JSON.parse(
      readFileSync(join(dirname(join(copy.site, page)), 'record.json'), 'utf8'),
    ) as { tables: { id: string; rows: { row: number; place: string }[] }[] };
    const rows = record.tables.flatMap(({ id, rows: all }) =>
      all.map(({ row, place }) => ({ anchor: `${id}-r${row}`, page: /^P(\d+)/u.exec(place)?.[1] })),
    );
    expect(rows.length).toBeGreaterThan(100);
    const unlinked = rows.filter(({ anchor, page: number }) => {
      const [, row = ''] = html.split(`<tr id="${anchor}"`);
      const end = row.indexOf('</tr>');
      return !row.slice(0, end).includes(`href="/originals/${pdf}#page=${number}"`);
    });
    expect(unlinked).toEqual([]);
  });

  test('leave no dead link', async () => {
    const site = await readSite(copy.site);
    const faults = findLinkFaults(site, '/').filter(({ link }) => link.includes('originals'));
    expect(faults).toEqual([]);
  });

  test('of web pages are linked as a download of text', () => {
    const html = readFileSync(join(copy.site, 'units/990101-wangyeguan/2024/index.html'), 'utf8');
    expect(html).toContain(`<a href="/originals/${htmlOriginal}" download="example.html">`);
    expect(html).not.toContain('#page=');
  });

  test('of web pages are served as text, which no browser runs', async () => {
    const server = await serveDirectory(copy.site);
    const { headers } = await fetch(`${server.url}originals/${htmlOriginal}`);
    await server.close();
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(readFileSync(join(copy.site, '_headers'), 'utf8')).toMatch(
      /^\/\*\n(?: {2}.*\n)* {2}X-Content-Type-Options: nosniff\n/u,
    );
  });
});

describe('drafts', () => {
  test('are in no file of the built site', () => {
    expect(existsSync(join(copy.content, 'drafts/990101/990101-caogaoguan/2024-budget.json'))).toBe(
      true,
    );
    const files = readdirSync(copy.site, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(files.length).toBeGreaterThan(100);
    const telling = files.filter((file) => {
      const text = readFileSync(file);
      return [file, text].some((one) =>
        ['草稿馆', 'caogaoguan', draftOriginal].some((word) => one.includes(word)),
      );
    });
    expect(telling).toEqual([]);
  });
});

describe('check:content', () => {
  const problemsOf = (content: string): string[] =>
    checkContent(content).problems.filter((problem) => problem.includes('originals'));

  test('tells of files that no record or draft names', () => {
    expect(problemsOf(copy.content)).toEqual([
      `public/originals/${stray}: Unexpected file, expected the kept source of a record or draft. Remove it.`,
    ]);
  });

  test.each([
    ['is not there', null, `Unexpected absence of public/originals/${pdf}`],
    ['was changed', '示例', `Unexpected bytes in public/originals/${pdf}`],
  ])('tells of a kept source that %s', (_, text, message) => {
    const root = join(dirname(copy.content), `spoiled-${String(text !== null)}`);
    cpSync(copy.content, join(root, 'content'), { recursive: true });
    mkdirSync(join(root, 'public/originals'), { recursive: true });
    cpSync(join(originals, htmlOriginal), join(root, 'public/originals', htmlOriginal));
    if (text !== null) writeFileSync(join(root, 'public/originals', pdf), text);
    const problems = problemsOf(join(root, 'content'));
    expect(problems).toEqual([expect.stringContaining(message) as string]);
  });
});
