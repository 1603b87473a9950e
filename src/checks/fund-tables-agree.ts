import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { querySide } from './side.ts';
import { compareUnless, revenueOf, t, totalOf } from './table-pairs.ts';

const id = 'fund-tables-agree';

const example = (summary: string, fund: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        1,
        t.summary,
        ['revenue'],
        [{ kind: 'line', side: 'revenue', name: '二、政府性基金预算', cells: [summary] }],
      ),
      exampleTable(
        7,
        t.fundRevenue,
        ['total'],
        fund === '' ? [] : [{ kind: 'total', name: '合计', cells: [fund] }],
      ),
    ],
  });

/** 表7, 表8 and 表9 show the government fund and state capital money of 表1. */
export const fundTablesAgree: Check = {
  id,
  title: '基金和国有资本经营表与收支总表一致',
  family: 'across-tables',
  attention: 2,
  explanation:
    '政府性基金收入表、支出表和国有资本经营收支表的合计，应等于收支总表的同名收入（均不含上年结转）。',
  basis: '《预算法》第五条（四本预算）；报表格式的勾稽关系。',
  condition: '收支总表或该表印有数字。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const fund = revenueOf(disclosure, '政府性基金预算');
    const state = revenueOf(disclosure, '国有资本经营预算');
    const pairs = [
      { left: fund, right: totalOf(disclosure, t.fundRevenue, 'total') },
      { left: fund, right: totalOf(disclosure, t.fundExpenditure, 'total') },
      {
        left: state,
        right: querySide(disclosure, {
          tableId: t.stateCapital,
          side: 'revenue',
          column: 'revenue',
        }),
      },
      {
        left: state,
        right: querySide(disclosure, {
          tableId: t.stateCapital,
          side: 'expenditure',
          column: 'total',
        }),
      },
    ].filter(({ right }) => disclosure.tables.some((table) => table.id === right.at.tableId));
    return compareUnless(id, disclosure, null, '基金与国有资本经营', pairs);
  },
  examples: [
    {
      title: '政府性基金收入相等',
      disclosure: example('6.00', '6.00'),
      expected: [{ result: 'pass', message: '表1 政府性基金预算 6.00，表7 合计 6.00 万元，一致' }],
    },
    {
      title: '政府性基金收入不相等',
      disclosure: example('6.00', '5.00'),
      expected: [
        { result: 'difference', message: '表1 政府性基金预算 6.00，表7 合计 5.00，相差 1.00 万元' },
      ],
    },
    {
      title: '两处都没有政府性基金，无可核对',
      disclosure: example('', ''),
      expected: [],
    },
  ],
};
