import { utils, type WorkBook, write } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printNumber } from '../../../scripts/lib/second-reader/sheet-numbers.ts';
import { sheetRows } from '../../../scripts/lib/second-reader/sheet-rows.ts';
import { shortNumber, xlsRows } from '../../../scripts/lib/second-reader/xls-rows.ts';

describe('printNumber', () => {
  test.each([
    ['650.5', '0.00', '650.50'],
    ['1500000', '#,##0', '1,500,000'],
    ['-1234.5', '#,##0.00', '-1,234.50'],
    ['-1234.5', '#,##0.00_);(#,##0.00)', '(1,234.50)'],
    ['1234.5', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1,234.50'],
    ['0', '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
    ['1234.5', '[Red]0.0"万元"', '1234.5万元'],
    ['0.985', '0.0%', '98.5%'],
    ['12', 'General', '12'],
    ['0.30000000000000004', 'General', '0.3'],
    ['45291', 'yyyy-mm-dd', '45291'],
    ['', '0.00', ''],
    ['合计', '0.00', '合计'],
  ])('%s as %s is %s', (stored, format, printed) => {
    expect(printNumber(stored, format)).toBe(printed);
  });
});

describe('shortNumber', () => {
  test.each([
    [(7 << 2) | 2, 7],
    [(-7 << 2) | 2, -7],
    [(70050 << 2) | 3, 700.5],
    [0x3ff00000, 1],
    [0x40590001, 1],
  ])('%i is %d', (packed, value) => {
    expect(shortNumber(packed)).toBe(value);
  });
});

interface Made {
  readonly kind: 'xls' | 'xlsx';
  readonly read: (bytes: Uint8Array) => readonly { place: string; text: string }[];
}

const kinds: readonly Made[] = [
  { kind: 'xls', read: xlsRows },
  { kind: 'xlsx', read: sheetRows },
];

/** A workbook as a file, written by the library the importer reads with. */
function fileOf(book: WorkBook, kind: Made['kind']): Uint8Array {
  const bookType = kind === 'xls' ? 'biff8' : 'xlsx';
  return new Uint8Array(write(book, { type: 'buffer', bookType, bookSST: true }) as Buffer);
}

function bookOf(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): WorkBook {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name);
  return book;
}

describe.each(kinds)('the second reader of $kind', ({ kind, read }) => {
  test('reads texts, numbers and gaps with their rows', () => {
    const book = bookOf({ 甲: [['合计', 700.5, 12], [], [null, '示例', -3.25]], 乙: [[1e9]] });
    expect(read(fileOf(book, kind))).toEqual([
      { place: 'S1R1', text: '合计\t700.5\t12' },
      { place: 'S1R3', text: '\t示例\t-3.25' },
      { place: 'S2R1', text: '1000000000' },
    ]);
  });

  test('leaves out hidden rows, columns and sheets, and what merged cells cover', () => {
    const book = bookOf({
      甲: [
        ['a', 'b', 'c'],
        ['d', 'e', 'f'],
        ['g', 'h', 'i'],
      ],
      乙: [['j']],
    });
    const sheet = book.Sheets['甲'];
    if (sheet === undefined) throw new Error('Unexpected missing sheet');
    // The library writes no hidden rows into XLS; example.xls, which LibreOffice writes, has one.
    if (kind === 'xlsx') sheet['!rows'] = [{}, { hidden: true }];
    else sheet['A2'] = sheet['C2'] = { t: 's', v: '' };
    sheet['!cols'] = [{}, { hidden: true }];
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    expect(read(fileOf(book, kind))).toEqual([
      { place: 'S1R1', text: 'a\t\t' },
      { place: 'S1R3', text: 'g\t\ti' },
    ]);
  });

  test('gives back any numbers and texts that are written', () => {
    const cell = fc.oneof(
      fc.integer(),
      fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100),
      fc.string({ unit: fc.constantFrom('元', 'a', '"', '&', '<', '，', '€'), maxLength: 3000 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }), (rows) => {
        const lines = read(fileOf(bookOf({ 甲: [['首'], ...rows] }), kind)).map(({ text }) => text);
        const expected = rows
          .map((row) => row.map((one) => (typeof one === 'number' ? String(one) : one)))
          .filter((row) => row.some((text) => text !== ''));
        expect(lines.map((line) => line.replace(/\t+$/u, ''))).toEqual([
          '首',
          ...expected.map((row) => row.join('\t').replace(/\t+$/u, '')),
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the second reader of xls', () => {
  test.each([
    ['no container', new Uint8Array(600)],
    ['a container cut off', fileOf(bookOf({ 甲: [['合计']] }), 'xls').slice(0, 700)],
  ])('tells that %s is no workbook', (_, bytes) => {
    expect(() => xlsRows(bytes)).toThrow('XLS workbook');
  });
});
