import { docxRows } from './docx-rows.ts';
import { htmlRows } from './html-rows.ts';
import { pdfRows } from './pdf-rows.ts';
import { plainRadicals } from './plain-radicals.ts';
import { splitLines } from './plain-text.ts';
import { sheetRows } from './sheet-rows.ts';
import { xlsRows } from './xls-rows.ts';

/** One row of a source as the second reader sees it. */
export interface PlacedRow {
  /** Place of the row, as records name it. */
  readonly place: string;
  /** Its cells separated by tabs. */
  readonly text: string;
}

/** A source as lines of text, with the line at which each place stands. */
export interface SourceLines {
  readonly lines: readonly string[];
  /** Line by place of a row; null = places are line numbers already. */
  readonly lineAt: ReadonlyMap<string, number> | null;
}

type RowReader = (bytes: Uint8Array) => readonly PlacedRow[] | Promise<readonly PlacedRow[]>;

const readers: Readonly<Record<string, RowReader>> = {
  'text/html': (bytes) => htmlRows(decoded(bytes)),
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': docxRows,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': sheetRows,
  'application/vnd.ms-excel': xlsRows,
  'application/pdf': pdfRows,
};

/** The text of bytes in UTF-8, else in GB18030. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

/**
 * A source read a second time, by plain means and without the importer's libraries for it; null for
 * formats that have no second reader (XLS).
 * @throws when the text is in neither UTF-8 nor GB18030, or the file cannot be opened
 */
export async function sourceLines(
  bytes: Uint8Array,
  mediaType: string,
): Promise<SourceLines | null> {
  if (mediaType === 'text/plain') return { lines: splitLines(decoded(bytes)), lineAt: null };
  const rows = await readers[mediaType]?.(bytes);
  if (rows === undefined) return null;
  return {
    lines: rows.map(({ text }) => plainRadicals(text)),
    lineAt: new Map(rows.map(({ place }, i) => [place, i + 1])),
  };
}

/** Everything of a record with its places as line numbers; places the source lacks become line 0. */
export function withLinePlaces<T>(value: T, lineAt: ReadonlyMap<string, number>, name = ''): T {
  if (typeof value === 'string') {
    if (!/^(?:place|namePlace)$/u.test(name)) return value;
    const [, row = '', cell = ''] = /^(.*?)(C\d+)?$/u.exec(value) ?? [];
    return `L${lineAt.get(row) ?? 0}${cell}` as T;
  }
  if (Array.isArray(value)) return value.map((one: unknown) => withLinePlaces(one, lineAt)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]: [string, unknown]) => [
    key,
    withLinePlaces(one, lineAt, key),
  ]);
  return Object.fromEntries(entries) as T;
}

/** A line place named as the record names it. */
export function asRecordPlace(place: string, lineAt: ReadonlyMap<string, number>): string {
  const [, line, cell = ''] = /^L(\d+)(C\d+)?$/u.exec(place) ?? [];
  const row = [...lineAt].find(([, n]) => n === Number(line))?.[0];
  return row === undefined ? place : `${row}${cell}`;
}
