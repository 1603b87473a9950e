import type { ExtractedCell, ExtractedRow } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { TableColumn, TableDefinition } from '../schema/table-set.ts';
import { compareKey, headerKey, rowName, subjectCode } from './printed-text.ts';
import type { RawRow, RawTable } from './raw-row.ts';
import { moneyOf, refuseLostBlanks } from './spaced-money.ts';
import { readSpacedHeader } from './spaced-header.ts';
import { cutSpacedLine, endsRow, joinLines, type SpacedLine } from './spaced-line.ts';
import { readSpacedSides } from './spaced-sides.ts';
import { readSpacedSubjectSides } from './spaced-subject-sides.ts';

/** How a document prints lines whose columns are separated by single blanks. */
export interface SpacedContext {
  /** Whether bold text is printed twice. */
  readonly doubled: boolean;
  /** Whether empty cells are printed as blanks, so that positions can be trusted. */
  readonly keepsBlanks: boolean;
}

/**
 * A table whose columns are separated by single blanks and whose names may be broken over lines.
 * @throws ImportRefusal when a cell cannot be given a column or an amount a name.
 */
export function readSpaced(
  lines: readonly ExtractedRow[],
  definition: TableDefinition,
  context: SpacedContext,
): RawTable {
  refuseWithoutCells(lines, definition);
  const header = readSpacedHeader(lines, definition);
  const body = lines
    .slice(header.bodyStart)
    .filter((row) => !isFurniture(row))
    .map((row) => cutSpacedLine(row, context.doubled))
    .filter((line) => !isNumbering(line));
  const rows = readBody(body, definition, header.columns);
  if (!context.keepsBlanks) refuseLostBlanks(rows, header.columns);
  return { columns: header.columns.map((column) => column.id), rows, damages: [] };
}

/** @throws ImportRefusal when amounts could not be told apart without cells: line numbers among them, rows side by side. */
function refuseWithoutCells(lines: readonly ExtractedRow[], definition: TableDefinition): void {
  const { blocks, layout, nameColumns } = definition;
  const titles = nameColumns.flatMap(({ id, titles }) => (id === 'line' ? titles : []));
  const numbered = lines.find((row) => titles.some((title) => headerKey(row.text).includes(title)));
  if (blocks === undefined && layout !== 'items-across' && numbered === undefined) return;
  throw new ImportRefusal({
    place: numbered?.place ?? lines[0]?.place ?? null,
    unexpected: `${definition.id} in running lines`,
    expected: 'cells, since its numbers cannot be told apart without them',
    todo: 'Import the document as PDF, DOCX, XLSX or HTML, or separate the cells by tabs.',
  });
}

/** Lines inside a table that are no part of it: the head of a part of the document. */
const isFurniture = (row: ExtractedRow): boolean =>
  /^第[一二三四五六七八九十]+部分/u.test(compareKey(row.cells[0]?.text ?? ''));

const printedCells = (line: SpacedLine): ExtractedCell[] =>
  line.cells.filter((cell) => cell.text !== '');

/** The line that numbers the columns, 1 2 3 …. */
const isNumbering = (line: SpacedLine): boolean =>
  printedCells(line).length > 1 &&
  line.words.length === 0 &&
  printedCells(line).every((cell, index) => cell.text.normalize('NFKC') === String(index + 1));

function readBody(
  body: readonly SpacedLine[],
  definition: TableDefinition,
  columns: readonly TableColumn[],
): RawRow[] {
  if (definition.layout === 'two-sided') return readSpacedSides(body, definition, columns);
  if (definition.layout === 'two-sided-by-subject') return readSpacedSubjectSides(body, columns);
  if (definition.layout === 'by-subject') {
    return groupLines(body, startsSubject).map((lines) => subjectRow(lines, columns));
  }
  const known = (definition.rows ?? []).map((row) => compareKey(row.name));
  const groups = groupByCompletion(body, known, columns.length);
  const withName2 = definition.layout === 'by-economic-class';
  return groups.map((lines) => namedRow(lines, columns, withName2));
}

const startsSubject = (line: SpacedLine): boolean => {
  const first = line.cells.find((cell) => cell.text !== '')?.text ?? '';
  return subjectCode(first) !== null || /^(?:合计|总计)$/u.test(compareKey(first));
};

/** Lines grouped by the line that starts a row. */
function groupLines(
  body: readonly SpacedLine[],
  starts: (line: SpacedLine) => boolean,
): SpacedLine[][] {
  const groups: SpacedLine[][] = [];
  for (const line of body) {
    const last = groups.at(-1);
    if (last === undefined || starts(line)) groups.push([line]);
    else last.push(line);
  }
  return groups;
}

/** Lines grouped by the line that completes a row; a prescribed name alone is a row too. */
function groupByCompletion(
  body: readonly SpacedLine[],
  known: readonly string[],
  moneyColumns: number,
): SpacedLine[][] {
  const groups: SpacedLine[][] = [];
  let open: SpacedLine[] = [];
  for (const line of body) {
    const name = compareKey(
      joinLines(open)
        .words.map((cell) => cell.text)
        .join(''),
    );
    if (open.length > 0 && known.includes(name) && line.words.length > 0) {
      groups.push(open);
      open = [];
    }
    open.push(line);
    if (!endsRow(line, moneyColumns)) continue;
    groups.push(open);
    open = [];
  }
  return open.length > 0 ? [...groups, open] : groups;
}

function subjectRow(lines: readonly SpacedLine[], columns: readonly TableColumn[]): RawRow {
  const first = firstPrinted(lines);
  const code = subjectCode(first?.text ?? '');
  const run = joinLines(lines);
  const tail = run.words.length > 0 ? run.tail : [];
  return rawRow({ lines, code, words: run.words, name2: null, tail, columns });
}

const firstPrinted = (lines: readonly SpacedLine[]): ExtractedCell | undefined =>
  lines[0]?.cells.find((cell) => cell.text !== '');

function namedRow(
  lines: readonly SpacedLine[],
  columns: readonly TableColumn[],
  withName2: boolean,
): RawRow {
  const run = joinLines(lines);
  const last = lines.at(-1);
  const skipsName2 = withName2 && run.tail[0]?.text === '';
  if (!withName2)
    return rawRow({ lines, code: null, words: run.words, name2: null, tail: run.tail, columns });
  const second = last !== undefined && last.words.length > 1 ? run.words.at(-1) : undefined;
  if (second === undefined && !skipsName2 && run.words.length > 1) {
    throw new ImportRefusal({
      place: last?.row.place ?? null,
      unexpected: 'broken lines whose two names cannot be told apart',
      expected: 'both economic classes on the line of their amounts',
      todo: 'Add a correction that joins the lines.',
    });
  }
  const words = second === undefined ? run.words : run.words.slice(0, -1);
  const tail = skipsName2 && second === undefined ? run.tail.slice(1) : run.tail;
  return rawRow({ lines, code: null, words, name2: second ?? null, tail, columns });
}

interface RawRowInput {
  readonly lines: readonly SpacedLine[];
  readonly code: string | null;
  readonly words: readonly ExtractedCell[];
  readonly name2: ExtractedCell | null;
  readonly tail: readonly ExtractedCell[];
  readonly columns: readonly TableColumn[];
}

function rawRow(input: RawRowInput): RawRow {
  const { lines, code, words, name2, tail, columns } = input;
  const place = lines[0]?.row.place ?? 'L1';
  const money = moneyOf(tail, columns, place);
  const name = rowName(words.map((cell) => cell.text).join(''));
  if (name === '') {
    throw new ImportRefusal({
      place,
      unexpected: 'amounts without a row name',
      expected: 'a name before the amounts',
      todo: 'Add a correction that restores the name.',
    });
  }
  const correction = lines.find((line) => line.row.correction !== undefined)?.row.correction;
  return {
    side: null,
    code,
    name,
    name2: name2 === null ? null : rowName(name2.text),
    money,
    place: firstPrinted(lines)?.place ?? place,
    ...(correction === undefined ? {} : { correction }),
  };
}
