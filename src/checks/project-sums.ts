import type { Disclosure } from '../schema/disclosure.ts';
import type { Project } from '../schema/project.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import { yearTotal } from './form-sides.ts';
import { cellSide, filledTable, missingSide, sumRows } from './side.ts';
import type { Side } from './side.ts';
import { columnNames, tableLabel } from './table-label.ts';

/** The projects of 表12 or 表13 added in one column; without an amount when the table prints none. */
export function sumProjects(disclosure: Disclosure, tableId: string, column: MoneyColumn): Side {
  const table = filledTable(disclosure, tableId);
  const what = column === 'total' ? '各项目相加' : `各项目${columnNames[column]}相加`;
  if (table === undefined) return missingSide(disclosure, tableId, what);
  const rows = table.rows.filter((row) => row.kind === 'line');
  return sumRows(disclosure, table, rows, column, `${tableLabel(disclosure, tableId)} ${what}`);
}

/** The money of a project: its row, or its form where it has no row; undefined when it has neither. */
export function projectSide(disclosure: Disclosure, project: Project): Side | undefined {
  const table = project.tableId === null ? undefined : filledTable(disclosure, project.tableId);
  const row = table?.rows.find((one) => one.row === project.row);
  if (table !== undefined && row !== undefined) return cellSide(disclosure, table, row, 'total');
  const form = disclosure.forms.find((one) => one.n === project.form);
  return form === undefined ? undefined : yearTotal(disclosure, form);
}
