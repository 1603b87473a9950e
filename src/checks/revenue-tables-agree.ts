import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { compareUnless, revenueOf, t, totalOf } from './table-pairs.ts';

const id = 'revenue-tables-agree';

const sources = [
  ['一般公共预算', 'general'],
  ['政府性基金预算', 'fund'],
  ['国有资本经营预算', 'state_capital'],
  ['财政专户管理资金', 'special_account'],
  ['单位资金', 'unit_funds'],
] as const;

const example = (total: string, carryover: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        1,
        t.summary,
        ['revenue'],
        [
          { kind: 'line', side: 'revenue', name: '一、一般公共预算', cells: ['80.00'] },
          { kind: 'total', side: 'revenue', name: '本年收入合计', cells: ['80.00'] },
          { kind: 'line', side: 'revenue', name: '上年结转', cells: ['12.00'] },
        ],
      ),
      exampleTable(
        2,
        t.revenue,
        ['total', 'general', 'carryover'],
        total === '' ? [] : [{ kind: 'total', name: '合计', cells: [total, total, carryover] }],
      ),
    ],
  });

/** 表1 and 表2 show the same revenue, source by source, and the same carry-over. */
export const revenueTablesAgree: Check = {
  id,
  title: '收支总表与收入总表一致',
  family: 'across-tables',
  attention: 2,
  explanation: '收支总表的本年收入合计、各项资金来源和上年结转，应与收入总表合计行相应栏目相等。',
  basis: '两表反映同一单位同一年度的收入；报表格式的勾稽关系。',
  condition: '两表都印有相应数字。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const pairs = [
      {
        left: revenueOf(disclosure, '本年收入合计'),
        right: totalOf(disclosure, t.revenue, 'total'),
      },
      ...sources.map(([name, column]) => ({
        left: revenueOf(disclosure, name),
        right: totalOf(disclosure, t.revenue, column),
      })),
      {
        left: revenueOf(disclosure, '上年结转'),
        right: totalOf(disclosure, t.revenue, 'carryover'),
      },
    ];
    return compareUnless(id, disclosure, null, '收支总表与收入总表', pairs);
  },
  examples: [
    {
      title: '本年收入、来源、结转都相等',
      disclosure: example('80.00', '12.00'),
      expected: [
        {
          result: 'pass',
          message:
            '收支总表与收入总表：核对 3 处，均一致；其一：表1 本年收入合计 80.00，表2 合计 80.00 万元，一致',
        },
      ],
    },
    {
      title: '上年结转不相等',
      disclosure: example('80.00', '10.00'),
      expected: [
        {
          result: 'pass',
          message:
            '收支总表与收入总表：核对 2 处，均一致；其一：表1 本年收入合计 80.00，表2 合计 80.00 万元，一致',
        },
        {
          result: 'difference',
          message: '表1 上年结转 12.00，表2 合计 上年结转 10.00，相差 2.00 万元',
        },
      ],
    },
    {
      title: '收入总表印为空表',
      disclosure: example('', ''),
      expected: [
        {
          result: 'undecidable',
          message: '表2 合计未印出数字，表1 本年收入合计 80.00 万元，无法核对',
        },
        {
          result: 'undecidable',
          message: '表2 一般公共预算未印出数字，表1 一般公共预算 80.00 万元，无法核对',
        },
        {
          result: 'undecidable',
          message: '表2 上年结转未印出数字，表1 上年结转 12.00 万元，无法核对',
        },
      ],
    },
  ],
};
