import type { Disclosure } from '../schema/disclosure.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Table } from '../schema/table.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { comparePairs } from './compare.ts';
import type { Pair } from './compare.ts';
import { exampleAccounts, exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { cellPart, cellSide, sumSides } from './side.ts';
import { columnNames, tableLabel } from './table-label.ts';

const id = 'columns-add-up';

/** Columns that divide 合计, in the order in which a table is tried. */
const divisions: readonly (readonly MoneyColumn[])[] = [
  ['current', 'carryover'],
  ['personnel', 'public'],
  ['basic', 'project'],
  ['appropriation'],
  ['general', 'fund', 'state_capital', 'special_account', 'unit_funds'],
];

/** Columns that stand beside the first of a division in the tables of final accounts, where they are printed. */
const besides: Readonly<Partial<Record<MoneyColumn, readonly MoneyColumn[]>>> = {
  basic: ['superior_remittance', 'business', 'subordinate_subsidy'],
  appropriation: ['superior_subsidy', 'undertaking', 'business', 'subordinate_remittance', 'other'],
};

function divisionOf(table: Table): readonly MoneyColumn[] {
  const found = divisions.find((columns) =>
    columns.every((column) => table.columns.includes(column)),
  );
  const last = divisions.at(-1) ?? [];
  if (found !== undefined && found !== last) {
    const more = found.flatMap((column) => besides[column] ?? []);
    return [...found, ...more.filter((column) => table.columns.includes(column))];
  }
  const sources = last.filter((column) => table.columns.includes(column));
  return printsCarryoverFirst(table, sources[0]) ? ['carryover', ...sources] : sources;
}

/** Whether the carry-over stands between 合计 and its parts, so that it is one of them. */
function printsCarryoverFirst({ columns }: Table, first: MoneyColumn | undefined): boolean {
  const [total, carryover] = [columns.indexOf('total'), columns.indexOf('carryover')];
  return first !== undefined && total < carryover && carryover < columns.indexOf(first);
}

function pairsOf(disclosure: Disclosure, table: Table, division: readonly MoneyColumn[]): Pair[] {
  const label = division.map((column) => columnNames[column]).join('加');
  return table.rows
    .filter((row) => row.side !== 'revenue' && row.cells.length > 0)
    .map((row) => ({
      left: cellSide(disclosure, table, row, 'total'),
      right: sumSides(
        label,
        division.map((column) => cellPart(disclosure, table, row, column)),
      ),
    }));
}

const example = (total: string, personnel: string, publicFunds: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        6,
        'general-budget-basic-by-economic-class',
        ['total', 'personnel', 'public'],
        [{ kind: 'total', name: '合计', cells: [total, personnel, publicFunds] }],
      ),
    ],
  });

/** 合计 of every row equals the columns that divide it. */
export const columnsAddUp: Check = {
  id,
  title: '每行的合计等于各栏之和',
  family: 'inside-table',
  attention: 2,
  explanation:
    '每张表每一行：合计等于当年预算安排加上年结转，或人员经费加公用经费，或基本支出加项目支出（决算表另加上缴上级、经营和对附属单位补助支出），或各资金来源、各项收入之和，视该表的栏目而定。',
  basis: '报表格式规定的栏次关系。',
  condition: '该行合计和至少一栏印出数字；没有印数字的栏不计入，也不当作零。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    disclosure.tables.flatMap((table) => {
      const division = divisionOf(table);
      if (table.status !== 'filled' || division.length < 2 || !table.columns.includes('total'))
        return [];
      const what = `${tableLabel(disclosure, table.id)} 合计与${division.map((column) => columnNames[column]).join('、')}`;
      return comparePairs(id, disclosure, what, pairsOf(disclosure, table, division));
    }),
  examples: [
    {
      title: '合计等于人员经费加公用经费',
      disclosure: example('50.00', '42.00', '8.00'),
      expected: [
        { result: 'pass', message: '表6 合计 50.00，人员经费加公用经费 50.00 万元，一致' },
      ],
    },
    {
      title: '公用经费没有印出，只与印出的栏相加',
      disclosure: example('50.00', '42.00', ''),
      expected: [
        {
          result: 'difference',
          message:
            '表6 合计 50.00，人员经费加公用经费 42.00，相差 8.00 万元（1 项未印出数字，未计入）',
        },
      ],
    },
    {
      title: '末位相差 0.01，属四舍五入',
      disclosure: example('50.00', '42.00', '8.01'),
      expected: [
        {
          result: 'rounding',
          message:
            '表6 合计 50.00，人员经费加公用经费 50.01，相差 0.01 万元，属四舍五入（3 个印出的数，界限 0.015 万元）',
        },
      ],
    },
    {
      title: '支出决算表：合计等于基本、项目、经营等支出之和',
      disclosure: exampleAccounts({
        tables: [
          exampleTable(
            3,
            'expenditure-outcome-by-subject',
            ['total', 'basic', 'project', 'business'],
            [{ kind: 'total', name: '合计', cells: ['50.00', '30.00', '15.00', '5.00'] }],
          ),
        ],
      }),
      expected: [
        {
          result: 'pass',
          message: '决算表3 合计 50.00，基本支出加项目支出加经营收支 50.00 万元，一致',
        },
      ],
    },
    {
      title: '只印出合计，无法核对',
      disclosure: example('50.00', '', ''),
      expected: [
        {
          result: 'undecidable',
          message: '人员经费加公用经费未印出数字，表6 合计 50.00 万元，无法核对',
        },
      ],
    },
  ],
};
