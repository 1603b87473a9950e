import { columnLabels } from '../format/labels.ts';
import { formatFen, type MoneyUnit } from '../money/fen.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';

/** One picture of a disclosure: which rows and columns of which table it redraws. */
export interface ChartView {
  readonly id: string;
  readonly title: string;
  readonly tableId: string;
  readonly tableTitle: string;
  readonly moneyUnit: MoneyUnit;
  /** Numbers of the rows drawn, largest first. */
  readonly rows: readonly number[];
  /** Columns drawn, stacked where there are several. */
  readonly columns: readonly { readonly id: MoneyColumn; readonly label: string }[];
  /** The picture in words, for those who do not see it. */
  readonly summary: string;
}

/** Rows a picture can hold and still be read. */
const mostRows = 12;

interface ChartLevel {
  /** What a row is, for counting: 类, 个项目 … */
  readonly counter: string;
  readonly holds: (row: Row) => boolean;
}

interface ChartPlan {
  readonly id: string;
  readonly title: string;
  readonly tableId: string;
  readonly columns: readonly MoneyColumn[];
  /** Which rows to draw; the first level with two rows to compare is taken. */
  readonly levels: readonly ChartLevel[];
}

const plans: readonly ChartPlan[] = [
  {
    id: 'expenditure-by-subject',
    title: '支出用在哪些功能科目',
    tableId: 'expenditure-by-subject',
    columns: ['basic', 'project'],
    levels: [
      { counter: '类', holds: (row) => row.code?.length === 3 },
      { counter: '款', holds: (row) => row.code?.length === 5 },
      { counter: '项', holds: (row) => row.code?.length === 7 },
    ],
  },
  {
    id: 'projects-by-amount',
    title: '项目按金额排列',
    tableId: 'projects-current',
    columns: ['total'],
    levels: [{ counter: '个项目', holds: (row) => row.kind === 'line' }],
  },
  {
    id: 'basic-by-economic-class',
    title: '基本支出用于什么',
    tableId: 'general-budget-basic-by-economic-class',
    columns: ['personnel', 'public'],
    levels: [
      { counter: '类', holds: (row) => row.kind === 'group' },
      { counter: '款', holds: (row) => row.kind === 'line' },
    ],
  },
];

/** The pictures a disclosure has figures for; one with fewer than two rows to compare is left out. */
export function chartViews(disclosure: Disclosure): ChartView[] {
  return plans.flatMap((plan) => {
    const table = disclosure.tables.find(({ id }) => id === plan.tableId);
    if (table === undefined) return [];
    const level = plan.levels.find(({ holds }) => rankRows(table, holds).length > 1);
    if (level === undefined) return [];
    const ranked = rankRows(table, level.holds);
    return {
      id: plan.id,
      title: plan.title,
      tableId: table.id,
      tableTitle: table.title,
      moneyUnit: table.moneyUnit,
      rows: ranked.slice(0, mostRows).map(({ row }) => row.row),
      columns: plan.columns.map((id) => ({ id, label: columnLabels[id] })),
      summary: summarise(ranked, level.counter, table.moneyUnit),
    };
  });
}

interface RankedRow {
  readonly row: Row;
  readonly fen: number;
}

/** Rows with a printed total other than zero, largest first, equal ones in document order. */
function rankRows(table: Table, holds: (row: Row) => boolean): RankedRow[] {
  return table.rows
    .filter(holds)
    .flatMap((row) => {
      const fen = row.cells.find(({ column }) => column === 'total')?.fen;
      return fen === undefined || fen === 0 ? [] : { row, fen };
    })
    .sort((a, b) => b.fen - a.fen || a.row.row - b.row.row);
}

function summarise(ranked: readonly RankedRow[], counter: string, moneyUnit: MoneyUnit): string {
  const [first, second] = ranked.map(
    ({ row, fen }) => `${row.name}（${formatFen(fen, moneyUnit)} ${moneyUnit}）`,
  );
  const rest = ranked.length > mostRows ? `图中画出最大的 ${mostRows} 项。` : '';
  return `共 ${ranked.length} ${counter}有支出，最多的是${first}，其次是${second}。${rest}`;
}
