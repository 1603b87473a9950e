import type { DataFile, DataRow } from '../schema/data-files.ts';
import { csvHeader, csvRows } from './csv-text.ts';
import { openDigestedFile } from './digested-file.ts';
import type { WrittenFile } from './digested-file.ts';

/** A CSV file being written, row by row, without keeping anything in memory. */
export interface CsvFileWriter {
  write(rows: readonly DataRow[]): void;
  /** Closes the file; its size and digest. */
  close(): WrittenFile;
}

/** Begins a data file with its header line, replacing what stood at the path. */
export function openCsvFile(path: string, file: DataFile<string>): CsvFileWriter {
  const written = openDigestedFile(path);
  written.append(csvHeader(file));
  return {
    write: (rows) => {
      if (rows.length > 0) written.append(csvRows(file, rows));
    },
    close: () => written.close(),
  };
}
