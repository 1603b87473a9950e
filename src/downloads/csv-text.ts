import { stringify } from 'csv-stringify/sync';
import type { DataFile, DataRow } from '../schema/data-files.ts';
import { columnsOf } from '../schema/data-files.ts';
import { guardFormula } from '../format/formula-guard.ts';
import { isTextField } from './table-schema.ts';

/** Line end of the data files, as RFC 4180 has it. */
export const lineEnd = '\r\n';

/** The header line of a data file. */
export function csvHeader(file: DataFile<string>): string {
  return stringify([columnsOf(file)], { record_delimiter: lineEnd });
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

/** The fields of a row in the order of the file. @throws when the row has other columns than the file. */
function csvFields(file: DataFile<string>, row: DataRow): (string | number | null)[] {
  const columns = csvColumns(file);
  const fields = columns.map(([column, isText]) => {
    const value = row[column];
    if (value === undefined) {
      throw new Error(
        `${file.name}.csv: Unexpected row without ${column}, expected a value or null`,
      );
    }
    return typeof value === 'string' && isText ? guardFormula(value) : value;
  });
  const names = Object.keys(row);
  if (names.length === columns.length) return fields;
  const unknown = names.find((name) => !columns.some(([column]) => column === name));
  throw new Error(
    `${file.name}.csv: Unexpected column ${unknown}, expected ${columnsOf(file).join(', ')}`,
  );
}

/** What a field has to be quoted for. */
const special = /[",\r\n]/u;

/** A record as a line; most have nothing to quote in them, and are only joined. */
function csvLine(fields: readonly (string | number | null)[]): string {
  const line = fields.join(',');
  if (!fields.some((field) => typeof field === 'string' && special.test(field)))
    return line + lineEnd;
  return stringify([fields], { record_delimiter: lineEnd, quoted_match: /[\r\n]/u });
}

/**
 * Rows of a data file as CSV (RFC 4180, without the header line): null is an empty field, text that
 * could run as a formula is guarded.
 * @throws when a row has other columns than the file.
 */
export const csvRows = (file: DataFile<string>, rows: readonly DataRow[]): string =>
  rows.map((row) => csvLine(csvFields(file, row))).join('');
