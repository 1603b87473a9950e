import { formatWithId, printNumber } from './sheet-numbers.ts';
import { emptySheet, putCell, shownRows, type StoredSheet } from './sheet-shown.ts';
import type { PlacedRow } from './source-lines.ts';
import { readStream } from './xls-container.ts';
import { readRecords, sharedTexts, textAt, type XlsRecord } from './xls-records.ts';

/** Kinds of records that are read. */
const kinds = {
  formula: 0x06,
  columns: 0x7d,
  boundSheet: 0x85,
  multipleNumbers: 0xbd,
  richText: 0xd6,
  style: 0xe0,
  merged: 0xe5,
  shared: 0xfc,
  sharedText: 0xfd,
  number: 0x203,
  text: 0x204,
  formulaText: 0x207,
  row: 0x208,
  shortNumber: 0x27e,
  format: 0x41e,
} as const;

interface Book {
  readonly texts: readonly string[];
  /** Number format by style. */
  readonly formats: readonly string[];
  /** Place of each sheet in the stream; null = hidden. */
  readonly sheets: readonly (number | null)[];
}

function readBook(stream: Uint8Array): Book {
  const records = readRecords(stream, 0);
  const all = (kind: number): XlsRecord[] => records.filter((record) => record.kind === kind);
  const own = new Map(
    all(kinds.format).map(({ parts }) => [String(parts[0]?.getUint16(0, true)), textAt(parts, 2)]),
  );
  const [shared] = all(kinds.shared);
  return {
    texts: shared === undefined ? [] : sharedTexts(shared.parts),
    formats: all(kinds.style).map(({ parts }) =>
      formatWithId(String(parts[0]?.getUint16(2, true)), own),
    ),
    sheets: all(kinds.boundSheet).map(({ parts: [data] }) =>
      ((data?.getUint8(4) ?? 0) & 3) === 0 ? (data?.getUint32(0, true) ?? 0) : null,
    ),
  };
}

/** A number packed in four bytes: a whole number or the upper half of a fraction, both as hundredths or not. */
export function shortNumber(packed: number): number {
  const half = new DataView(new ArrayBuffer(8));
  half.setUint32(4, packed & 0xfffffffc, true);
  const value = (packed & 2) === 2 ? packed >> 2 : half.getFloat64(0, true);
  return (packed & 1) === 1 ? value / 100 : value;
}

type Cell = readonly [row: number, column: number, text: string];

/** The cells a record holds; `book` knows texts and formats. */
function cellsOf({ kind, parts }: XlsRecord, book: Book): Cell[] {
  const [data] = parts;
  if (data === undefined || data.byteLength < 6) return [];
  const [row, column] = [data.getUint16(0, true), data.getUint16(2, true)];
  const printed = (value: number, style: number): string =>
    printNumber(String(value), book.formats[style] ?? 'General');
  const style = data.getUint16(4, true);
  switch (kind) {
    case kinds.sharedText:
      return [[row, column, book.texts[data.getUint32(6, true)] ?? '']];
    case kinds.text:
    case kinds.richText:
      return [[row, column, textAt(parts, 6)]];
    case kinds.number:
      return [[row, column, printed(data.getFloat64(6, true), style)]];
    case kinds.shortNumber:
      return [[row, column, printed(shortNumber(data.getUint32(6, true)), style)]];
    case kinds.multipleNumbers:
      return Array.from({ length: Math.floor((data.byteLength - 6) / 6) }, (_, i): Cell => {
        const [own, packed] = [data.getUint16(4 + 6 * i, true), data.getUint32(6 + 6 * i, true)];
        return [row, column + i, printed(shortNumber(packed), own)];
      });
    case kinds.formula: {
      const isNumber = data.getUint16(12, true) !== 0xffff;
      return isNumber ? [[row, column, printed(data.getFloat64(6, true), style)]] : [];
    }
    default:
      return [];
  }
}

/** Columns from the first to the last. */
const span = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(Math.min(last, 255) - first + 1, 0) }, (_, i) => first + i);

/** Notes which rows and columns are hidden and which cells are merged. */
function readLayout({ kind, parts: [data] }: XlsRecord, sheet: StoredSheet): void {
  if (data === undefined) return;
  const at = (offset: number): number => data.getUint16(offset, true);
  if (kind === kinds.row && (at(12) & 0x20) !== 0) sheet.hiddenRows.add(at(0));
  if (kind === kinds.columns && (at(8) & 1) !== 0)
    for (const column of span(at(0), at(2))) sheet.hiddenColumns.add(column);
  if (kind === kinds.merged)
    for (let n = 0; n < at(0); n += 1)
      sheet.merged.push([at(2 + 8 * n), at(6 + 8 * n), at(4 + 8 * n), at(8 + 8 * n)]);
}

function readSheet(stream: Uint8Array, from: number, place: string, book: Book): PlacedRow[] {
  const sheet = emptySheet();
  let formula: readonly [row: number, column: number] = [0, 0];
  for (const record of readRecords(stream, from)) {
    readLayout(record, sheet);
    const [data] = record.parts;
    if (record.kind === kinds.formula && data !== undefined)
      formula = [data.getUint16(0, true), data.getUint16(2, true)];
    if (record.kind === kinds.formulaText) putCell(sheet, ...formula, textAt(record.parts, 0));
    for (const cell of cellsOf(record, book)) putCell(sheet, ...cell);
  }
  return shownRows(sheet, place);
}

/**
 * The shown rows of an old workbook (`S2R5`), read from its records.
 * @throws when the file holds no workbook or is damaged
 */
export function xlsRows(bytes: Uint8Array): PlacedRow[] {
  const stream = readStream(bytes, ['Workbook']);
  if (stream === undefined)
    throw new Error('Unexpected file, expected an XLS workbook of 97-2003.');
  const book = readBook(stream);
  return book.sheets.flatMap((from, i) =>
    from === null ? [] : readSheet(stream, from, `S${i + 1}`, book),
  );
}
