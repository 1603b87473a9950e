import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import writeXlsxFile from 'write-excel-file/node';
import { describe, expect, test } from 'vitest';
import {
  packWorkbook,
  workbookParts,
  type PackedSheets,
} from '../../../src/downloads/pack-workbook.ts';

const text = (value: string) => ({ value, type: String });

const sheets = [
  {
    sheet: '1 预算收支总表',
    stickyRowsCount: 1,
    columns: [{ width: 30 }, { width: 12 }],
    data: [
      [{ value: '名称', type: String, fontWeight: 'bold' }, text('金额（元）')],
      [text('教育 <支出> & "其他"'), { value: 1234.56, type: Number, format: '#,##0.00' }],
      [text('=HYPERLINK("https://example.org")'), null],
    ],
  },
  { sheet: '2 空表', data: [[text('名称')]] },
] as unknown as PackedSheets;

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(new Uint8Array(bytes))).map(([name, part]) => [name, strFromU8(part)]),
  );

describe('packWorkbook', () => {
  test('packs the very parts that the writer of workbooks would pack itself', async () => {
    const own = partsOf(await writeXlsxFile(sheets).toBuffer());
    const packed = partsOf(await packWorkbook(sheets));
    expect(packed).toEqual(own);
    expect(Object.keys(packed)).toEqual(workbookParts(2));
  });

  test('makes a workbook that another reader opens, texts as texts and amounts as numbers', async () => {
    const { SheetNames, Sheets } = read(await packWorkbook(sheets));
    expect(SheetNames).toEqual(['1 预算收支总表', '2 空表']);
    expect(
      SheetNames.map((name) => utils.sheet_to_json(Sheets[name] ?? {}, { header: 1 })),
    ).toEqual([
      [
        ['名称', '金额（元）'],
        ['教育 <支出> & "其他"', 1234.56],
        ['=HYPERLINK("https://example.org")'],
      ],
      [['名称']],
    ]);
    const cell = Sheets['1 预算收支总表']?.['A3'] as { t: string; f?: string };
    expect([cell.t, cell.f]).toEqual(['s', undefined]);
  });

  test('makes the same bytes again, in any time zone', async () => {
    const zone = process.env['TZ'];
    const made: Uint8Array[] = [];
    for (const place of ['Asia/Shanghai', 'America/Los_Angeles']) {
      process.env['TZ'] = place;
      made.push(await packWorkbook(sheets));
    }
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
    expect(made[0]).toEqual(made[1]);
  });

  test('makes a workbook that opens even of a record without tables', async () => {
    const { SheetNames, Sheets } = read(await packWorkbook([] as PackedSheets));
    expect(SheetNames).toEqual(['-']);
    expect(utils.sheet_to_json(Sheets['-'] ?? {}, { header: 1 })).toEqual([]);
  });
});
