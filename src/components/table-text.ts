import type { TableDefinition } from '../schema/table-set.ts';
import type { Table } from '../schema/table.ts';

/** Number and name of a table in its table set; its printed title where the set does not know it. */
export const tableLabel = (table: Table, definition: TableDefinition | undefined): string =>
  definition === undefined ? table.title : `表${definition.number}　${definition.name}`;

/** What readers are told of a table that the document has without an amount. */
export const emptyTableText = ({ note }: Pick<Table, 'note'>): string =>
  note === null
    ? '原文有此表，但没有数字，表下没有说明。'
    : `原文有此表，但没有数字，表下注明“${note}”。`;

/** The tables of a disclosure in the order of its table set, those it does not know last. */
export function tablesInOrder(
  tables: readonly Table[],
  definitionOf: (tableId: string) => TableDefinition | undefined,
): Table[] {
  const numberOf = ({ id }: Table) => definitionOf(id)?.number ?? Number.MAX_SAFE_INTEGER;
  return [...tables].sort((a, b) => numberOf(a) - numberOf(b));
}
