import { parseFen } from '../money/fen.ts';
import type { DataFile, DataRow } from '../schema/data-files.ts';
import { tableSchema } from './table-schema.ts';

/** A column of a data file in formats that have types: exact integers in 分 for what the CSV has in 元. */
export interface TypedColumn {
  /** Name in the CSV file. */
  readonly source: string;
  /** Name here: `…_fen` for `…_yuan`. */
  readonly name: string;
  readonly type: 'integer' | 'text';
}

/** The values of a row in the order of its typed columns; null = the document prints nothing there. */
export type TypedRow = readonly (string | number | null)[];

/** The columns of a data file, in its order. Decimal numbers that are no amounts stay exact as text. */
export function typedColumns(file: DataFile<string>): TypedColumn[] {
  return tableSchema(file).fields.map(({ name, type }) => {
    const isAmount = name.endsWith('_yuan');
    return {
      source: name,
      name: isAmount ? name.replace(/_yuan$/u, '_fen') : name,
      type: isAmount || type === 'integer' ? 'integer' : 'text',
    };
  });
}

/** The value of a typed column in a row; null = the document prints nothing there. */
export function typedValue(column: TypedColumn, row: DataRow): string | number | null {
  const value = row[column.source] ?? null;
  if (value === null) return null;
  if (column.source !== column.name) return parseFen(String(value), '元');
  return column.type === 'integer' ? Number(value) : String(value);
}

/** Rows with the values of typed columns, which are worked out from the file's schema once. */
export const typedRows = (columns: readonly TypedColumn[], rows: readonly DataRow[]): TypedRow[] =>
  rows.map((row) => columns.map((column) => typedValue(column, row)));
