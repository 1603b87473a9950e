import type { Row, Table } from '../../src/schema/table.ts';
import { splitPlace, withoutBlanks } from './second-reader/plain-text.ts';
import type { TableRegion } from './second-reader/table-amounts.ts';
import { recogniseColumn, tableHeads } from './second-reader/table-heads.ts';
import type { Difference } from './verify-difference.ts';

const part = 'tables';

/** Whether a text prints code and name of a row. */
const namesRow = ({ code, name, name2 }: Row, text: string): boolean =>
  [code, name, name2].every(
    (one) => one === null || withoutBlanks(text).includes(withoutBlanks(one)),
  );

/**
 * The difference when neither the line of a cell nor its head prints code and name of its row; null =
 * one does. Rows that stand side by side are named in the head.
 */
function wrongRow(
  row: Row,
  place: string,
  what: string,
  line: string,
  head: string,
): Difference | null {
  if (namesRow(row, line) || namesRow(row, head)) return null;
  const record = [row.code, row.name, row.name2].filter((one) => one !== null);
  const source = line.split('\t').map(withoutBlanks).filter(Boolean).join(' ');
  return { part, kind: 'row', place, what, record: record.join(' '), source };
}

/**
 * What is wrong with the row and the column the cells of a table are given, where the source shows it:
 * on lines with cells. Lines without cells show neither, and are left out.
 */
export function verifyCells(
  table: Table,
  region: TableRegion,
  lines: readonly string[],
): Difference[] {
  const heads = tableHeads(lines, region);
  return table.rows.flatMap((row) =>
    row.cells.flatMap(({ column, place }): Difference[] => {
      const { line: n, cell } = splitPlace(place);
      const line = lines[n - 1] ?? '';
      if (cell === null || !line.includes('\t')) return [];
      const what = `${table.id} row ${row.row} ${column}`;
      const differences = [];
      const head = heads.get(cell)?.trim() ?? '';
      const isAcross = !namesRow(row, line) && namesRow(row, head);
      const named = isAcross ? undefined : recogniseColumn(head);
      if (named !== undefined && named !== column)
        differences.push({
          part,
          kind: 'column',
          place,
          what,
          record: column,
          source: head,
        } as const);
      const wrong = wrongRow(row, place, what, line, head);
      return wrong === null ? differences : [...differences, wrong];
    }),
  );
}
