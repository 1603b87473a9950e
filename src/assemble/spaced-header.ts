import type { ExtractedRow } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { TableColumn, TableDefinition } from '../schema/table-set.ts';
import { definedColumns, type GridColumn } from './grid-header.ts';
import { headerKey } from './printed-text.ts';

/** The header of a table in running lines: its money columns in printed order, and where the body starts. */
export interface SpacedHeader {
  /** Money columns, on each side from left to right. */
  readonly columns: readonly TableColumn[];
  /** Index of the first body row. */
  readonly bodyStart: number;
}

/** A column, or a header that spans several columns, with the place of its title in reading order. */
interface HeaderEntry {
  readonly titles: readonly string[];
  readonly columns: readonly GridColumn[];
  readonly spans: boolean;
  /** Offset of its title in the header text; -1 = not printed so far. */
  at: number;
}

/**
 * The header of a table whose headers are broken over lines: the lines are read on as one text, as
 * far as it consists of the set's own headers, each at most once. Columns under one spanning header
 * stand together, where that header stands.
 * @throws ImportRefusal when a column of the set is not printed.
 */
export function readSpacedHeader(
  rows: readonly ExtractedRow[],
  definition: TableDefinition,
): SpacedHeader {
  const entries = headerEntries(definedColumns(definition));
  const start = rows.findIndex((row) => startsWithHeader(lineKey(row), entries));
  const bodyStart = start === -1 ? 0 : consume(rows, start, entries);
  const columns = orderedColumns(entries).flatMap((column) =>
    column.role === 'money' ? [column.column] : [],
  );
  const missing = definition.columns.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new ImportRefusal({
      place: rows[bodyStart]?.place ?? rows[0]?.place ?? null,
      unexpected: `header of ${definition.id} without ${missing.map((column) => column.titles[0]).join(', ')}`,
      expected: 'the headers of the table set',
      todo: 'Add a correction for the header line, or the printed header to the table set.',
    });
  }
  return { columns, bodyStart };
}

const lineKey = (row: ExtractedRow | undefined): string =>
  headerKey(row?.cells.map((cell) => cell.text).join('') ?? '');

function startsWithHeader(key: string, entries: readonly HeaderEntry[]): boolean {
  if (/^单位名称:./u.test(key)) return false;
  return entries.some((entry) => entry.titles.some((title) => key.startsWith(title)));
}

/** One entry a column, then one for each run of columns under the same spanning header. */
function headerEntries(defined: readonly GridColumn[]): HeaderEntry[] {
  const single = defined.map((column) => ({
    titles: column.column.titles,
    columns: [column],
    spans: false,
    at: -1,
  }));
  const spanning: HeaderEntry[] = [];
  let before = '';
  for (const column of defined) {
    const titles = column.column.groups ?? [];
    const last = spanning.at(-1);
    if (titles.join('|') === before && last !== undefined) {
      spanning[spanning.length - 1] = { ...last, columns: [...last.columns, column] };
    } else if (titles.length > 0) {
      spanning.push({ titles, columns: [column], spans: true, at: -1 });
    }
    if (titles.length > 0) before = titles.join('|');
  }
  return [...single, ...spanning];
}

/** Marks the entries printed from line `start` on; returns the line where no title fits any more. */
function consume(rows: readonly ExtractedRow[], start: number, entries: HeaderEntry[]): number {
  let text = '';
  let taken = 0;
  for (let index = start; index < rows.length; index += 1) {
    const lineStart = text.length;
    text += lineKey(rows[index]);
    for (;;) {
      const rest = text.slice(taken);
      if (rest === '' || mayGoOn(rest, entries)) break;
      const fit = longestFit(rest, entries);
      if (fit === undefined) {
        for (const entry of entries) if (entry.at >= lineStart) entry.at = -1;
        return index;
      }
      fit.entry.at = taken;
      taken += fit.title.length;
    }
  }
  return rows.length;
}

/** Whether text may be the beginning of a title that the next line continues. */
const mayGoOn = (text: string, entries: readonly HeaderEntry[]): boolean =>
  entries.some(
    (entry) =>
      entry.at === -1 &&
      entry.titles.some((title) => title.length > text.length && title.startsWith(text)),
  );

function longestFit(
  text: string,
  entries: readonly HeaderEntry[],
): { entry: HeaderEntry; title: string } | undefined {
  return entries
    .filter((entry) => entry.at === -1)
    .flatMap((entry) => entry.titles.map((title) => ({ entry, title })))
    .filter(({ title }) => text.startsWith(title))
    .sort((a, b) => b.title.length - a.title.length)[0];
}

/** Printed columns from left to right: those of a spanning header stand where it is printed. */
function orderedColumns(entries: readonly HeaderEntry[]): GridColumn[] {
  const spanAt = (column: GridColumn | undefined, at: number): number =>
    entries.find(
      (entry) => entry.spans && entry.at !== -1 && entry.columns.some((c) => c === column),
    )?.at ?? at;
  return entries
    .filter((entry) => !entry.spans && entry.at !== -1)
    .map((entry) => ({ entry, span: spanAt(entry.columns[0], entry.at) }))
    .sort((a, b) => a.span - b.span || a.entry.at - b.entry.at)
    .flatMap(({ entry }) => entry.columns);
}
