import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import type { ExampleBlock } from './example-blocks.ts';

type Sheet = Record<string, unknown>;

const isAmount = (text: string): boolean =>
  /^\d{1,3}(?:,\d{3})*(?:\.\d\d)?$|^\d+\.\d\d$/u.test(text);

/** A cell as a spreadsheet holds it: amounts are numbers with a format, all else is text. */
function sheetCell(text: string): object {
  if (!isAmount(text)) return { t: 's', v: text };
  const grouped = text.includes(',') ? '#,##0' : '0';
  return {
    t: 'n',
    v: Number(text.replaceAll(',', '')),
    z: text.includes('.') ? `${grouped}.00` : grouped,
  };
}

/** Blocks cut into sheets: each table with the paragraphs before it, the paragraphs between kept apart. */
function sheetsOf(blocks: readonly ExampleBlock[]): ExampleBlock[][] {
  const sheets: ExampleBlock[][] = [[]];
  for (const [index, block] of blocks.entries()) {
    const opens = block.kind === 'paragraph' && /表(?:（[^（）]*）)?$/u.test(block.text);
    const after = blocks[index - 1]?.kind === 'table' && !textOf(block).startsWith('注');
    if (opens || after) sheets.push([]);
    sheets.at(-1)?.push(block);
  }
  return sheets;
}

const textOf = (block: ExampleBlock): string => (block.kind === 'paragraph' ? block.text : '');

function worksheet(blocks: readonly ExampleBlock[]): WorkSheet {
  const sheet: Sheet = {};
  const merges: object[] = [];
  let row = 0;
  let width = 1;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      sheet[utils.encode_cell({ r: row, c: 0 })] = { t: 's', v: block.text };
      row += 1;
      continue;
    }
    width = Math.max(width, block.columns);
    for (const [r, cells] of block.rows.entries()) {
      for (const { text, column, colspan, rowspan } of cells) {
        const start = { r: row + r, c: column };
        if (text !== '') sheet[utils.encode_cell(start)] = sheetCell(text);
        const end = { r: start.r + rowspan - 1, c: column + colspan - 1 };
        if (colspan > 1 || rowspan > 1) merges.push({ s: start, e: end });
      }
    }
    row += block.rows.length;
  }
  return {
    ...sheet,
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(row - 1, 0), c: width - 1 } }),
    '!merges': merges,
  } as WorkSheet;
}

/** The sheet with a hidden row of other figures after its last. */
function withHiddenRow(sheet: WorkSheet): WorkSheet {
  const range = utils.decode_range(sheet['!ref'] ?? 'A1');
  const row = range.e.r + 1;
  range.e.r = row;
  return {
    ...sheet,
    [utils.encode_cell({ r: row, c: 0 })]: { t: 's', v: '示例隐藏行 999.00' },
    '!ref': utils.encode_range(range),
    '!rows': [...Array.from({ length: row }, () => ({})), { hidden: true }],
  };
}

/** The blocks as a workbook, one table a sheet, with a hidden row and a hidden sheet of other figures. */
export function exampleWorkbook(blocks: readonly ExampleBlock[]): Uint8Array {
  const sheets = sheetsOf(blocks).filter((sheet) => sheet.length > 0);
  const names = sheets.map((_, index) => `表${index + 1}`);
  const first = withHiddenRow(worksheet(sheets[0] ?? []));
  const hidden = utils.aoa_to_sheet([['2024年预算收支总表'], ['示例隐藏', 1]]);
  const book: WorkBook = {
    SheetNames: [...names, '隐藏'],
    Sheets: Object.fromEntries([
      ...sheets.map((sheet, i) => [`表${i + 1}`, i === 0 ? first : worksheet(sheet)]),
      ['隐藏', hidden],
    ]) as WorkBook['Sheets'],
    Workbook: { Sheets: [...names.map(() => ({ Hidden: 0 as const })), { Hidden: 1 }] },
  };
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}
