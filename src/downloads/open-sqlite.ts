import { rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { dataFiles } from '../schema/data-files.ts';
import type { DataFileName } from '../schema/data-files.ts';
import { typedColumns } from './typed-columns.ts';
import type { TypedRow } from './typed-columns.ts';

/** A SQLite file being written; the same rows in the same order make the same bytes. */
export interface SqliteWriter {
  insert(name: DataFileName, rows: readonly TypedRow[]): void;
  close(): void;
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * The statement that makes the table of a data file. One with a key is kept in the order of its key: with
 * SQLite's own numbers beside it, each row would stand in the file once more as an entry of the key's index.
 */
function createTable(name: DataFileName): string {
  const { primaryKey } = dataFiles[name];
  const columns = typedColumns(dataFiles[name]).map(
    (column) => `${quoted(column.name)} ${column.type.toUpperCase()}`,
  );
  const key =
    primaryKey === undefined ? [] : [`PRIMARY KEY (${primaryKey.map(quoted).join(', ')})`];
  const order = primaryKey === undefined ? '' : ' WITHOUT ROWID';
  return `CREATE TABLE ${quoted(name)} (${[...columns, ...key].join(', ')})${order}`;
}

function openTables(database: DatabaseSync, names: readonly DataFileName[]): SqliteWriter {
  const inserts = new Map(
    names.map((name) => {
      const marks = typedColumns(dataFiles[name])
        .map(() => '?')
        .join(', ');
      return [name, database.prepare(`INSERT INTO ${quoted(name)} VALUES (${marks})`)] as const;
    }),
  );
  return {
    insert: (name, rows) => {
      const statement = inserts.get(name);
      if (statement === undefined)
        throw new Error(`Unexpected table ${name}, expected one of ${names.join(', ')}`);
      for (const row of rows) statement.run(...row);
    },
    close: () => {
      database.exec('COMMIT');
      database.close();
    },
  };
}

/** Nothing is undone: a file that fails halfway is thrown away. */
const begin = 'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN';

/**
 * Begins a SQLite file with a table for each of the data files named, amounts as integers in 分, NULL
 * where the document prints nothing. It replaces what stood at the path.
 */
export function createSqlite(path: string, names: readonly DataFileName[]): SqliteWriter {
  rmSync(path, { force: true });
  const database = new DatabaseSync(path);
  database.exec(begin);
  for (const name of names) database.exec(createTable(name));
  return openTables(database, names);
}

/** Opens a SQLite file that {@link createSqlite} made, for more rows. */
export function extendSqlite(path: string, names: readonly DataFileName[]): SqliteWriter {
  const database = new DatabaseSync(path);
  database.exec(begin);
  return openTables(database, names);
}
