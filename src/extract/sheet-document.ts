import {
  type CellObject,
  read,
  type Range,
  utils,
  type WorkBook,
  type WorkSheet,
} from '@e965/xlsx';
import { joinLines } from './even-text.ts';
import type { ExtractedDocument, ExtractedRow, ExtractNotice } from './extracted-document.ts';
import { maximumCells, maximumColumns, maximumRows } from './limits.ts';
import { ImportRefusal } from './refusal.ts';
import { radicalNotices, refuseTooMany, rowOfCells } from './rows.ts';
import { datesIn } from './sheet-dates.ts';
import { documentOf } from './text-document.ts';

/** Media types of workbooks. */
export const workbookTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xls: 'application/vnd.ms-excel',
} as const;

type DenseCells = readonly (readonly (CellObject | undefined)[] | undefined)[];

/** A sheet as the library keeps it with `dense`. */
type DenseSheet = WorkSheet & { readonly '!data'?: DenseCells };

/**
 * A workbook as rows of cells (`S2R5C3`: sheet, row and column counted from 1), every cell as the
 * program displays it. Hidden sheets, rows and columns are left out and told; the text of a merged
 * cell stands where it begins.
 * @throws ImportRefusal when it is larger than any disclosure, has a formula without value or an
 * error value, or shows nothing.
 */
export function extractWorkbook(
  bytes: Uint8Array,
  kind: 'xlsx' | 'xls',
  before: readonly ExtractNotice[] = [],
): ExtractedDocument {
  const book = read(bytes, {
    type: 'array',
    dense: true,
    // Without styles the library does not say which rows and columns are hidden.
    cellStyles: true,
    sheetStubs: true,
    cellNF: true,
    cellText: true,
    cellFormula: true,
    cellHTML: false,
    sheetRows: maximumRows + 1,
  });
  const notices: ExtractNotice[] = [...before];
  const rows = book.SheetNames.flatMap((name, index) => sheetRows(book, name, index, notices));
  if (rows.length === 0) {
    throw new ImportRefusal({
      place: null,
      unexpected: 'workbook that shows nothing',
      expected: 'the tables of a disclosure',
      todo: 'Check the file.',
    });
  }
  refuseTooMany(rows);
  const told = [...notices, ...radicalNotices(rows)];
  return documentOf({
    mediaType: workbookTypes[kind],
    lines: null,
    doubled: false,
    pageNumberLines: 0,
    ...(told.length === 0 ? {} : { notices: told }),
    rows,
  });
}

function sheetRows(
  book: WorkBook,
  name: string,
  index: number,
  notices: ExtractNotice[],
): ExtractedRow[] {
  const sheet = book.Sheets[name] as DenseSheet | undefined;
  const cells = sheet?.['!data'] ?? [];
  if (sheet === undefined || cells.length === 0) return [];
  const place = `S${index + 1}`;
  if ((book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) {
    notices.push({ place: `${place}R1`, what: `hidden sheet "${name.slice(0, 40)}" was left out` });
    return [];
  }
  refuseLarge(cells, place);
  const whole = (sheet as { '!fullref'?: string })['!fullref'];
  if (whole !== undefined && utils.decode_range(whole).e.r >= maximumRows)
    notices.push({ place: `${place}R1`, what: `rows after ${maximumRows} were not read` });
  const columns = shownColumns(sheet, cells, place, notices);
  const covered = coveredCells(sheet['!merges'] ?? []);
  return Array.from(cells).flatMap((row, r) => {
    const texts = columns.map((column) => {
      const cell = covered.has(`${r},${column}`) ? undefined : row?.[column];
      return displayed(cell, `${place}R${r + 1}C${column + 1}`);
    });
    if (texts.every((text) => text === '')) return [];
    const at = `${place}R${r + 1}`;
    if (sheet['!rows']?.[r]?.hidden === true) {
      notices.push({ place: at, what: 'hidden row was left out' });
      return [];
    }
    notices.push(...datesIn(row ?? [], texts, at));
    return [placedRow(texts, columns, at)];
  });
}

/** The row with the places of its columns, hidden ones counted. */
function placedRow(
  texts: readonly string[],
  columns: readonly number[],
  place: string,
): ExtractedRow {
  const row = rowOfCells(texts, place);
  const cells = row.cells.map((cell, index) => ({
    ...cell,
    place: `${place}C${(columns[index] ?? index) + 1}`,
  }));
  return { ...row, cells };
}

function refuseLarge(cells: DenseCells, place: string): void {
  const count = cells.reduce((sum, row) => sum + (row?.filter(Boolean).length ?? 0), 0);
  if (cells.length <= maximumRows && count <= maximumCells) return;
  throw new ImportRefusal({
    place: `${place}R1`,
    unexpected: `sheet of ${cells.length} rows and ${count} cells`,
    expected: `at most ${maximumRows} rows and ${maximumCells} cells`,
    todo: 'Check that this is the disclosure of one unit.',
  });
}

/** Columns that print something anywhere and are not hidden, from 0. */
function shownColumns(
  sheet: DenseSheet,
  cells: DenseCells,
  place: string,
  notices: ExtractNotice[],
): number[] {
  const width = cells.reduce((most, row) => {
    const last = row?.findLastIndex((cell) => cell?.v !== undefined && cell.v !== '') ?? -1;
    return Math.max(most, last + 1);
  }, 0);
  const merged = (sheet['!merges'] ?? []).reduce((most, { e }) => Math.max(most, e.c + 1), width);
  const used = Math.min(merged, Math.max(width, maximumColumns));
  if (width > maximumColumns) {
    throw new ImportRefusal({
      place: `${place}R1`,
      unexpected: `sheet of ${width} columns`,
      expected: `at most ${maximumColumns}`,
      todo: 'Check that this is the disclosure of one unit.',
    });
  }
  const columns = Array.from({ length: used }, (_, column) => column);
  const hidden = columns.filter((column) => sheet['!cols']?.[column]?.hidden === true);
  const filled = hidden.filter((column) => cells.some((row) => row?.[column]?.v !== undefined));
  for (const column of filled)
    notices.push({ place: `${place}R1C${column + 1}`, what: 'hidden column was left out' });
  return columns.filter((column) => !hidden.includes(column));
}

/** Positions that a merged cell covers without beginning there, as `row,column` from 0. */
function coveredCells(merges: readonly Range[]): Set<string> {
  const covered = new Set<string>();
  for (const { s, e } of merges) {
    for (let r = s.r; r <= e.r && covered.size < maximumCells; r += 1) {
      for (let c = s.c; c <= Math.min(e.c, s.c + maximumColumns); c += 1)
        if (r !== s.r || c !== s.c) covered.add(`${r},${c}`);
    }
  }
  return covered;
}

/**
 * What the program displays in a cell; empty where it displays nothing.
 * @throws ImportRefusal for error values and for formulas saved without their value.
 */
function displayed(cell: CellObject | undefined, place: string): string {
  if (cell === undefined) return '';
  if (cell.t === 'e' || (cell.t === 'z' && cell.f !== undefined)) {
    throw new ImportRefusal({
      place,
      unexpected: cell.t === 'e' ? `error value ${cell.w ?? ''}` : 'formula without its value',
      expected: 'a displayed value',
      todo: 'Open the workbook with an office program, let it calculate, and save it.',
    });
  }
  if (cell.t === 'z' || cell.v === undefined) return '';
  return joinLines((cell.w ?? String(cell.v)).split(/\r\n|\n|\r/u));
}
