import type { DataFile, DataRow } from '../schema/data-files.ts';
import { columnsOf } from '../schema/data-files.ts';
import { guardFormula } from '../format/formula-guard.ts';
import { isTextField } from './table-schema.ts';

/** Line end of the data files, as RFC 4180 has it. */
export const lineEnd = '\r\n';

/** The header line of a data file. */
export function csvHeader(file: DataFile<string>): string {
  return columnsOf(file).join(',') + lineEnd;
}

/** A column of a data file, and whether it holds free text. */
type CsvColumn = readonly [name: string, isText: boolean];

const columnsByFile = new WeakMap<DataFile<string>, readonly CsvColumn[]>();

/** The columns of a file; worked out from its schema once. */
function csvColumns(file: DataFile<string>): readonly CsvColumn[] {
  const known = columnsByFile.get(file);
  if (known !== undefined) return known;
  const columns = columnsOf(file).map((name): CsvColumn => [name, isTextField(file, name)]);
  columnsByFile.set(file, columns);
  return columns;
}

/** What a field has to be quoted for. */
const special = /[",\r\n]/u;

/** A text as a field, between quotes where it has to be. */
const csvField = (text: string): string =>
  special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** The line of a row in the order of the file. @throws when the row has other columns than the file. */
function csvLine(file: DataFile<string>, columns: readonly CsvColumn[], row: DataRow): string {
  let line = '';
  let comma = '';
  for (const [column, isText] of columns) {
    const value = row[column];
    if (value === undefined) {
      throw new Error(
        `${file.name}.csv: Unexpected row without ${column}, expected a value or null`,
      );
    }
    line += comma;
    comma = ',';
    if (typeof value === 'string') line += csvField(isText ? guardFormula(value) : value);
    else if (value !== null) line += String(value);
  }
  const names = Object.keys(row);
  if (names.length === columns.length) return line + lineEnd;
  const unknown = names.find((name) => !columns.some(([column]) => column === name));
  throw new Error(
    `${file.name}.csv: Unexpected column ${unknown}, expected ${columnsOf(file).join(', ')}`,
  );
}

/**
 * Rows of a data file as CSV (RFC 4180, without the header line): null is an empty field, text that
 * could run as a formula is guarded.
 * @throws when a row has other columns than the file.
 */
export function csvRows(file: DataFile<string>, rows: readonly DataRow[]): string {
  const columns = csvColumns(file);
  let lines = '';
  for (const row of rows) lines += csvLine(file, columns, row);
  return lines;
}
