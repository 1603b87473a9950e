import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';
import { formatShare } from './share.ts';

/**
 * What a document has in a cell of the comparison: an amount; a row that prints nothing there; no such
 * row; the same row more than once, so that none can be chosen; a table printed empty; no such table.
 */
export type ComparedState = 'amount' | 'blank' | 'no-row' | 'repeated' | 'empty-table' | 'no-table';

/** One figure of the comparison. */
export interface ComparedCell {
  readonly state: ComparedState;
  /** 分; null unless an amount is printed. */
  readonly fen: number | null;
  /** Lines added for it that print nothing in the column. */
  readonly blanks: number;
  /** Share of the printed total, which its parts add up to; null = not to be had. */
  readonly share: string | null;
  /** Amount less that of the first unit-year, in 分; null for the first, or where one of the two is missing or incomplete. */
  readonly differenceFen: number | null;
}

/** One line of the comparison, one cell for each unit-year. */
export interface ComparedRow {
  readonly code: string | null;
  readonly name: string;
  /** Other names that unit-years print for it, and what else is to be said; empty = nothing. */
  readonly notes: readonly string[];
  /** 0 = topmost, below the total. */
  readonly depth: number;
  readonly isTotal: boolean;
  readonly cells: readonly ComparedCell[];
}

/** A row of a table as the comparison looks for it. */
export interface KeyedRow {
  /** What rows of several tables have in common when they are the same line. */
  readonly key: string;
  readonly depth: number;
  readonly row: Row;
}

/** How rows of a kind of table are told apart. */
export interface RowKeys {
  /** The lines of a table without its total, in document order. */
  readonly lines: (table: Table) => KeyedRow[];
  /** Whether several rows of one key add up (lines parted by 政府预算经济科目) instead of repeating each other. */
  readonly addsUp: (rows: readonly Row[]) => boolean;
  /** Order of the keys; undefined = as the documents have them. */
  readonly order?: (a: string, b: string) => number;
}

/** Amount of a row in a column in 分; null = it prints nothing there. */
const fenOf = (row: Row, column: MoneyColumn): number | null =>
  row.cells.find((cell) => cell.column === column)?.fen ?? null;

/** The rows of one table of several documents side by side, its total first. undefined = no such table. */
export function compareRows(
  tables: readonly (Table | undefined)[],
  column: MoneyColumn,
  keys: RowKeys,
): ComparedRow[] {
  const lines = tables.map((table) => (table === undefined ? [] : keys.lines(table)));
  const totals = tables.map((table) => table?.rows.filter(({ kind }) => kind === 'total') ?? []);
  const wholes = tables.map((_, i) => wholeOf(totals[i] ?? [], lines[i] ?? [], column));
  const total = comparedRow(tables, totals, { column, addsUp: () => false, wholes });
  const rows = mergeKeys(lines, keys.order).map((key) => {
    const found = lines.map((of) => of.filter((line) => line.key === key));
    const rowsOf = found.map((of) => of.map(({ row }) => row));
    const depth = found.flat()[0]?.depth ?? 0;
    return { ...comparedRow(tables, rowsOf, { column, addsUp: keys.addsUp, wholes }), depth };
  });
  return [{ ...total, name: '合计', notes: [], isTotal: true }, ...rows];
}

interface RowContext {
  readonly column: MoneyColumn;
  readonly addsUp: RowKeys['addsUp'];
  readonly wholes: readonly (number | null)[];
}

function comparedRow(
  tables: readonly (Table | undefined)[],
  rows: readonly (readonly Row[])[],
  { column, addsUp, wholes }: RowContext,
): ComparedRow {
  const figures = tables.map((table, i) => figureOf(table, rows[i] ?? [], column, addsUp));
  const all = rows.flat();
  const [name = '', ...others] = [...new Set(all.map((row) => row.name))];
  const second = [...new Set(all.flatMap(({ name2 }) => name2 ?? []))];
  return {
    code: all.find(({ code }) => code !== null)?.code ?? null,
    name,
    notes: [
      ...others.map((other) => `也印作“${other}”`),
      ...(second.length > 0 ? [`政府经济科目：${second.join('、')}`] : []),
    ],
    depth: 0,
    isTotal: false,
    cells: withDifferences(figures, wholes),
  };
}

type Figure = Pick<ComparedCell, 'state' | 'fen' | 'blanks'>;

function figureOf(
  table: Table | undefined,
  rows: readonly Row[],
  column: MoneyColumn,
  addsUp: RowKeys['addsUp'],
): Figure {
  const nothing = (state: ComparedState): Figure => ({ state, fen: null, blanks: 0 });
  if (table === undefined) return nothing('no-table');
  if (table.status === 'printed-empty') return nothing('empty-table');
  if (rows.length === 0) return nothing('no-row');
  if (rows.length > 1 && !addsUp(rows)) return nothing('repeated');
  const fens = rows.map((row) => fenOf(row, column));
  const known = fens.filter((fen) => fen !== null);
  if (known.length === 0) return nothing('blank');
  const fen = known.reduce((sum, part) => sum + part, 0);
  return { state: 'amount', fen, blanks: fens.length - known.length };
}

/** Figures with their shares and their differences from the first. */
export function withDifferences(
  figures: readonly Figure[],
  wholes: readonly (number | null)[],
): ComparedCell[] {
  const [first] = figures;
  return figures.map((figure, i) => {
    const whole = wholes[i] ?? null;
    const fen = completeFen(figure);
    const firstFen = completeFen(first);
    return {
      ...figure,
      share: fen === null || whole === null ? null : formatShare(fen, whole),
      differenceFen: i === 0 || fen === null || firstFen === null ? null : fen - firstFen,
    };
  });
}

/** The amount that shares and differences are made of; null where a line of it prints nothing. */
const completeFen = (figure: Figure | undefined): number | null =>
  figure === undefined || figure.blanks > 0 ? null : figure.fen;

/** Rounding of one printed 万元 with two decimals, in 分. */
const roundingFen = 10_000;

/**
 * The total that shares are taken of; null where none is printed, where it is not above zero, or where
 * the topmost lines do not add up to it within rounding: a share of an incomplete whole misleads.
 * Basis: our own practice; ±0.01 万元 for each added line.
 */
function wholeOf(
  totals: readonly Row[],
  lines: readonly KeyedRow[],
  column: MoneyColumn,
): number | null {
  const [total, second] = totals;
  if (total === undefined || second !== undefined) return null;
  const whole = fenOf(total, column);
  if (whole === null || whole <= 0) return null;
  const parts = lines
    .filter(({ depth }) => depth === 0)
    .flatMap(({ row }) => fenOf(row, column) ?? []);
  const sum = parts.reduce((all, part) => all + part, 0);
  return Math.abs(sum - whole) <= roundingFen * parts.length ? whole : null;
}

/** The keys of several tables in one order: that given, else each after the one it follows in its table. */
function mergeKeys(tables: readonly (readonly KeyedRow[])[], order: RowKeys['order']): string[] {
  const merged: string[] = [];
  for (const lines of tables) {
    let at = -1;
    for (const { key } of lines) {
      const known = merged.indexOf(key);
      if (known >= 0) at = known;
      else merged.splice((at += 1), 0, key);
    }
  }
  return order === undefined ? merged : merged.sort(order);
}
