import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { dataFiles } from '../schema/data-files.ts';
import type { DataFileName } from '../schema/data-files.ts';
import { typedColumns } from './typed-columns.ts';
import type { TypedRow } from './typed-columns.ts';

/** The data files that are worth a column store. */
export const parquetNames = [
  'lines',
  'projects',
  'indicators',
] as const satisfies readonly DataFileName[];

/** Rows of a row group: enough to compress well, few enough to hold. */
export const rowGroup = 50_000;

/** A Parquet file being made; in memory are the rows of one row group, and the file as packed so far. */
export interface ParquetFileWriter {
  write(rows: readonly TypedRow[]): void;
  /** The bytes of the file; null = no row was written. */
  close(): Uint8Array | null;
}

/**
 * Begins a data file as Parquet: amounts as INT64 in 分, text as UTF-8, null where the document prints
 * nothing. The same rows in the same order make the same bytes.
 */
export function openParquet(name: DataFileName): ParquetFileWriter {
  const columns = typedColumns(dataFiles[name]);
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({
      columnData: columns.map(({ name, type }) => ({
        name,
        data: [],
        type: type === 'integer' ? 'INT64' : 'STRING',
        nullable: true,
      })),
    }),
  });
  const emptyColumns = (): { name: string; data: (string | bigint | null)[] }[] =>
    columns.map(({ name }) => ({ name, data: [] }));
  let columnData = emptyColumns();
  let rows = 0;
  let written = 0;
  const flush = (): void => {
    void file.write({ columnData, rowGroupSize: rowGroup });
    written += rows;
    rows = 0;
    columnData = emptyColumns();
  };
  return {
    write: (more) => {
      for (const row of more) {
        for (const [i, { data }] of columnData.entries()) {
          const value = row[i] ?? null;
          data.push(typeof value === 'number' ? BigInt(value) : value);
        }
        rows += 1;
        if (rows === rowGroup) flush();
      }
    },
    close: () => {
      if (rows > 0) flush();
      if (written === 0) return null;
      void file.finish();
      return writer.getBytes();
    },
  };
}
