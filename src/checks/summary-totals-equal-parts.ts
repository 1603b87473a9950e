import type { Disclosure } from '../schema/disclosure.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { comparePairs } from './compare.ts';
import type { Pair } from './compare.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { cellOf, cellSide, filledTable, rowName, sumRows } from './side.ts';
import { tableLabel } from './table-label.ts';

const id = 'summary-totals-equal-parts';

/** Whole and parts of a summary table, by row names without numbering. */
interface Rule {
  readonly whole: string;
  readonly parts: (row: Row) => boolean;
  readonly side: 'revenue' | 'expenditure';
  readonly what: string;
}

const isNumbered = (row: Row): boolean =>
  row.kind === 'line' && !/^(?:上年|年终)/u.test(rowName(row.name));

const named =
  (...names: readonly string[]) =>
  (row: Row): boolean =>
    names.includes(rowName(row.name));

const rules: readonly Rule[] = [
  { whole: '本年收入合计', parts: isNumbered, side: 'revenue', what: '各项收入相加' },
  {
    whole: '收入总计',
    parts: named('本年收入合计', '上年结转', '上年财政拨款结转'),
    side: 'revenue',
    what: '本年收入合计加上年结转',
  },
  { whole: '本年支出合计', parts: isNumbered, side: 'expenditure', what: '各类支出相加' },
  {
    whole: '支出总计',
    parts: named('本年支出合计', '年终结转'),
    side: 'expenditure',
    what: '本年支出合计加年终结转',
  },
];

const carryoverHead = '上年财政拨款结转';

/**
 * Rows of the revenue side of 表4 that divide the carry-over by fund: they bear the name of a source
 * above and stand below it.
 */
function carryoverParts(table: Table): Set<Row> {
  const rows = table.rows.filter((row) => row.side === 'revenue');
  const names = rows.map((row) => rowName(row.name));
  if (!names.includes(carryoverHead)) return new Set();
  return new Set(rows.filter((_, i) => names.indexOf(names[i] ?? '') < i));
}

function pairsOf(disclosure: Disclosure, table: Table): Pair[] {
  const carried = carryoverParts(table);
  const pairs = rules.flatMap((rule) => {
    const rows = table.rows.filter((row) => row.side === rule.side && !carried.has(row));
    const whole = rows.find((row) => rowName(row.name) === rule.whole);
    if (whole === undefined) return [];
    const parts = rows.filter(rule.parts);
    const columns: readonly MoneyColumn[] =
      rule.side === 'revenue'
        ? ['revenue']
        : table.columns.filter((column) => column !== 'revenue');
    return columns.map((column) => ({
      left: cellSide(disclosure, table, whole, column),
      right: sumRows(disclosure, table, parts, column, rule.what),
    }));
  });
  const head = table.rows.find((row) => rowName(row.name) === carryoverHead);
  const parts = [...carried].filter((row) => cellOf(row, 'revenue') !== undefined);
  if (head === undefined || parts.length === 0) return pairs;
  return [
    ...pairs,
    {
      left: cellSide(disclosure, table, head, 'revenue'),
      right: sumRows(disclosure, table, [...carried], 'revenue', '各项结转相加'),
    },
  ];
}

const example = (parts: readonly string[], total: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        1,
        'revenue-expenditure-summary',
        ['total', 'current', 'carryover'],
        [
          ...parts.map((cell, i) => ({
            kind: 'line' as const,
            side: 'expenditure' as const,
            name: `${['八', '十', '二十'][i] ?? ''}、${['社会保障和就业支出', '卫生健康支出', '住房保障支出'][i] ?? ''}`,
            cells: [cell],
          })),
          { kind: 'total', side: 'expenditure', name: '本年支出合计', cells: [total] },
        ],
      ),
    ],
  });

/** Totals of 表1 and 表4 equal the rows above them, column by column. */
export const summaryTotalsEqualParts: Check = {
  id,
  title: '收支总表的合计等于各项之和',
  family: 'inside-table',
  attention: 2,
  explanation:
    '收支总表和财政拨款收支总表：本年收入合计等于各项收入之和，收入总计等于本年收入合计加上年结转，本年支出合计等于各类支出之和，支出总计等于本年支出合计加年终结转，逐栏核对。',
  basis: '报表格式规定的合计关系。',
  condition: '合计一栏印出数字；没有印数字的项不计入，也不当作零。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    ['revenue-expenditure-summary', 'appropriation-summary'].flatMap((tableId) => {
      const table = filledTable(disclosure, tableId);
      if (table === undefined) return [];
      return comparePairs(
        id,
        disclosure,
        tableLabel(disclosure, tableId),
        pairsOf(disclosure, table),
      );
    }),
  examples: [
    {
      title: '三类支出相加等于合计，没有数字的类不计入',
      disclosure: example(['80.00', '', '20.00'], '100.00'),
      expected: [
        { result: 'pass', message: '表1 本年支出合计 100.00，各类支出相加 100.00 万元，一致' },
      ],
    },
    {
      title: '末位相差 0.01，属四舍五入',
      disclosure: example(['33.33', '33.33', '33.33'], '100.00'),
      expected: [
        {
          result: 'rounding',
          message:
            '表1 本年支出合计 100.00，各类支出相加 99.99，相差 0.01 万元，属四舍五入（4 个印出的数，界限 0.02 万元）',
        },
      ],
    },
    {
      title: '各类之和比合计少 5 万元',
      disclosure: example(['80.00', '', '15.00'], '100.00'),
      expected: [
        {
          result: 'difference',
          message:
            '表1 本年支出合计 100.00，各类支出相加 95.00，相差 5.00 万元（1 项未印出数字，未计入）',
        },
      ],
    },
  ],
};
