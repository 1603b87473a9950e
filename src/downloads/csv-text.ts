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

/**
 * Rows of a data file as CSV (RFC 4180, without the header line): null is an empty field, text that
 * could run as a formula is guarded.
 * @throws when a row has other columns than the file.
 */
export function csvRows(file: DataFile<string>, rows: readonly DataRow[]): string {
  const columns = columnsOf(file);
  const isText = new Set(columns.filter((column) => isTextField(file, column)));
  const records = rows.map((row) => {
    const unknown = Object.keys(row).find((column) => !columns.includes(column));
    if (unknown !== undefined) {
      throw new Error(
        `${file.name}.csv: Unexpected column ${unknown}, expected ${columns.join(', ')}`,
      );
    }
    return columns.map((column) => {
      const value = row[column];
      if (value === undefined) {
        throw new Error(
          `${file.name}.csv: Unexpected row without ${column}, expected a value or null`,
        );
      }
      return typeof value === 'string' && isText.has(column) ? guardFormula(value) : value;
    });
  });
  return stringify(records, { record_delimiter: lineEnd, quoted_match: /[\r\n]/u });
}
