import type { Disclosure } from '../schema/disclosure.ts';
import { outcomeTables } from '../schema/outcome-tables.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';
import { printedTolerance, type Check } from './check.ts';
import { comparePairs, type Pair } from './compare.ts';
import { exampleAccounts, exampleTable } from './example-disclosure.ts';
import { cellSide, filledTable, rowName, sumRows } from './side.ts';
import { tableLabel } from './table-label.ts';

const id = 'outcome-summary';
const tableIds = [
  outcomeTables['revenue-expenditure-summary'],
  outcomeTables['appropriation-summary'],
];
const openingOfAppropriation = '年初财政拨款结转和结余';

/** Whole and parts of a summary of final accounts, by row names without numbering. */
interface Rule {
  readonly whole: string;
  readonly side: 'revenue' | 'expenditure';
  readonly what: string;
  readonly parts: (row: Row, table: Table) => boolean;
}

const isNumbered = ({ name }: Row): boolean => /^[一二三四五六七八九十]+、/u.test(name);
const named =
  (...names: readonly RegExp[]) =>
  ({ name }: Row): boolean =>
    names.some((pattern) => pattern.test(rowName(name)));

/** A row that divides the opening balance by fund: it stands below it and bears the name of a fund. */
const isOpeningPart = (row: Row, table: Table): boolean => {
  const head = table.rows.find(({ name }) => rowName(name) === openingOfAppropriation);
  return (
    head !== undefined && row.row > head.row && !isNumbered(row) && row.name.endsWith('财政拨款')
  );
};

const rules: readonly Rule[] = [
  { whole: '本年收入合计', side: 'revenue', what: '各项收入相加', parts: isNumbered },
  {
    whole: openingOfAppropriation,
    side: 'revenue',
    what: '各项年初结转和结余相加',
    parts: isOpeningPart,
  },
  {
    whole: '总计',
    side: 'revenue',
    what: '本年收入合计加使用非财政拨款结余和年初结转和结余',
    parts: named(/^本年收入合计$/u, /^使用非财政拨款结余/u, /^年初(?:财政拨款)?结转和结余$/u),
  },
  { whole: '本年支出合计', side: 'expenditure', what: '各类支出相加', parts: isNumbered },
  {
    whole: '总计',
    side: 'expenditure',
    what: '本年支出合计加结余分配和年末结转和结余',
    parts: named(/^本年支出合计$/u, /^结余分配$/u, /^年末(?:财政拨款)?结转和结余$/u),
  },
];

/** What both sides of a summary add up to. */
function wholeOf(table: Table, side: Rule['side'], name: string): Row | undefined {
  return table.rows.find((row) => row.side === side && rowName(row.name) === name);
}

function pairsOf(disclosure: Disclosure, table: Table): Pair[] {
  const spent = table.columns.filter(
    (column) => !['revenue', 'initial_budget', 'adjusted_budget'].includes(column),
  );
  const sums = rules.flatMap(({ whole, side, what, parts }) => {
    const row = wholeOf(table, side, whole);
    const own = table.rows.filter((one) => one.side === side && parts(one, table));
    if (row === undefined || own.length === 0) return [];
    const columns: readonly MoneyColumn[] = side === 'revenue' ? ['revenue'] : spent;
    return columns.map((column) => ({
      left: cellSide(disclosure, table, row, column),
      right: sumRows(disclosure, table, own, column, what),
    }));
  });
  const revenue = wholeOf(table, 'revenue', '总计');
  const expenditure = wholeOf(table, 'expenditure', '总计');
  if (revenue === undefined || expenditure === undefined) return sums;
  const left = cellSide(disclosure, table, revenue, 'revenue');
  const right = cellSide(disclosure, table, expenditure, 'total');
  return [
    {
      left: { ...left, label: `${left.label}（收入方）` },
      right: { ...right, label: `${right.label}（支出方）`, boundFen: 0 },
    },
    ...sums,
  ];
}

const example = (opening: string, closing: string): Disclosure =>
  exampleAccounts({
    tables: [
      exampleTable(
        1,
        outcomeTables['revenue-expenditure-summary'],
        ['revenue', 'total'],
        [
          { kind: 'total', side: 'revenue', name: '本年收入合计', cells: ['90.00'] },
          { kind: 'total', side: 'expenditure', name: '本年支出合计', cells: ['95.00'] },
          { kind: 'line', side: 'revenue', name: '使用非财政拨款结余', cells: [''] },
          { kind: 'line', side: 'expenditure', name: '结余分配', cells: [''] },
          { kind: 'line', side: 'revenue', name: '年初结转和结余', cells: [opening] },
          { kind: 'line', side: 'expenditure', name: '年末结转和结余', cells: [closing] },
          { kind: 'total', side: 'revenue', name: '总计', cells: ['100.00'] },
          { kind: 'total', side: 'expenditure', name: '总计', cells: ['100.00'] },
        ],
      ),
    ],
  });

/** The two summaries of final accounts: both sides equal, totals equal to what they are made of. */
export const outcomeSummary: Check = {
  id,
  title: '决算总表左右相等、合计相符',
  family: 'inside-table',
  attention: 2,
  explanation:
    '收入支出决算总表和财政拨款收入支出决算总表：左右两方的总计相等；本年收入合计等于各项收入之和，本年支出合计等于各类支出之和；收入方总计等于本年收入加使用非财政拨款结余和年初结转和结余，支出方总计等于本年支出加结余分配和年末结转和结余。',
  basis: '部门决算公开报表格式规定的合计关系（按常见格式，未逐一对照原件）。',
  condition: '文件是决算，总计一栏印出数字；没有印数字的项不计入，也不当作零。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    tableIds.flatMap((tableId) => {
      const table = filledTable(disclosure, tableId);
      if (table === undefined) return [];
      const what = `${tableLabel(disclosure, tableId)} 总计与合计`;
      return comparePairs(id, disclosure, what, pairsOf(disclosure, table));
    }),
  examples: [
    {
      title: '年初结转加本年收入，等于本年支出加年末结转',
      disclosure: example('10.00', '5.00'),
      expected: [
        {
          result: 'pass',
          message:
            '决算表1 总计与合计：核对 3 处，均一致；其一：决算表1 总计（收入方） 100.00，决算表1 总计（支出方） 100.00 万元，一致',
        },
      ],
    },
    {
      title: '年末结转和结余少 1 万元',
      disclosure: example('10.00', '4.00'),
      expected: [
        {
          result: 'pass',
          message:
            '决算表1 总计与合计：核对 2 处，均一致；其一：决算表1 总计（收入方） 100.00，决算表1 总计（支出方） 100.00 万元，一致',
        },
        {
          result: 'difference',
          message:
            '决算表1 总计 100.00，本年支出合计加结余分配和年末结转和结余 99.00，相差 1.00 万元（1 项未印出数字，未计入）',
        },
      ],
    },
  ],
};
