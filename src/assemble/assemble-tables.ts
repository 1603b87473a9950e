import type { Gap } from '../schema/disclosure.ts';
import type { Table } from '../schema/table.ts';
import type { TableSet } from '../schema/table-set.ts';
import type { FoundTables } from './find-tables.ts';
import { compareKey } from './printed-text.ts';
import { readTable, type TableContext } from './read-table.ts';

/** Something for the operator to look at; no fault of the record. */
export interface Notice {
  readonly place: string;
  readonly what: string;
}

/** The tables of a record with what is missing, damaged or unusual. */
export interface AssembledTables {
  readonly tables: Table[];
  /** Ids of tables of the set that the document does not have. */
  readonly missingTables: string[];
  readonly gaps: Gap[];
  readonly notices: Notice[];
}

/**
 * Every table found, read in document order.
 * @throws ImportRefusal when a table cannot be read without guessing.
 */
export function assembleTables(
  tableSet: TableSet,
  found: FoundTables,
  context: TableContext,
): AssembledTables {
  const read = found.regions.map((region) => readTable(region, context));
  const tables = read.map(({ table }) => table);
  const gaps = read.flatMap(({ table, damages }) =>
    damages.map(({ place, what }): Gap => ({
      place,
      what,
      kind: 'lost',
      tableId: table.id,
      projectN: null,
    })),
  );
  const printed = new Set(tables.map((table) => table.id));
  return {
    tables,
    missingTables: tableSet.tables.map(({ id }) => id).filter((id) => !printed.has(id)),
    gaps,
    notices: [
      ...found.unknownTitles.map((row) => ({
        place: row.place,
        what: `table that the set does not know: "${row.cells[0]?.text ?? ''}"`,
      })),
      ...tables.flatMap((table) => unknownRows(table, tableSet)),
    ],
  };
}

/** Rows without a code whose name a table with prescribed rows does not prescribe: new rows, or damaged names. */
function unknownRows(table: Table, tableSet: TableSet): Notice[] {
  const prescribed = tableSet.tables.find(({ id }) => id === table.id)?.rows ?? [];
  const isClosed = prescribed.length > 1;
  const names = new Set(prescribed.map((row) => compareKey(row.name)));
  return table.rows
    .filter((row) => isClosed && row.code === null && !names.has(compareKey(row.name)))
    .map((row) => ({
      place: row.place,
      what: `row of ${table.id} that the set does not name: "${row.name}"`,
    }));
}
