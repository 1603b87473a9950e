import { columnLabels, sideLabels } from '../format/labels.ts';
import type { MoneyColumn, NameColumn, TableDefinition, TableSide } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';

/** The address of what a row names: a site path or an anchor; undefined = the row links nowhere. */
export type FindRowPath = (row: Row) => string | undefined;

/** Headers of the columns that name the rows of a grid; printed line numbers are not kept. */
export type NameLabels = Readonly<Record<Exclude<NameColumn['id'], 'line'>, string>>;

/** One grid of a table as a page shows it. */
export interface TableSideView {
  readonly side: TableSide | null;
  /** 收入 or 支出; null for a one-sided table. */
  readonly label: string | null;
  /** Headers of the columns that name the rows. */
  readonly nameLabels: NameLabels;
  readonly columns: readonly { readonly id: MoneyColumn; readonly label: string }[];
  readonly rows: readonly Row[];
}

/**
 * The grids a table is shown in: one, or one for each side that has rows, revenue first. The columns
 * of a side are those its definition names and the table has; without a definition, those in which
 * the side prints something.
 */
export function tableSides(
  table: Table,
  definition: TableDefinition | undefined,
): readonly TableSideView[] {
  const known = shown.get(table);
  if (known !== undefined && known.definition === definition) return known.sides;
  const sides = divide(table, definition);
  shown.set(table, { definition, sides });
  return sides;
}

/** The grids of the tables at hand: the page and the embed of a disclosure show the same ones. */
const shown = new WeakMap<
  Table,
  { readonly definition: TableDefinition | undefined; readonly sides: readonly TableSideView[] }
>();

function divide(table: Table, definition: TableDefinition | undefined): TableSideView[] {
  const sides: readonly (TableSide | null)[] = [null, 'revenue', 'expenditure'];
  return sides.flatMap((side) => {
    const rows = table.rows.filter((row) => row.side === side);
    if (rows.length === 0) return [];
    return {
      side,
      label: side === null ? null : sideLabels[side],
      nameLabels: sideNameLabels(definition, side),
      columns: sideColumns(table, definition, side, rows),
      rows,
    };
  });
}

function sideColumns(
  table: Table,
  definition: TableDefinition | undefined,
  side: TableSide | null,
  rows: readonly Row[],
): TableSideView['columns'] {
  const printed = new Set<MoneyColumn>();
  for (const { cells } of rows) for (const { column } of cells) printed.add(column);
  const defined = definition?.columns.filter((column) => column.side === side);
  return table.columns.flatMap((id) => {
    const column = defined?.find((candidate) => candidate.id === id);
    if (column === undefined && !printed.has(id) && (defined !== undefined || side !== null))
      return [];
    return { id, label: headerLabel(column?.titles[0]) ?? columnLabels[id] };
  });
}

function sideNameLabels(
  definition: TableDefinition | undefined,
  side: TableSide | null,
): NameLabels {
  const label = (id: NameColumn['id']): string | undefined =>
    headerLabel(
      definition?.nameColumns.find((column) => column.id === id && column.side === side)?.titles[0],
    );
  return {
    code: label('code') ?? '编码',
    name: label('name') ?? '项目',
    name2: label('name2') ?? '政府预算支出经济科目',
  };
}

/** A title of the table set without the 年 that stands for the printed year; undefined = nothing left. */
function headerLabel(title: string | undefined): string | undefined {
  const label = title?.replace(/^年/u, '');
  return label === '' ? undefined : label;
}
