import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { TableSet } from '../../src/schema/table-set.ts';
import type { Row, Table } from '../../src/schema/table.ts';
import type { Unit } from '../../src/schema/unit.ts';
import { sumFen } from '../../src/money/fen.ts';

/** What a record is held against. */
export interface RecordContext {
  readonly tableSet: TableSet;
  /** The unit of the record in content/units.json; undefined = it is not there. */
  readonly unit: Unit | undefined;
}

/** Largest total a unit can plausibly print, 1 万亿元 in 分; more is a slip of the money measure. */
const largestPlausibleFen = 1_000_000_000_000 * 100;

/**
 * What is wrong with a valid record beyond its schema: parts that point at nothing, numbers given
 * twice, tables the set does not know, totals that were not found or cannot be. Each line is
 * `field: Unexpected X, expected Y`; empty = nothing.
 */
export function recordProblems(disclosure: Disclosure, context: RecordContext): string[] {
  return [
    ...unitProblems(disclosure, context.unit),
    ...tableListProblems(disclosure, context.tableSet),
    ...disclosure.tables.flatMap((table) => tableProblems(table, context.tableSet)),
    ...projectProblems(disclosure),
    ...formProblems(disclosure),
    ...totalProblems(disclosure),
    ...correctionReferenceProblems(disclosure),
  ];
}

function unitProblems({ unitName }: Disclosure, unit: Unit | undefined): string[] {
  if (unit === undefined || unit.names.some(({ name }) => name === unitName)) return [];
  return [
    `unitName: Unexpected "${unitName}", expected one of the names of ${unit.id} in content/units.json`,
  ];
}

function tableListProblems(disclosure: Disclosure, tableSet: TableSet): string[] {
  const found = [...disclosure.tables.map(({ id }) => id), ...disclosure.missingTables];
  const known = tableSet.tables.map(({ id }) => id);
  return [
    ...repeated(found).map(
      (id) => `tables: Unexpected second ${id}, expected it once, found or missing`,
    ),
    ...found
      .filter((id) => !known.includes(id))
      .map((id) => `tables: Unexpected ${id}, expected a table of ${tableSet.id}`),
    ...known
      .filter((id) => !found.includes(id))
      .map((id) => `tables: Unexpected absence of ${id}, expected it in tables or missingTables`),
  ];
}

function tableProblems(table: Table, tableSet: TableSet): string[] {
  const definition = tableSet.tables.find(({ id }) => id === table.id);
  const at = `tables.${table.id}`;
  const cells = table.rows.flatMap((row) => row.cells);
  const expected = cells.length > 0 ? 'filled' : 'printed-empty';
  return [
    ...repeated(table.rows.map(({ row }) => row)).map(
      (row) => `${at}: Unexpected second row ${row}, expected each number once`,
    ),
    ...(table.status === expected
      ? []
      : [`${at}.status: Unexpected ${table.status}, expected ${expected}`]),
    ...table.columns
      .filter((column) => definition?.columns.every(({ id }) => id !== column) ?? false)
      .map((column) => `${at}.columns: Unexpected ${column}, expected a column of the table set`),
    ...table.rows.flatMap((row) => rowProblems(row, table, `${at}.row ${row.row}`)),
  ];
}

function rowProblems(row: Row, table: Table, at: string): string[] {
  const columns = row.cells.map(({ column }) => column);
  return [
    ...repeated(columns).map(
      (column) => `${at}: Unexpected second cell in ${column}, expected one`,
    ),
    ...columns
      .filter((column) => !table.columns.includes(column))
      .map((column) => `${at}: Unexpected cell in ${column}, expected a column of the table`),
  ];
}

function projectProblems(disclosure: Disclosure): string[] {
  const { projects, tables, forms } = disclosure;
  const rows = new Set(
    tables.flatMap((table) => table.rows.map(({ row }) => `${table.id} ${row}`)),
  );
  return [
    ...repeated(projects.map(({ n }) => n)).map(
      (n) => `projects: Unexpected second project ${n}, expected each number once`,
    ),
    ...projects
      .filter(({ tableId, row }) => tableId !== null && !rows.has(`${tableId} ${row}`))
      .map(
        ({ n, tableId, row }) =>
          `projects.${n}: Unexpected row ${row} of ${tableId}, expected a row of the record`,
      ),
    ...projects
      .filter(({ form }) => form !== null && forms.every(({ n }) => n !== form))
      .map(
        ({ n, form }) => `projects.${n}: Unexpected form ${form}, expected a form of the record`,
      ),
    ...projects
      .filter(({ tableId, form }) => tableId === null && form === null)
      .map(
        ({ n }) => `projects.${n}: Unexpected project without row and form, expected one of them`,
      ),
  ];
}

function formProblems({ forms, projects }: Disclosure): string[] {
  const linked = projects.flatMap(({ form }) => form ?? []);
  return [
    ...repeated(forms.map(({ n }) => n)).map(
      (n) => `forms: Unexpected second form ${n}, expected each number once`,
    ),
    ...repeated(linked).map(
      (n) => `forms.${n}: Unexpected second project with this form, expected one`,
    ),
    ...forms
      .filter(({ n }) => !linked.includes(n))
      .map(
        ({ n }) =>
          `forms.${n}: Unexpected form without a project, expected one, if only for the form`,
      ),
  ];
}

function totalProblems({ tables }: Disclosure): string[] {
  const table = tables.find(({ id }) => id === 'revenue-expenditure-summary');
  if (table === undefined || table.status === 'printed-empty') return [];
  const at = `tables.${table.id}`;
  return (['revenue', 'expenditure'] as const).flatMap((side) => {
    const totals = table.rows.filter((row) => row.side === side && row.kind === 'total');
    const amounts = totals.flatMap(({ cells }) => cells.map(({ fen }) => fen));
    if (sumFen(amounts).known === 0)
      return [
        `${at}: Unexpected absence of a total on the ${side} side, expected one with an amount`,
      ];
    return amounts
      .filter((fen) => fen < 0 || fen > largestPlausibleFen)
      .map(
        (fen) =>
          `${at}: Unexpected total of ${fen} 分, expected 0 to 1 万亿元; look at the money measure`,
      );
  });
}

function correctionReferenceProblems(disclosure: Disclosure): string[] {
  const known = new Set(disclosure.corrections.map(({ id }) => id));
  return [
    ...repeated(disclosure.corrections.map(({ id }) => id)).map(
      (id) => `corrections: Unexpected second ${id}, expected each id once`,
    ),
    ...correctionsUsed(disclosure)
      .filter((id) => !known.has(id))
      .map(
        (id) => `corrections: Unexpected reference to ${id}, expected a correction of the record`,
      ),
  ];
}

/** Ids of corrections that any part of a record names, each once. */
function correctionsUsed(part: unknown): string[] {
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('correction' in value && typeof value.correction === 'string') used.add(value.correction);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(part);
  return [...used];
}

/** Values that occur more than once, each once. */
function repeated<V>(values: readonly V[]): V[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
