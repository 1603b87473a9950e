import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import {
  cutIntoPages,
  divideList,
  listParameter,
  type ListPage,
} from '../../../src/archive/divide-list.ts';
import type { ArchiveModel } from '../../../src/archive/model.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);

interface Row {
  readonly code: string;
  readonly n: number;
}

/** Rows of places, numbered in each place. */
const rowsAt = (counts: Readonly<Record<string, number>>): Row[] =>
  Object.entries(counts).flatMap(([code, count]) =>
    Array.from({ length: count }, (_, i) => ({ code, n: i + 1 })),
  );

const divide = (rows: readonly Row[], limit: number, of: ArchiveModel = archive) =>
  divideList(of, rows, { regionCode: ({ code }) => code, limit });

/** Where each page is, how many rows it has, and what it leads to. */
const outline = (pages: readonly ListPage<Row>[]) =>
  pages.map((page) => [
    listParameter(page) ?? '',
    page.rows.length,
    page.below.map(({ entry, rows }) => `${entry.region.code} ${rows.length}`),
  ]);

describe('divideList', () => {
  test('a list as long as a page stays whole, in its own order', () => {
    const rows = rowsAt({ 990200: 2, 990100: 1 });
    expect(divide(rows, 3)).toEqual([
      { place: null, page: 1, pages: 1, all: rows, rows, below: [] },
    ]);
  });

  test('an empty list is one page', () => {
    expect(outline(divide([], 1))).toEqual([['', 0, []]]);
  });

  test('a longer one goes by places, and the rows of a single place by number', () => {
    const rows = rowsAt({ 990000: 1, 990100: 1, 990101: 5, 990200: 2 });
    expect(outline(divide(rows, 2))).toEqual([
      ['', 0, ['990000 1', '990100 6', '990200 2']],
      ['990000', 1, ['990100 6', '990200 2']],
      ['990100', 1, ['990101 5']],
      ['990101', 2, []],
      ['990101/2', 2, []],
      ['990101/3', 1, []],
      ['990200', 2, []],
    ]);
  });

  test('a place whose rows fit lists those of the places below it too', () => {
    const rows = rowsAt({ 990100: 1, 990101: 2, 990200: 1 });
    expect(outline(divide(rows, 3))).toEqual([
      ['', 0, ['990100 3', '990200 1']],
      ['990000', 0, ['990100 3', '990200 1']],
      ['990100', 3, []],
      ['990200', 1, []],
    ]);
  });

  test.each([1, 2, 3, 7])('has every row on one page alone, %i a page', (limit) => {
    const rows = rowsAt({ 990000: 3, 990100: 4, 990101: 9, 990200: 2 });
    const listed = divide(rows, limit).flatMap((page) => page.rows);
    expect(listed).toHaveLength(rows.length);
    expect(new Set(listed)).toEqual(new Set(rows));
    for (const page of divide(rows, limit)) expect(page.rows.length).toBeLessThanOrEqual(limit);
  });

  test('a row more changes no rows on the pages of other places', () => {
    const before = { 990100: 3, 990101: 5, 990200: 4 };
    const rowsOf = (counts: Readonly<Record<string, number>>) =>
      Object.fromEntries(
        divide(rowsAt(counts), 2)
          .filter(({ place }) => place?.region.code === '990200')
          .map((page) => [listParameter(page) ?? '', page.rows]),
      );
    expect(rowsOf({ ...before, 990101: 6 })).toEqual(rowsOf(before));
  });

  test('every address of a short list and of a long one is there in a longer one', () => {
    const addresses = (n: number) =>
      divide(rowsAt({ 990100: n, 990101: n, 990200: 1 }), 4).map(listParameter);
    for (let n = 1; n < 12; n += 1)
      expect(addresses(n).filter((address) => !addresses(n + 1).includes(address))).toEqual([]);
  });

  test('rows count as many lines as they take up', () => {
    const pages = divideList(archive, rowsAt({ 990200: 3 }), {
      regionCode: ({ code }) => code,
      lines: ({ n }) => n,
      limit: 3,
    });
    expect(pages.slice(-2).map(({ rows }) => rows.map(({ n }) => n))).toEqual([[1, 2], [3]]);
  });
});

describe('cutIntoPages', () => {
  test.each<[string, readonly number[], number[][]]>([
    ['nothing is one empty page', [], [[]]],
    ['a page is filled up to its last line', [2, 1, 3], [[2, 1], [3]]],
    ['a row longer than a page has one of its own', [1, 9, 1], [[1], [9], [1]]],
    ['a row without a line takes no room', [3, 0, 1], [[3, 0], [1]]],
  ])('%s', (_, rows, pages) => {
    expect(cutIntoPages(rows, (n) => n, 3)).toEqual(pages);
  });
});
