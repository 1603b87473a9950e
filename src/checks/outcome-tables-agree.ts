import type { Disclosure } from '../schema/disclosure.ts';
import { outcomeTables as tables } from '../schema/outcome-tables.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import { printedTolerance, type Check } from './check.ts';
import { comparePairs, type Pair } from './compare.ts';
import { exampleAccounts, exampleTable } from './example-disclosure.ts';
import { filledTable, querySide, sumSides, type Side } from './side.ts';
import { byClass, columnOf, expenditureOf, matchRows, revenueOf, totalOf } from './table-pairs.ts';

const id = 'outcome-tables-agree';
const summary = tables['revenue-expenditure-summary'];
const revenue = tables['revenue-by-subject'];
const expenditure = tables['expenditure-by-subject'];
const appropriation = tables['appropriation-summary'];
const general = tables['general-budget-expenditure'];
const economic = tables['general-budget-basic-by-economic-class'];

/** Funds of the appropriation summary with the table that details the expenditure of each. */
const fundTables: readonly (readonly [MoneyColumn, string])[] = [
  ['general', general],
  ['fund', tables['fund-budget-expenditure']],
  ['state_capital', tables['state-capital-expenditure']],
];

/** Pairs of two tables that are both there with amounts. */
const between = (
  disclosure: Disclosure,
  tableIds: readonly string[],
  pairs: () => readonly Pair[],
): readonly Pair[] =>
  tableIds.every((tableId) => filledTable(disclosure, tableId) !== undefined) ? pairs() : [];

/** 人员经费合计 and 公用经费合计 of the table by economic class. */
const basicSum = (disclosure: Disclosure): Side =>
  sumSides(
    '人员经费合计加公用经费合计',
    ['人员经费合计', '公用经费合计'].map((name) =>
      querySide(disclosure, { tableId: economic, column: 'total', name }),
    ),
  );

function pairsOf(d: Disclosure): Pair[] {
  return [
    ...between(d, [summary, revenue], () => [
      { left: revenueOf(d, '本年收入合计', summary), right: totalOf(d, revenue, 'total') },
    ]),
    ...between(d, [summary, expenditure], () => [
      {
        left: expenditureOf(d, '本年支出合计', 'total', summary),
        right: totalOf(d, expenditure, 'total'),
      },
      ...matchRows(d, {
        left: summary,
        right: expenditure,
        key: byClass,
        leftSide: columnOf(d, summary, 'total'),
        rightSide: columnOf(d, expenditure, 'total'),
      }),
    ]),
    ...between(d, [revenue, appropriation], () => [
      {
        left: totalOf(d, revenue, 'appropriation'),
        right: revenueOf(d, '本年收入合计', appropriation),
      },
    ]),
    ...fundTables.flatMap(([column, tableId]) =>
      between(d, [appropriation, tableId], () => [
        {
          left: expenditureOf(d, '本年支出合计', column, appropriation),
          right: totalOf(d, tableId, 'total'),
        },
      ]),
    ),
    ...between(d, [general, economic], () => [
      { left: totalOf(d, general, 'basic'), right: basicSum(d) },
    ]),
  ];
}

const example = (spent: string, basic: string): Disclosure =>
  exampleAccounts({
    tables: [
      exampleTable(
        1,
        summary,
        ['revenue', 'total'],
        [{ kind: 'total', side: 'expenditure', name: '本年支出合计', cells: ['95.00'] }],
      ),
      exampleTable(3, expenditure, ['total'], [{ kind: 'total', name: '合计', cells: [spent] }]),
      exampleTable(5, general, ['basic'], [{ kind: 'total', name: '合计', cells: ['60.00'] }]),
      exampleTable(
        6,
        economic,
        ['total'],
        [
          { kind: 'group', name: '人员经费合计', cells: [basic] },
          { kind: 'group', name: '公用经费合计', cells: ['8.00'] },
        ],
      ),
    ],
  });

/** What several tables of final accounts print of the same money. */
export const outcomeTablesAgree: Check = {
  id,
  title: '决算各表的同一笔数一致',
  family: 'across-tables',
  attention: 2,
  explanation:
    '收入决算表、支出决算表的合计等于收入支出决算总表的本年收入、本年支出，各类支出也相同；财政拨款收入等于财政拨款总表的本年收入；财政拨款总表各栏的本年支出等于一般公共预算、政府性基金预算、国有资本经营预算各表的合计；基本支出等于明细表的人员经费合计加公用经费合计。',
  basis: '部门决算公开报表之间的勾稽关系（按常见格式，未逐一对照原件）。',
  condition: '文件是决算，两张表都印有数字。',
  tolerance: printedTolerance,
  check: (disclosure) => comparePairs(id, disclosure, '决算表间', pairsOf(disclosure)),
  examples: [
    {
      title: '各表一致',
      disclosure: example('95.00', '52.00'),
      expected: [
        {
          result: 'pass',
          message:
            '决算表间：核对 2 处，均一致；其一：决算表1 本年支出合计 95.00，决算表3 合计 95.00 万元，一致',
        },
      ],
    },
    {
      title: '支出决算表少 1 万元，人员经费多 2 万元',
      disclosure: example('94.00', '54.00'),
      expected: [
        {
          result: 'difference',
          message: '决算表1 本年支出合计 95.00，决算表3 合计 94.00，相差 1.00 万元',
        },
        {
          result: 'difference',
          message: '决算表5 合计 基本支出 60.00，人员经费合计加公用经费合计 62.00，相差 2.00 万元',
        },
      ],
    },
    {
      title: '人员经费合计没有印出',
      disclosure: example('95.00', ''),
      expected: [
        { result: 'pass', message: '决算表1 本年支出合计 95.00，决算表3 合计 95.00 万元，一致' },
        {
          result: 'difference',
          message:
            '决算表5 合计 基本支出 60.00，人员经费合计加公用经费合计 8.00，相差 52.00 万元（1 项未印出数字，未计入）',
        },
      ],
    },
  ],
};
