import type { ExtractedRow } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { PrescribedRow, TableColumn, TableDefinition } from '../schema/table-set.ts';
import { readGridHeader } from './grid-header.ts';
import { isDash } from './printed-text.ts';
import type { RawRow, RawTable } from './raw-row.ts';

/**
 * A table whose rows stand side by side above one line of amounts, once for each money column: the
 * prescribed rows, each with what stands below its headers. Rows without an amount are there too.
 * @throws ImportRefusal when a header cannot be told or amounts stand on more than one line.
 */
export function readAcross(
  printed: readonly ExtractedRow[],
  definition: TableDefinition,
): RawTable {
  const rows = printed.filter((row) => row.cells.length > 1);
  const items = new Map<TableColumn, PrescribedRow>();
  for (const { id, side, titles } of definition.columns) {
    for (const item of definition.rows ?? []) {
      items.set({ id, side, titles: item.titles ?? titles }, item);
    }
  }
  const across = { ...definition, nameColumns: [], columns: [...items.keys()] };
  const header = readGridHeader(rows, across);
  const lines = rows.slice(header.bodyStart).filter((row) => row.cells.some(prints));
  const [line, second] = lines;
  if (second !== undefined) {
    throw new ImportRefusal({
      place: second.place,
      unexpected: `second line of ${definition.id}`,
      expected: 'one line of amounts',
      todo: 'Add a correction that empties the line if it is no part of the table.',
    });
  }
  const raw = (definition.rows ?? []).map((item): RawRow => {
    const money = header.columns.flatMap((column, position) => {
      const cell = line?.cells[position];
      if (column?.role !== 'money' || items.get(column.column) !== item) return [];
      return cell === undefined || !prints(cell) ? [] : [{ column: column.column.id, cell }];
    });
    const place = money[0]?.cell.place ?? line?.place ?? rows[0]?.place ?? 'L1';
    return { side: null, code: null, name: item.name, name2: null, money, place };
  });
  const columns = definition.columns.map(({ id }) => id);
  return { columns, rows: line === undefined ? [] : raw, damages: header.damages };
}

const prints = ({ text }: ExtractedRow['cells'][number]): boolean => text !== '' && !isDash(text);
