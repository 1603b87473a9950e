import type { ExtractedCell } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { TableColumn, TableDefinition, TableSide } from '../schema/table-set.ts';
import { compareKey, rowName } from './printed-text.ts';
import type { RawRow } from './raw-row.ts';
import { endsRow, type PlacedWord, type SpacedLine } from './spaced-line.ts';
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
  const [left, right, ...more] = namesOf(reader, line);
  if (left === undefined) {
    const name = openName(reader.open);
    if (name === '' && line.cells.some((cell) => cell.text !== '')) refuseName(line, '');
    emit(reader, line, line.cells, sideOf(reader, name, 0));
    return;
  }
  if (more.length > 0) refuseName(line, line.row.text.trim());
  if (startsRow(reader, line, left)) closeOpen(reader);
  openWith(reader, line, left);
  if (right !== undefined) {
    const between = line.cells.slice(endOf(left), right[0]?.index);
    emit(reader, line, between, 'revenue');
    openWith(reader, line, right);
    emit(reader, line, line.cells.slice(endOf(right)), 'expenditure');
  } else if (endsRow(line, expenditureColumns(reader.columns))) {
    const side = sideOf(reader, openName(reader.open), line.leading);
    emit(reader, line, line.cells.slice(endOf(left)), side);
  }
}

/** The words of a line by name: a word goes on with the name directly before it unless it begins one. */
function namesOf(reader: SideReader, line: SpacedLine): PlacedWord[][] {
  const names: PlacedWord[][] = [];
  for (const word of line.words) {
    const before = names.at(-1);
    const adjoins = before !== undefined && endOf(before) === word.index;
    const begins = startsName(word) || reader.names.has(compareKey(word.cell.text));
    if (before !== undefined && adjoins && !begins) before.push(word);
    else names.push([word]);
  }
  return names;
}

const startsName = (word: PlacedWord): boolean =>
  /^[一二三四五六七八九十]+、/u.test(word.cell.text);

/** Position after the last word of a name. */
const endOf = (name: readonly PlacedWord[]): number => (name.at(-1)?.index ?? -1) + 1;

function openWith(reader: SideReader, line: SpacedLine, name: readonly PlacedWord[]): void {
  reader.open.words.push(...name.map(({ cell }) => cell));
  reader.open.lines.push(line);
}

/** Money columns of the expenditure side: empty cells of a line belong to it. */
const expenditureColumns = (columns: readonly TableColumn[]): number =>
  columns.filter((column) => column.side === 'expenditure').length;

const openName = (open: OpenName): string =>
  compareKey(open.words.map((cell) => cell.text).join(''));

/** Whether a line starts a row of its own although a broken name is still open. */
function startsRow(reader: SideReader, line: SpacedLine, left: readonly PlacedWord[]): boolean {
  if (reader.open.words.length === 0) return false;
  const first = left.map(({ cell }) => cell.text).join('');
  const name = openName(reader.open);
  if (reader.names.has(name + compareKey(first))) return false;
  return reader.names.has(name) || line.leading > 0 || left.slice(0, 1).some(startsName);
}

function sideOf(reader: SideReader, name: string, leading: number): TableSide | undefined {
  return reader.names.get(name) ?? (leading > 0 ? 'expenditure' : undefined);
}

/** Ends an open name as a row that prints no amount. */
function closeOpen(reader: SideReader): void {
  const last = reader.open.lines.at(-1);
  if (last === undefined) return;
  const name = openName(reader.open);
  emit(reader, last, [], sideOf(reader, name, reader.open.lines[0]?.leading ?? 0));
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
    side,
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
