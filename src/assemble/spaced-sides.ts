import type { ExtractedCell } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { TableColumn, TableDefinition, TableSide } from '../schema/table-set.ts';
import { compareKey, rowName } from './printed-text.ts';
import type { RawRow } from './raw-row.ts';
import { endsRow, type SpacedLine } from './spaced-line.ts';
import { moneyOf } from './spaced-money.ts';

/** A name whose row is not complete yet, with the lines it is broken over. */
interface OpenName {
  readonly words: ExtractedCell[];
  readonly lines: SpacedLine[];
}

interface SideReader {
  readonly names: ReadonlyMap<string, TableSide>;
  readonly columns: readonly TableColumn[];
  readonly rows: RawRow[];
  open: OpenName;
}

/**
 * The rows of a two-sided table whose columns are separated by single blanks. A line with two names
 * is a row on each side; with one name, the prescribed rows say the side, else the blanks before it.
 * @throws ImportRefusal when the side of a name cannot be told.
 */
export function readSpacedSides(
  body: readonly SpacedLine[],
  definition: TableDefinition,
  columns: readonly TableColumn[],
): RawRow[] {
  const names = new Map<string, TableSide>();
  for (const row of definition.rows ?? []) {
    if (row.side !== null) names.set(compareKey(row.name), row.side);
  }
  const reader: SideReader = { names, columns, rows: [], open: { words: [], lines: [] } };
  for (const line of body) readLine(reader, line);
  closeOpen(reader);
  return reader.rows;
}

function readLine(reader: SideReader, line: SpacedLine): void {
  const { open } = reader;
  if (line.words.length === 0) {
    if (open.words.length === 0 && line.cells.some((cell) => cell.text !== ''))
      refuseName(line, '');
    emit(reader, line, line.cells, sideOf(reader, openName(open), 0));
    return;
  }
  if (startsRow(reader, line)) closeOpen(reader);
  const [left = 0, right] = line.words;
  reader.open.words.push(line.cells[left] as ExtractedCell);
  reader.open.lines.push(line);
  if (right !== undefined) {
    emit(reader, line, line.cells.slice(left + 1, right), 'revenue');
    reader.open.words.push(line.cells[right] as ExtractedCell);
    reader.open.lines.push(line);
    emit(reader, line, line.cells.slice(right + 1), 'expenditure');
  } else if (endsRow(line, expenditureColumns(reader.columns))) {
    const side = sideOf(reader, openName(reader.open), line.leading);
    if (side === undefined) refuseName(line, openName(reader.open));
    emit(reader, line, line.cells.slice(left + 1), side);
  }
}

/** Money columns of the expenditure side: empty cells of a line belong to it. */
const expenditureColumns = (columns: readonly TableColumn[]): number =>
  columns.filter((column) => column.side === 'expenditure').length;

const openName = (open: OpenName): string =>
  compareKey(open.words.map((cell) => cell.text).join(''));

/** Whether a line starts a row of its own although a broken name is still open. */
function startsRow(reader: SideReader, line: SpacedLine): boolean {
  if (reader.open.words.length === 0) return false;
  const first = line.cells[line.words[0] ?? 0]?.text ?? '';
  const name = openName(reader.open);
  if (reader.names.has(name + compareKey(first))) return false;
  return reader.names.has(name) || line.leading > 0 || /^[一二三四五六七八九十]+、/u.test(first);
}

function sideOf(reader: SideReader, name: string, leading: number): TableSide | undefined {
  return reader.names.get(name) ?? (leading > 0 ? 'expenditure' : undefined);
}

/** Ends an open name as a row that prints no amount. */
function closeOpen(reader: SideReader): void {
  const last = reader.open.lines.at(-1);
  if (last === undefined) return;
  const name = openName(reader.open);
  const side = sideOf(reader, name, reader.open.lines[0]?.leading ?? 0);
  if (side === undefined) refuseName(last, name);
  emit(reader, last, [], side);
}

function emit(
  reader: SideReader,
  line: SpacedLine,
  tail: readonly ExtractedCell[],
  side: TableSide | undefined,
): void {
  const { words, lines } = reader.open;
  reader.open = { words: [], lines: [] };
  if (words.length === 0) return;
  if (side === undefined) refuseName(line, compareKey(words.map((cell) => cell.text).join('')));
  const columns = reader.columns.filter((column) => column.side === side);
  const correction = lines.find((part) => part.row.correction !== undefined)?.row.correction;
  reader.rows.push({
    side: side as TableSide,
    code: null,
    name: rowName(words.map((cell) => cell.text).join('')),
    name2: null,
    money: moneyOf(tail, columns, line.row.place),
    place: words[0]?.place ?? line.row.place,
    ...(correction === undefined ? {} : { correction }),
  });
}

function refuseName(line: SpacedLine, name: string): never {
  throw new ImportRefusal({
    place: line.row.place,
    unexpected: name === '' ? 'amounts without a row name' : `row "${name}" on an unknown side`,
    expected: 'a row of the table set, or blanks that show the side',
    todo: 'Add a correction for the line, or the row to the table set.',
  });
}
