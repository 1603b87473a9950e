import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import {
  byCode,
  columnOf,
  compareUnless,
  expenditureOf,
  matchRows,
  revenueOf,
  t,
  totalOf,
} from './table-pairs.ts';

const id = 'general-budget-agrees';

const example = (general: string, yearEnd: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        1,
        t.summary,
        ['revenue', 'total'],
        [
          { kind: 'line', side: 'revenue', name: '一、一般公共预算', cells: ['80.00'] },
          { kind: 'line', side: 'expenditure', name: '年终结转', cells: [yearEnd] },
        ],
      ),
      exampleTable(5, t.general, ['total'], [{ kind: 'total', name: '合计', cells: [general] }]),
    ],
  });

/** 表5 equals the general budget of 表1 and, subject by subject, of 表2: this year's money only. */
export const generalBudgetAgrees: Check = {
  id,
  title: '一般公共预算支出表与收入一致',
  family: 'across-tables',
  attention: 2,
  explanation:
    '一般公共预算支出预算表（不含上年结转）的合计应等于收支总表的一般公共预算收入，各科目应等于收入总表同一科目的一般公共预算。',
  basis: '当年一般公共预算收入按科目安排当年支出；报表格式的勾稽关系。',
  condition: '收支总表没有年终结转。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const yearEnd = expenditureOf(disclosure, '年终结转').fen ?? 0;
    const reason = yearEnd === 0 ? null : '收支总表有年终结转，当年收入没有全部安排支出';
    const pairs = [
      {
        left: revenueOf(disclosure, '一般公共预算'),
        right: totalOf(disclosure, t.general, 'total'),
      },
      ...matchRows(disclosure, {
        left: t.revenue,
        right: t.general,
        key: byCode,
        leftSide: columnOf(disclosure, t.revenue, 'general'),
        rightSide: columnOf(disclosure, t.general, 'total'),
      }),
    ];
    return compareUnless(id, disclosure, reason, '一般公共预算的收入与支出', pairs);
  },
  examples: [
    {
      title: '一般公共预算收入等于支出',
      disclosure: example('80.00', ''),
      expected: [{ result: 'pass', message: '表1 一般公共预算 80.00，表5 合计 80.00 万元，一致' }],
    },
    {
      title: '支出少 3 万元',
      disclosure: example('77.00', ''),
      expected: [
        { result: 'difference', message: '表1 一般公共预算 80.00，表5 合计 77.00，相差 3.00 万元' },
      ],
    },
    {
      title: '有年终结转，不适用',
      disclosure: example('77.00', '3.00'),
      expected: [
        {
          result: 'not-applicable',
          message: '不适用：收支总表有年终结转，当年收入没有全部安排支出',
        },
      ],
    },
  ],
};
