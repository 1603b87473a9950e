import type { ExtractedCell, ExtractedRow } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { TableDefinition, TableSide } from '../schema/table-set.ts';
import { loneText } from './find-tables.ts';
import { type GridColumn, readGridHeader } from './grid-header.ts';
import { cutBlankRuns } from './blank-runs.ts';
import { readAcross } from './grid-across.ts';
import { compareKey, isDash, rowName, subjectCode } from './printed-text.ts';
import type { Damage, RawRow, RawTable } from './raw-row.ts';

/**
 * A table whose cells stand in columns, read by the words of its header. Both sides of a two-sided
 * line become a row each, the revenue side first.
 * @throws ImportRefusal when a cell with text has no column, or an amount has no name.
 */
export function readGrid(printed: readonly ExtractedRow[], definition: TableDefinition): RawTable {
  if (definition.layout === 'items-across') return readAcross(printed, definition);
  const lines = printed.map((row) => cutBlankRuns(row, definition));
  const prescribed = new Set([
    '合计',
    ...(definition.rows ?? []).map((row) => compareKey(row.name)),
  ]);
  const isRow = (row: ExtractedRow): boolean =>
    row.cells.length > 1 || prescribed.has(compareKey(loneText(row) ?? ''));
  const rows = lines.filter(isRow);
  const header = readGridHeader(rows, definition);
  const sides = definition.columns.some((column) => column.side !== null)
    ? (['revenue', 'expenditure'] as const)
    : ([null] as const);
  const body = rows.slice(header.bodyStart);
  for (const row of body) refuseStrayCells(row, header.columns);
  const raw =
    definition.blocks === undefined
      ? body.flatMap((row) => {
          const sharedName = sides.length > 1 ? totalName(row) : '';
          return sides.flatMap((side) => readSide(row, header.columns, side, sharedName) ?? []);
        })
      : readBlocks(body, header.columns, definition.blocks);
  const damages = [
    ...header.damages,
    ...body.flatMap((row) => lostNames(row, header.columns)),
    ...strayLines(lines, body),
  ];
  const columns = header.columns.flatMap((column) =>
    column?.role === 'money' ? [column.column.id] : [],
  );
  return { columns: [...new Set(columns)], rows: raw, damages };
}

/** The name of a total that is printed once for both sides of a line; empty = none. */
function totalName(row: ExtractedRow): string {
  const name = rowName(row.cells.find((cell) => cell.text !== '')?.text ?? '');
  return /^(?:合计|总计)$/u.test(name) ? name : '';
}

/**
 * The rows of blocks that stand side by side, block after block. A subtotal whose amount stands in a
 * block to the right of its name is one row, at the end of the block of its amount.
 */
function readBlocks(
  body: readonly ExtractedRow[],
  columns: readonly (GridColumn | undefined)[],
  blocks: number,
): RawRow[] {
  const rows: RawRow[][] = Array.from({ length: blocks }, () => []);
  for (const line of body) {
    let open: { readonly row: RawRow; readonly block: number } | undefined;
    for (let block = 0; block < blocks; block += 1) {
      const own = columns.map((column) => (column?.block === block ? column : undefined));
      const name = open?.row.name ?? '';
      const row = readSide(line, own, null, name);
      if (row === undefined) continue;
      if (open !== undefined && row.name === name && row.code === null) {
        rows[block]?.push({ ...open.row, money: row.money });
        open = undefined;
        continue;
      }
      if (open !== undefined) rows[open.block]?.push(open.row);
      open = undefined;
      const isSubtotal = row.code === null && row.money.length === 0 && row.name.endsWith('合计');
      if (isSubtotal) open = { row, block };
      else rows[block]?.push(row);
    }
    if (open !== undefined) rows[open.block]?.push(open.row);
  }
  return rows.flat();
}

/** The row of one side of a line; undefined when the side prints nothing. */
function readSide(
  row: ExtractedRow,
  columns: readonly (GridColumn | undefined)[],
  side: TableSide | null,
  sharedName: string,
): RawRow | undefined {
  const naming = {
    code: [] as ExtractedCell[],
    name: [] as ExtractedCell[],
    name2: [] as ExtractedCell[],
    line: [] as ExtractedCell[],
  };
  const money: RawRow['money'][number][] = [];
  columns.forEach((column, position) => {
    const cell = row.cells[position];
    if (column === undefined || cell === undefined || column.column.side !== side) return;
    if (cell.text === '' && cell.correction === undefined) return;
    if (column.role === 'name') naming[column.column.id].push(cell);
    else if (!isDash(cell.text) && cell.text !== '') money.push({ column: column.column.id, cell });
  });
  const cells = [...naming.code, ...naming.name];
  const code = subjectCode(naming.code[0]?.text ?? '');
  const own = rowName((code === null ? cells : naming.name).map((cell) => cell.text).join(''));
  const name = own === '' && money.length > 0 ? sharedName : own;
  const first = cells[0] ?? money[0]?.cell;
  if (first === undefined || (name === '' && code === null && money.length === 0)) return undefined;
  if (money.length === 0 && code === null && isDash(name)) return undefined;
  refuseNameless(name, first);
  const name2 = rowName(naming.name2.map((cell) => cell.text).join(''));
  const correction = cells.find((cell) => cell.correction !== undefined)?.correction;
  return {
    side,
    code,
    name,
    name2: name2 === '' ? null : name2,
    money,
    place: first.place,
    ...(correction === undefined ? {} : { correction }),
  };
}

/** Lines of text between the body rows, which may be the end of a broken name. */
function strayLines(lines: readonly ExtractedRow[], body: readonly ExtractedRow[]): Damage[] {
  const [first] = body;
  const last = body.at(-1);
  if (first === undefined || last === undefined) return [];
  return lines
    .slice(lines.indexOf(first), lines.indexOf(last))
    .filter((row) => !body.includes(row))
    .map(({ place }) => ({ place, what: '表内夹有一行文字，不属于任何一栏，未读入' }));
}

/** Names that recognition has turned into a ruling line, on rows that print no amount. */
function lostNames(row: ExtractedRow, columns: readonly (GridColumn | undefined)[]): Damage[] {
  return row.cells.flatMap((cell, position) =>
    columns[position]?.role === 'name' && isDash(cell.text) && cell.text.length > 2
      ? [{ place: cell.place, what: '一个行名的文字残缺成横线，该行没有金额' }]
      : [],
  );
}

/** @throws ImportRefusal when a row is named by no word at all. */
export function refuseNameless(name: string, cell: ExtractedCell): void {
  if (/[\p{Script=Han}A-Za-z0-9]/u.test(name)) return;
  throw new ImportRefusal({
    place: cell.place,
    unexpected: `row name "${name}"`,
    expected: 'the name of a row',
    todo: 'Add a correction with the name, or with an empty text if the line prints no row.',
  });
}

function refuseStrayCells(row: ExtractedRow, columns: readonly (GridColumn | undefined)[]): void {
  const stray = row.cells.find((cell, index) => cell.text !== '' && columns[index] === undefined);
  if (stray === undefined || isDash(stray.text)) return;
  throw new ImportRefusal({
    place: stray.place,
    unexpected: `text "${stray.text}" in a column without a header`,
    expected: 'an empty cell',
    todo: 'Add a correction that moves or empties the cell.',
  });
}
