import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';

/** A row that sums up rows below it. */
export interface RowGroup {
  readonly whole: Row;
  readonly parts: readonly Row[];
}

/** Each group row with the lines after it, up to the next group or total. */
export function linesOfGroups(table: Table): RowGroup[] {
  const groups: { whole: Row; parts: Row[] }[] = [];
  for (const row of table.rows) {
    if (row.kind === 'group') groups.push({ whole: row, parts: [] });
    else if (row.kind === 'line') groups.at(-1)?.parts.push(row);
  }
  return groups.filter((group) => group.parts.length > 0);
}

/**
 * Each subtotal of units with the project lines after it. A subtotal directly followed by another
 * subtotal (department, then unit) sums up the subtotals of its level: here, the lines of all units
 * up to the next subtotal pair.
 */
export function linesOfUnits(table: Table): RowGroup[] {
  const subtotals = table.rows.filter((row) => row.kind === 'unit' || row.kind === 'total');
  return subtotals.map((whole) => {
    const from = table.rows.indexOf(whole) + 1;
    const rest = table.rows.slice(from);
    const nested = rest[0]?.kind === 'unit';
    const end =
      nested || whole.kind === 'total' ? -1 : rest.findIndex((row) => row.kind !== 'line');
    const parts = (end < 0 ? rest : rest.slice(0, end)).filter((row) => row.kind === 'line');
    return { whole, parts };
  });
}

/** Money columns in which one of the rows prints something. */
export function usedColumns(table: Table, rows: readonly Row[]): MoneyColumn[] {
  return table.columns.filter((column) =>
    rows.some((row) => row.cells.some((cell) => cell.column === column)),
  );
}
