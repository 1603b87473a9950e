import type { Disclosure } from '../schema/disclosure.ts';
import { outcomeTables, tableOfKind, type PlannedTable } from '../schema/outcome-tables.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';
import type { ComparableTotals, ComparableUnitYear } from './compare-directory.ts';
import {
  compareRows,
  withDifferences,
  type ComparedRow,
  type ComparedState,
  type KeyedRow,
  type RowKeys,
} from './compare-rows.ts';

/** A unit-year with its record. */
export interface ComparedUnitYear {
  readonly unitYear: ComparableUnitYear;
  readonly record: Disclosure;
}

/** The parts of a comparison, in the order shown. */
export const comparedSections = ['totals', 'subjects', 'economic', 'three-public'] as const;

/** See {@link comparedSections}. */
export type ComparedSectionId = (typeof comparedSections)[number];

/** Columns of a table that can be compared, the first unless another is chosen. */
export const comparedColumns = {
  subjects: ['total', 'basic', 'project'],
  economic: ['total', 'personnel', 'public'],
} as const satisfies Partial<Record<ComparedSectionId, readonly MoneyColumn[]>>;

/** Which column of each table is compared. */
export interface ComparedChoice {
  readonly subjects: (typeof comparedColumns.subjects)[number];
  readonly economic: (typeof comparedColumns.economic)[number];
}

/** One table of the comparison. */
export interface ComparedSection {
  readonly id: ComparedSectionId;
  readonly rows: readonly ComparedRow[];
}

/**
 * Unit-years side by side: totals, expenditure by functional subject (表3), basic expenditure by economic
 * class (表6), 三公 (表10); of final accounts the tables that report on these. Differences are from the first. Amounts in 分, blanks stay null.
 */
export function compareUnitYears(
  compared: readonly ComparedUnitYear[],
  choice: ComparedChoice,
): ComparedSection[] {
  const tablesOf = (id: string): (Table | undefined)[] =>
    compared.map(({ record }) => {
      const own = outcomeIdOf(id, record.kind);
      return record.tables.find((table) => table.id === own);
    });
  return [
    { id: 'totals', rows: totalRows(compared, tablesOf) },
    {
      id: 'subjects',
      rows: compareRows(tablesOf(subjectTable), choice.subjects, subjectKeys),
    },
    {
      id: 'economic',
      rows: compareRows(
        tablesOf('general-budget-basic-by-economic-class'),
        choice.economic,
        economicKeys,
      ),
    },
    {
      id: 'three-public',
      rows: compareRows(tablesOf('three-public-expenses'), 'total', itemKeys),
    },
  ];
}

/** The id of a table, or of the table of the outcome in final accounts. */
const outcomeIdOf = (id: string, kind: Disclosure['kind']): string =>
  id in outcomeTables ? tableOfKind(id as PlannedTable, kind) : id;

/** A printed name without blanks, width and the number before it. */
const comparableName = (name: string): string =>
  name
    .trim()
    .replace(/^[①-⑨]/u, '')
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^(?:\d+[.、]|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、)+/u, '');

const lineKinds: ReadonlySet<Row['kind']> = new Set(['group', 'line']);

/** Functional subjects by code, in code order. */
const subjectKeys: RowKeys = {
  lines: (table) =>
    table.rows.flatMap((row): KeyedRow[] => {
      const { code, kind } = row;
      if (code === null || !lineKinds.has(kind)) return [];
      const above = table.rows.filter(
        (other) => other.code !== null && other.code !== code && code.startsWith(other.code),
      );
      return [{ key: code, depth: new Set(above.map((other) => other.code)).size, row }];
    }),
  addsUp: () => false,
  order: (a, b) => (a < b ? -1 : 1),
};

/** Economic classes by name below their 类; the lines of one name parted by 政府预算经济科目 add up. */
const economicKeys: RowKeys = {
  lines: (table) => {
    let group = '';
    return table.rows.flatMap((row): KeyedRow[] => {
      if (!lineKinds.has(row.kind)) return [];
      const name = comparableName(row.name);
      if (row.kind === 'group') group = name;
      const isBelow = row.kind === 'line' && group !== '';
      return [{ key: isBelow ? `${group} › ${name}` : name, depth: isBelow ? 1 : 0, row }];
    });
  },
  addsUp: (rows) => {
    const parts = rows.map(({ name2 }) => name2);
    return parts.every((part) => part !== null) && new Set(parts).size === parts.length;
  },
};

/** Lines of 表10 by name; 购置 and 运行维护 stand below their sum. */
const itemKeys: RowKeys = {
  lines: (table) => {
    let below = false;
    return table.rows.flatMap((row): KeyedRow[] => {
      if (!lineKinds.has(row.kind)) return [];
      if (row.kind === 'group') below = true;
      const depth = row.kind === 'line' && below ? 1 : 0;
      return [{ key: comparableName(row.name), depth, row }];
    });
  },
  addsUp: () => false,
};

/** A total, the table it is read from, and whether it is a part of another. */
interface TotalLine {
  readonly id: keyof ComparableTotals;
  readonly label: string;
  readonly tableId: string;
  readonly isPart: boolean;
}

const summaryTable = 'revenue-expenditure-summary';
const subjectTable = 'expenditure-by-subject';

const totalLines: readonly TotalLine[] = [
  { id: 'revenueFen', label: '收入总计（表1）', tableId: summaryTable, isPart: false },
  { id: 'expenditureFen', label: '支出总计（表1）', tableId: summaryTable, isPart: false },
  { id: 'basicFen', label: '基本支出（表3）', tableId: subjectTable, isPart: true },
  { id: 'projectFen', label: '项目支出（表3，含上年结转）', tableId: subjectTable, isPart: true },
  {
    id: 'threePublicFen',
    label: '三公经费（表10）',
    tableId: 'three-public-expenses',
    isPart: false,
  },
  {
    id: 'agencyOperatingFen',
    label: '机关运行经费（表11）',
    tableId: 'agency-operating-expenses',
    isPart: false,
  },
];

/** Expenditure of this year's budget and of carry-over, which are never merged. */
const phaseLabels = [
  ['current', '其中：当年预算安排'],
  ['carryover', '其中：上年结转安排'],
] as const;

function totalRows(
  compared: readonly ComparedUnitYear[],
  tablesOf: (id: string) => (Table | undefined)[],
): ComparedRow[] {
  const sums = compared.map(({ unitYear: { totals } }) => wholeOfTotals(totals));
  const none = compared.map(() => null);
  return totalLines.flatMap(({ id, label, tableId, isPart }) => {
    const fens = compared.map(({ unitYear }) => unitYear.totals[id]);
    const tables = tablesOf(tableId);
    const row = totalRow(label, isPart ? 1 : 0, fens, tables, isPart ? sums : none);
    return id === 'expenditureFen' ? [row, ...phaseRows(tables)] : [row];
  });
}

/** 基本支出 and 项目支出 are parts of their sum, where both are printed. */
const wholeOfTotals = ({ basicFen, projectFen }: ComparableTotals): number | null => {
  if (basicFen === null || projectFen === null) return null;
  const whole = basicFen + projectFen;
  return whole > 0 ? whole : null;
};

function phaseRows(summaries: readonly (Table | undefined)[]): ComparedRow[] {
  const totals = summaries.map((table) =>
    table?.rows.find(
      ({ side, name }) => side === 'expenditure' && comparableName(name).endsWith('总计'),
    ),
  );
  return phaseLabels.map(([column, label]) => {
    const fens = totals.map(
      (row) => row?.cells.find((cell) => cell.column === column)?.fen ?? null,
    );
    const none = fens.map(() => null);
    return totalRow(label, 1, fens, summaries, none);
  });
}

function totalRow(
  name: string,
  depth: number,
  fens: readonly (number | null)[],
  tables: readonly (Table | undefined)[],
  wholes: readonly (number | null)[],
): ComparedRow {
  const figures = fens.map((fen, i) => ({ state: totalState(fen, tables[i]), fen, blanks: 0 }));
  const cells = withDifferences(figures, wholes);
  return { code: null, name, notes: [], depth, isTotal: false, cells };
}

function totalState(fen: number | null, table: Table | undefined): ComparedState {
  if (fen !== null) return 'amount';
  if (table === undefined) return 'no-table';
  return table.status === 'printed-empty' ? 'empty-table' : 'blank';
}
