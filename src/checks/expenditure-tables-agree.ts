import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import {
  byClass,
  columnOf,
  compareUnless,
  expenditureOf,
  matchRows,
  t,
  totalOf,
} from './table-pairs.ts';

const id = 'expenditure-tables-agree';

const example = (total: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        1,
        t.summary,
        ['total'],
        [
          {
            kind: 'line',
            side: 'expenditure',
            name: '七、文化旅游体育与传媒支出',
            cells: ['92.00'],
          },
          { kind: 'total', side: 'expenditure', name: '本年支出合计', cells: ['92.00'] },
        ],
      ),
      exampleTable(
        3,
        t.expenditure,
        ['total'],
        total === ''
          ? []
          : [
              { kind: 'total', name: '合计', cells: ['92.00'] },
              { kind: 'group', code: '207', name: '文化旅游体育与传媒支出', cells: [total] },
            ],
      ),
    ],
  });

/** 表1 and 表3 show the same expenditure, in total and class by class. */
export const expenditureTablesAgree: Check = {
  id,
  title: '收支总表与支出总表一致',
  family: 'across-tables',
  attention: 2,
  explanation:
    '收支总表的本年支出合计和各类支出，应与支出总表的合计和各类科目相等（均含上年结转）。',
  basis: '两表反映同一单位同一年度的支出；报表格式的勾稽关系。',
  condition: '两表都印有相应数字。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const pairs = [
      {
        left: expenditureOf(disclosure, '本年支出合计'),
        right: totalOf(disclosure, t.expenditure, 'total'),
      },
      ...matchRows(disclosure, {
        left: t.summary,
        right: t.expenditure,
        key: byClass,
        leftSide: columnOf(disclosure, t.summary, 'total'),
        rightSide: columnOf(disclosure, t.expenditure, 'total'),
      }),
    ];
    return compareUnless(id, disclosure, null, '收支总表与支出总表', pairs);
  },
  examples: [
    {
      title: '合计和各类都相等',
      disclosure: example('92.00'),
      expected: [
        {
          result: 'pass',
          message:
            '收支总表与支出总表：核对 2 处，均一致；其一：表1 本年支出合计 92.00，表3 合计 92.00 万元，一致',
        },
      ],
    },
    {
      title: '一类不相等',
      disclosure: example('90.00'),
      expected: [
        { result: 'pass', message: '表1 本年支出合计 92.00，表3 合计 92.00 万元，一致' },
        {
          result: 'difference',
          message:
            '表1 文化旅游体育与传媒支出 92.00，表3 文化旅游体育与传媒支出 90.00，相差 2.00 万元',
        },
      ],
    },
    {
      title: '支出总表印为空表',
      disclosure: example(''),
      expected: [
        {
          result: 'undecidable',
          message: '表3 合计未印出数字，表1 本年支出合计 92.00 万元，无法核对',
        },
      ],
    },
  ],
};
