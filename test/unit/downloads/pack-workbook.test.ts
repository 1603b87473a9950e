import { read, utils, type WorkSheet } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { packWorkbook } from '../../../src/downloads/pack-workbook.ts';
import { workbookParts, type WorkbookSheet } from '../../../src/downloads/workbook-parts.ts';

const sheets: readonly WorkbookSheet[] = [
  {
    sheet: '1 预算 & 收支<总表>',
    stickyRowsCount: 1,
    columns: [{ width: 30 }, { width: 12 }],
    data: [
      [{ value: '名称', fontWeight: 'bold' }, { value: '金额（元）' }],
      [{ value: '教育 <支出> & "其他"' }, { value: 1234.56, format: '#,##0.00' }],
      [{ value: '=HYPERLINK("https://example.org")' }, null, { value: -3 }],
      [null, null],
      [{ value: '名称' }],
    ],
  },
  { sheet: '2 空表', data: [[{ value: '名称' }]] },
];

/** Rows of a sheet, null for an empty cell between others. */
const rowsOf = (sheet: WorkSheet): unknown[][] =>
  utils
    .sheet_to_json<unknown[]>(sheet, { header: 1 })
    .map((row) => Array.from(row, (value) => value ?? null));

const cellsOf = (bytes: Uint8Array): unknown[] => {
  const { SheetNames, Sheets } = read(bytes);
  return SheetNames.map((name) => [name, rowsOf(Sheets[name] ?? {})]);
};

const cell = (sheet: WorkSheet | undefined, name: string) =>
  sheet?.[name] as { t: string; v: unknown; f?: string; z?: string } | undefined;

describe('packWorkbook', () => {
  test('makes a workbook that another reader opens, texts as texts and amounts as numbers', () => {
    const bytes = packWorkbook(sheets);
    expect(cellsOf(bytes)).toEqual([
      [
        '1 预算 & 收支<总表>',
        [
          ['名称', '金额（元）'],
          ['教育 <支出> & "其他"', 1234.56],
          ['=HYPERLINK("https://example.org")', null, -3],
          [],
          ['名称'],
        ],
      ],
      ['2 空表', [['名称']]],
    ]);
    const first = read(bytes, { cellNF: true }).Sheets['1 预算 & 收支<总表>'];
    expect([cell(first, 'A3')?.t, cell(first, 'A3')?.f]).toEqual(['s', undefined]);
    expect([cell(first, 'B2')?.t, cell(first, 'B2')?.z]).toEqual(['n', '#,##0.00']);
  });

  test('keeps every text as it is, whatever it holds, but for characters that XML has no place for', () => {
    const text = fc.string({
      minLength: 1,
      unit: fc.constantFrom('<', '&', '"', "'", ' ', '\n', '\t', '=', '_x0041_', '_', '示', '😀'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(text, { minLength: 1 }), { minLength: 1 }), (rows) => {
        const data = rows.map((row) => row.map((value) => ({ value })));
        expect(cellsOf(packWorkbook([{ sheet: '示例', data }]))).toEqual([['示例', rows]]);
      }),
      { numRuns: 200, seed: 20240101 },
    );
    expect(cellsOf(packWorkbook([{ sheet: '示例', data: [[{ value: 'a\u0000b' }]] }]))).toEqual([
      ['示例', [['a\ufffdb']]],
    ]);
  });

  test('names columns beyond Z as spreadsheets do', () => {
    const row = Array.from({ length: 705 }, (_, i) => ({ value: i }));
    const { Sheets } = read(packWorkbook([{ sheet: '示例', data: [row] }]));
    expect(
      ['A1', 'Z1', 'AA1', 'AZ1', 'BA1', 'ZZ1', 'AAA1'].map((name) => cell(Sheets['示例'], name)?.v),
    ).toEqual([0, 25, 26, 51, 52, 701, 702]);
  });

  test('packs its parts so that any unpacker gives them back, in order, what the package holds first', () => {
    const unpacked = Object.entries(unzipSync(packWorkbook(sheets)));
    expect(unpacked.map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual(
      workbookParts(sheets),
    );
    expect(unpacked[0]?.[0]).toBe('[Content_Types].xml');
  });

  test('holds rows at the top in sight, and gives columns their width', () => {
    const xml = new Map(workbookParts(sheets)).get('xl/worksheets/sheet1.xml');
    expect(xml).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
    expect(xml).toContain('<col min="2" max="2" width="12" customWidth="1"/>');
  });

  test('makes a workbook that opens even of a record without tables', () => {
    expect(cellsOf(packWorkbook([]))).toEqual([['-', []]]);
  });

  test('makes the same bytes again', () => {
    expect(packWorkbook(sheets)).toEqual(packWorkbook(sheets));
  });
});
