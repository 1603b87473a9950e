import type { ExtractedRow } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { NameColumn, TableColumn, TableDefinition } from '../schema/table-set.ts';
import type { Damage } from './raw-row.ts';
import { headerKey, isNumber } from './printed-text.ts';

/**
 * What a column of the grid means: it names the row, or prints money; in which of the blocks that stand
 * side by side, counted from 0.
 */
export type GridColumn =
  | { readonly role: 'name'; readonly column: NameColumn; readonly block: number }
  | { readonly role: 'money'; readonly column: TableColumn; readonly block: number };

/** The header of a table in cells: the meaning of each cell position, and where the body starts. */
export interface GridHeader {
  /** By cell index; undefined = the position has no column. */
  readonly columns: readonly (GridColumn | undefined)[];
  readonly bodyStart: number;
  readonly damages: readonly Damage[];
}

/** All columns of a definition, block by block: on each side the naming columns before the money columns. */
export function definedColumns(definition: TableDefinition): GridColumn[] {
  const sides = [null, 'revenue', 'expenditure'] as const;
  return Array.from({ length: definition.blocks ?? 1 }, (_, block) =>
    sides.flatMap((side) => [
      ...definition.nameColumns
        .filter((column) => column.side === side)
        .map((column): GridColumn => ({ role: 'name', column, block })),
      ...definition.columns
        .filter((column) => column.side === side)
        .map((column): GridColumn => ({ role: 'money', column, block })),
    ]),
  ).flat();
}

/**
 * The meaning of each cell position, from the header's own words: for each position the lowest
 * header cell that is a known title. Where recognition has destroyed a title, the number of columns
 * decides if it leaves no choice, and that is noted.
 * @throws ImportRefusal when a position that prints money cannot be told.
 */
export function readGridHeader(
  rows: readonly ExtractedRow[],
  definition: TableDefinition,
): GridHeader {
  const defined = definedColumns(definition);
  const titles = new Set(defined.flatMap((column) => column.column.titles));
  const keys = rows.map((row) => headerKeys(row, titles));
  const firstMoney = rows.findIndex((row) =>
    row.cells.some((cell) => /\d\.\s*\d/u.test(cell.text)),
  );
  const limit = firstMoney === -1 ? rows.length : firstMoney;
  let last = -1;
  for (let i = 0; i < limit; i += 1) {
    if ((keys[i] ?? []).filter((key) => titles.has(key)).length > 1) last = i;
  }
  const bodyStart = afterNumbering(rows, last + 1);
  const stacks = keys.slice(0, last + 1).reverse();
  const named = assignByTitle(stacks, defined);
  return fillByShape({ rows, bodyStart, headerRow: rows[last], named, defined, definition });
}

/** Header keys of a row; a cell that holds several titles before empty cells is spread over them. */
function headerKeys(row: ExtractedRow, titles: ReadonlySet<string>): string[] {
  const keys = row.cells.map((cell) => headerKey(cell.text));
  row.cells.forEach((cell, index) => {
    const words = cell.text.split(/\s+/u).map(headerKey);
    const room = keys.slice(index + 1, index + words.length).every((key) => key === '');
    if (words.length < 2 || !room || titles.has(keys[index] ?? '')) return;
    if (!words.every((word) => titles.has(word))) return;
    words.forEach((word, offset) => (keys[index + offset] = word));
  });
  return keys;
}

/** Skips the row that numbers the columns (1 2 3 …), with or without the word 栏次 before them. */
function afterNumbering(rows: readonly ExtractedRow[], start: number): number {
  const printed =
    rows[start]?.cells.filter((cell) => !['', '栏次'].includes(headerKey(cell.text))) ?? [];
  const numbered =
    printed.length > 1 &&
    printed.every(
      (cell, index) => isNumber(cell.text) && Number(cell.text.normalize('NFKC')) === index + 1,
    );
  return numbered ? start + 1 : start;
}

/** Columns by position; a title that both sides print belongs to the revenue side first. */
function assignByTitle(
  stacks: readonly (readonly string[])[],
  defined: readonly GridColumn[],
): (GridColumn | undefined)[] {
  const width = Math.max(0, ...stacks.map((stack) => stack.length));
  const free = [...defined];
  return Array.from({ length: width }, (_, position) => {
    for (const stack of stacks) {
      const key = stack[position] ?? '';
      const found = free.findIndex((column) => column.column.titles.includes(key));
      if (key !== '' && found !== -1) return free.splice(found, 1)[0];
    }
    return undefined;
  });
}

interface ShapeInput {
  readonly rows: readonly ExtractedRow[];
  readonly bodyStart: number;
  readonly headerRow: ExtractedRow | undefined;
  readonly named: readonly (GridColumn | undefined)[];
  readonly defined: readonly GridColumn[];
  readonly definition: TableDefinition;
}

/** Fills positions without a readable title when exactly as many columns are left, in order. */
function fillByShape(input: ShapeInput): GridHeader {
  const { rows, bodyStart, headerRow, named, defined, definition } = input;
  const missing = defined.filter(
    (column) => !named.includes(column) && column.column.optional !== true,
  );
  const body = rows.slice(bodyStart);
  const printsMoney = (position: number): boolean =>
    body.some((row) => isNumber(row.cells[position]?.text ?? ''));
  const printsHeader = (position: number): boolean =>
    (headerRow?.cells[position]?.text ?? '') !== '';
  const unread = Array.from(named.keys()).filter(
    (position) =>
      named[position] === undefined &&
      (position < defined.length || printsHeader(position) || printsMoney(position)),
  );
  if (missing.length === 0 || (unread.length === 0 && missing.every(isMoney))) {
    return { columns: named, bodyStart, damages: [] };
  }
  const place = headerRow?.place ?? rows[0]?.place ?? 'L1';
  const filled = defined.map((column, position) => named[position] ?? column);
  if (unread.length !== missing.length || filled.some((column, i) => column !== defined[i])) {
    throw new ImportRefusal({
      place,
      unexpected: `header of ${definition.id} without ${missing.map((column) => column.column.titles[0]).join(', ')}`,
      expected: 'the headers of the table set',
      todo: 'Add a correction for the header line, or the printed header to the table set.',
    });
  }
  const titles = missing.map((column) => column.column.titles[0]).join('、');
  const what = `表头“${titles}”的文字残缺，按列数和次序认定该列`;
  return { columns: filled, bodyStart, damages: [{ place, what }] };
}

const isMoney = (column: GridColumn): boolean => column.role === 'money';
