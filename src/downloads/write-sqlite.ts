import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { ArchiveModel } from '../archive/model.ts';
import { readRecord } from '../archive/read-record.ts';
import { readYearBefore } from '../archive/earlier-year.ts';
import { dataFileNames, dataFiles } from '../schema/data-files.ts';
import type { DataFileName, DataRow } from '../schema/data-files.ts';
import { typedColumns, typedValue } from './typed-columns.ts';
import { archiveFiles, recordFiles } from './write-data-files.ts';

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The statement that makes the table of a data file. */
function createTable(name: DataFileName): string {
  const { primaryKey } = dataFiles[name];
  const columns = typedColumns(dataFiles[name]).map(
    (column) => `${quoted(column.name)} ${column.type.toUpperCase()}`,
  );
  const key =
    primaryKey === undefined ? [] : [`PRIMARY KEY (${primaryKey.map(quoted).join(', ')})`];
  return `CREATE TABLE ${quoted(name)} (${[...columns, ...key].join(', ')})`;
}

/**
 * Writes the whole archive as one SQLite file: a table for each CSV file, amounts as integers in 分, NULL
 * where the document prints nothing. One record is in memory at a time; the same records make the same bytes.
 */
export function writeSqlite(archive: ArchiveModel, path: string): void {
  rmSync(path, { force: true });
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN');
  const inserts = new Map(
    dataFileNames.map((name) => {
      database.exec(createTable(name));
      const columns = typedColumns(dataFiles[name]);
      const marks = columns.map(() => '?').join(', ');
      const statement = database.prepare(`INSERT INTO ${quoted(name)} VALUES (${marks})`);
      return [
        name,
        (rows: readonly DataRow[]) => {
          for (const row of rows)
            statement.run(...columns.map((column) => typedValue(column, row)));
        },
      ] as const;
    }),
  );
  for (const [name, rowsOf] of Object.entries(archiveFiles)) {
    inserts.get(name as DataFileName)?.(rowsOf(archive));
  }
  for (const unitYear of archive.unitYears) {
    const disclosure = readRecord(unitYear);
    const earlier = readYearBefore(archive, unitYear);
    for (const [name, rowsOf] of Object.entries(recordFiles)) {
      inserts.get(name as DataFileName)?.(rowsOf(disclosure, earlier));
    }
  }
  database.exec('COMMIT; VACUUM');
  database.close();
}
