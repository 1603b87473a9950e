import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { DataFile, DataRow } from '../schema/data-files.ts';
import { csvHeader, csvRows } from './csv-text.ts';
import type { WrittenFile } from './data-package.ts';

/** A CSV file being written, row by row, without keeping anything in memory. */
export interface CsvFileWriter {
  write(rows: readonly DataRow[]): void;
  /** Closes the file; its size and digest. */
  close(): WrittenFile;
}

/** Begins a data file with its header line, replacing what stood at the path. */
export function openCsvFile(path: string, file: DataFile<string>): CsvFileWriter {
  const descriptor = openSync(path, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  const append = (text: string): void => {
    const chunk = Buffer.from(text, 'utf8');
    for (let done = 0; done < chunk.length;) done += writeSync(descriptor, chunk, done);
    hash.update(chunk);
    bytes += chunk.length;
  };
  append(csvHeader(file));
  return {
    write: (rows) => {
      if (rows.length > 0) append(csvRows(file, rows));
    },
    close: () => {
      closeSync(descriptor);
      return { bytes, sha256: hash.digest('hex') };
    },
  };
}
