import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { listFormats, partLabel } from '../../../scripts/lib/list-formats.ts';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { exampleContent, temporaryFolder } from '../../support/example-content.ts';

const archive = readContent(exampleContent);

/** A site with a page of data and a data package of files with these paths. */
function siteWith(
  paths: readonly string[],
  page = '<ul class="data-formats"><li>旧</li></ul>',
): string {
  const out = temporaryFolder();
  mkdirSync(join(out, 'data'));
  writeFileSync(join(out, 'data/index.html'), `<main>${page}</main>`);
  const resources = [
    { path: 'lines.csv', bytes: 1, hash: 'sha256:0', schema: {} },
    ...paths.map((path, i) => ({ path, bytes: 10 ** (i + 3), hash: `sha256:${i}` })),
  ];
  writeFileSync(join(out, 'data/datapackage.json'), JSON.stringify({ resources }));
  return out;
}

const pageOf = (out: string): string => readFileSync(join(out, 'data/index.html'), 'utf8');

describe('partLabel', () => {
  test.each([
    ['99-2024', '示例省 2024 年度'],
    ['9902-2023', '示例二市 2023 年度'],
    ['12-2023', '12 2023 年度'],
  ])('names %s %s', (part, label) => {
    expect(partLabel(part, (code) => archive.region(code)?.region.name)).toBe(label);
  });
});

describe('listFormats', () => {
  test('lists the files of an undivided archive with size and digest, under the base path, twice alike', async () => {
    const out = siteWith([
      'archive.sqlite',
      'parquet/lines/province=990000/year=2024/part.parquet',
    ]);
    expect(await listFormats(out, archive, '/a&b/')).toBe(2);
    await listFormats(out, archive, '/a&b/');
    expect(pageOf(out)).toBe(
      '<main><ul class="data-formats">' +
        '<li><a href="/a&amp;b/data/archive.sqlite" download>archive.sqlite</a>，1000 字节<br><span class="mono">0</span></li>' +
        '<li><a href="/a&amp;b/data/parquet/lines/province=990000/year=2024/part.parquet" download>parquet/lines/province=990000/year=2024/part.parquet</a>，10000 字节<br><span class="mono">1</span></li>' +
        '</ul></main>',
    );
  });

  test('lists the files of each part of a divided one together, in the order of parts', async () => {
    const out = siteWith([
      'parquet/lines/province=990000/year=2024/part-9902-2024.parquet',
      'parts/9902-2024/lines.csv.gz',
      'parts/9901-2024/lines.csv.gz',
      'sqlite/9902-2024.sqlite',
      'sqlite/registers.sqlite',
    ]);
    await listFormats(out, archive, '/');
    const text = pageOf(out)
      .replaceAll(/<a href="([^"]+)" download>/gu, '[$1] ')
      .replaceAll(/<(?!\/?li)[^>]+>/gu, '');
    expect(text).toBe(
      '<li>[/data/sqlite/registers.sqlite] sqlite/registers.sqlite，10000000 字节4</li>' +
        '<li>示例一市 2024 年度：[/data/parts/9901-2024/lines.csv.gz] lines.csv.gz（100 KB）</li>' +
        '<li>示例二市 2024 年度：[/data/parquet/lines/province=990000/year=2024/part-9902-2024.parquet] lines.parquet（1 KB） · [/data/parts/9902-2024/lines.csv.gz] lines.csv.gz（10 KB） · [/data/sqlite/9902-2024.sqlite] SQLite（1.0 MB）</li>',
    );
  });

  test('refuses a page without a place for the list', async () => {
    await expect(listFormats(siteWith([], '<p>'), archive, '/')).rejects.toThrow(
      'data/index.html: Unexpected page without a place for the list of files.',
    );
  });
});
