import { normaliseNumber } from '../money/fen.ts';
import type { MoneyUnit } from '../money/fen.ts';
import type { Amount } from '../schema/amount.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Place } from '../schema/place.ts';
import type { MoneyColumn, TableSide } from '../schema/table-set.ts';
import type { Cell, Row, Table } from '../schema/table.ts';
import { columnNames, tableLabel } from './table-label.ts';

/** Where a side of a comparison is printed; null = not there or not in a table. */
export interface Location {
  readonly tableId: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly place: Place | null;
  readonly projectN: number | null;
}

/** No place in particular. */
export const nowhere: Location = {
  tableId: null,
  row: null,
  column: null,
  place: null,
  projectN: null,
};

/** An amount or a sum that no message names by itself. */
export interface Part {
  /** Amount in 分; null = nothing is printed. */
  readonly fen: number | null;
  /** How far rounding of the printed numbers can move the amount, in 分. */
  readonly boundFen: number;
  /** Printed numbers in it, and parts that print nothing. */
  readonly parts: number;
  readonly blanks: number;
  /** Whether the source has lost text of the table summed, so that a difference proves nothing. */
  readonly lossy: boolean;
  readonly at: Location;
}

/** One side of a comparison: an amount or a sum, with its name in messages. */
export interface Side extends Part {
  readonly label: string;
}

const fenDigits: Record<MoneyUnit, number> = { 元: 2, 万元: 6, 亿元: 10 };

/** Half of the last printed decimal in 分; 0 for a printed zero, which is taken as exact. */
export function halfStepFen(printed: string, moneyUnit: MoneyUnit): number {
  const text = /^[\d.,]+$/.test(printed) ? printed : normaliseNumber(printed);
  if (text === undefined || !/[1-9]/.test(text)) return 0;
  const dot = text.lastIndexOf('.');
  const digits = fenDigits[moneyUnit] - (dot < 0 ? 0 : text.length - dot - 1);
  return digits <= 0 ? 0 : 5 * 10 ** (digits - 1);
}

/** A table of the disclosure with at least one amount; undefined when absent or printed empty. */
export function filledTable(disclosure: Disclosure, tableId: string): Table | undefined {
  return disclosure.tables.find((table) => table.id === tableId && table.status === 'filled');
}

/** The cell of a column; the revenue side of a two-sided table has one column, 收入. */
export function cellOf(row: Row, column: MoneyColumn): Cell | undefined {
  const wanted = row.cells.find((cell) => cell.column === column);
  if (wanted !== undefined || row.side !== 'revenue') return wanted;
  return row.cells.find((cell) => cell.column === 'revenue');
}

const hasLost = (disclosure: Disclosure, tableId: string): boolean =>
  disclosure.gaps.some((gap) => gap.kind === 'lost' && gap.tableId === tableId);

const numbering = /^[一二三四五六七八九十]+、/u;

function cellLabel(disclosure: Disclosure, table: Table, row: Row, column: MoneyColumn): string {
  const name = row.name.includes('、') ? row.name.replace(numbering, '') : row.name;
  const columnName = row.side === 'revenue' || column === 'total' ? '' : columnNames[column];
  let label = tableLabel(disclosure, table.id);
  for (const part of [name, columnName]) {
    if (part !== '') label += label === '' ? part : ` ${part}`;
  }
  return label.slice(0, 200);
}

/** The amount one cell prints, or a side without an amount when it prints none. */
export const cellSide = (
  disclosure: Disclosure,
  table: Table,
  row: Row,
  column: MoneyColumn,
): Side => ({
  label: cellLabel(disclosure, table, row, column),
  ...cellPart(disclosure, table, row, column),
});

/** The amount one cell prints, or a part without an amount when it prints none. */
export function cellPart(
  disclosure: Disclosure,
  table: Table,
  row: Row,
  column: MoneyColumn,
): Part {
  const cell = cellOf(row, column);
  return {
    fen: cell?.fen ?? null,
    boundFen: cell === undefined ? 0 : halfStepFen(cell.read ?? cell.printed, table.moneyUnit),
    parts: cell === undefined ? 0 : 1,
    blanks: cell === undefined ? 1 : 0,
    lossy: false,
    at: {
      tableId: table.id,
      row: row.row,
      column: cell?.column ?? column,
      place: cell?.place ?? row.place,
      projectN: projectOf(disclosure, table.id, row.row),
    },
  };
}

function projectOf(disclosure: Disclosure, tableId: string, row: number): number | null {
  return disclosure.projects.find((one) => one.tableId === tableId && one.row === row)?.n ?? null;
}

/** A side without an amount: the table is absent, printed empty, or has no such row. */
export function missingSide(disclosure: Disclosure, tableId: string, what: string): Side {
  const table = disclosure.tables.find((one) => one.id === tableId);
  return {
    label: `${tableLabel(disclosure, tableId)} ${what}`,
    fen: null,
    boundFen: 0,
    parts: 0,
    blanks: 0,
    lossy: hasLost(disclosure, tableId),
    at: { ...nowhere, tableId: table?.id ?? null, place: table?.place ?? null },
  };
}

/** How to find one cell of a table. */
export interface CellQuery {
  readonly tableId: string;
  readonly column: MoneyColumn;
  readonly side?: TableSide;
  /** Name of the row without numbering; a total row when absent. */
  readonly name?: string;
  readonly code?: string;
}

/** Names of rows as they were last asked for: every document prints the same few hundred, and a few more. */
const rowNames = new Map<string, string>();

/** How many names are kept. */
const namesKept = 5000;

/** The name of a row without numbering and ringed marks, brackets evened out. */
export function rowName(name: string): string {
  const known = rowNames.get(name);
  if (known !== undefined) return known;
  const plain = name
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/^(?:[一二三四五六七八九十]+、|[①-⑳\d]\s*(?=\p{Script=Han}))/u, '');
  if (rowNames.size === namesKept) rowNames.clear();
  rowNames.set(name, plain);
  return plain;
}

/** The row a query means; undefined when the table has none. */
export function findRow(table: Table, query: CellQuery): Row | undefined {
  const { code, name, side } = query;
  const isOnSide = (row: Row): boolean => side === undefined || row.side === side;
  if (code !== undefined) return table.rows.find((row) => isOnSide(row) && row.code === code);
  if (name === undefined)
    return table.rows.findLast((row) => isOnSide(row) && row.kind === 'total');
  return table.rows.find((row) => isOnSide(row) && rowName(row.name) === name);
}

/** The side a query finds; a side without an amount when table, row or cell is missing. */
export function querySide(disclosure: Disclosure, query: CellQuery): Side {
  const table = filledTable(disclosure, query.tableId);
  const row = table === undefined ? undefined : findRow(table, query);
  if (table === undefined || row === undefined) {
    return missingSide(disclosure, query.tableId, query.name ?? columnNames[query.column]);
  }
  return cellSide(disclosure, table, row, query.column);
}

/** The amounts of several sides added; parts without an amount are counted as blanks, not as zero. */
export function sumSides(label: string, sides: readonly Part[]): Side {
  const known = sides.filter((side) => side.fen !== null);
  return {
    label,
    fen: known.length === 0 ? null : known.reduce((sum, side) => sum + (side.fen ?? 0), 0),
    boundFen: known.reduce((sum, side) => sum + side.boundFen, 0),
    parts: known.reduce((sum, side) => sum + side.parts, 0),
    blanks: sides.length - known.length,
    lossy: sides.some((side) => side.lossy),
    at: sides[0]?.at ?? nowhere,
  };
}

/** Rows of one table added in one column. */
export function sumRows(
  disclosure: Disclosure,
  table: Table,
  rows: readonly Row[],
  column: MoneyColumn,
  label: string,
): Side {
  const sum = sumSides(
    label,
    rows.map((row) => cellPart(disclosure, table, row, column)),
  );
  return { ...sum, lossy: hasLost(disclosure, table.id) };
}

/** An amount of a form. */
export function amountSide(label: string, amount: Amount | null, projectN: number | null): Side {
  return {
    label,
    fen: amount?.fen ?? null,
    boundFen: amount === null ? 0 : halfStepFen(amount.read ?? amount.printed, amount.moneyUnit),
    parts: amount === null ? 0 : 1,
    blanks: amount === null ? 1 : 0,
    lossy: false,
    at: { ...nowhere, place: amount?.place ?? null, projectN },
  };
}
