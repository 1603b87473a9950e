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
  otherSources,
  printedSources,
  revenueOf,
  t,
} from './table-pairs.ts';

const id = 'appropriation-tables-agree';

const example = (unitFunds: string, appropriation: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        1,
        t.summary,
        ['revenue'],
        [
          { kind: 'line', side: 'revenue', name: '五、单位资金', cells: [unitFunds] },
          { kind: 'total', side: 'revenue', name: '收入总计', cells: ['92.00'] },
        ],
      ),
      exampleTable(
        4,
        t.appropriation,
        ['revenue'],
        [{ kind: 'total', side: 'revenue', name: '收入总计', cells: [appropriation] }],
      ),
    ],
  });

/** 表1 equals 表4 where all revenue is fiscal appropriation; the three funds agree in any case. */
export const appropriationTablesAgree: Check = {
  id,
  title: '收支总表与财政拨款收支总表一致',
  family: 'across-tables',
  attention: 2,
  explanation:
    '收支总表的收入全部来自财政拨款时，总计、本年收入、上年结转和各类支出应与财政拨款收支总表相等。一般公共预算、政府性基金、国有资本经营三项在任何情况下都应相等。',
  basis: '财政拨款包含一般公共预算、政府性基金预算、国有资本经营预算；报表格式的勾稽关系。',
  condition: '总计和各类支出：收支总表没有财政专户管理资金和单位资金。三项拨款：没有条件。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const others = printedSources(disclosure, otherSources);
    const reason =
      others.length === 0 ? null : `收支总表另有${others.join('、')}，总计不必与财政拨款相等`;
    const four = t.appropriation;
    const whole = [
      { left: revenueOf(disclosure, '收入总计'), right: revenueOf(disclosure, '收入总计', four) },
      {
        left: revenueOf(disclosure, '本年收入合计'),
        right: revenueOf(disclosure, '本年收入合计', four),
      },
      {
        left: revenueOf(disclosure, '上年结转'),
        right: revenueOf(disclosure, '上年财政拨款结转', four),
      },
      {
        left: expenditureOf(disclosure, '支出总计'),
        right: expenditureOf(disclosure, '支出总计', 'total', four),
      },
      ...matchRows(disclosure, {
        left: t.summary,
        right: four,
        key: byClass,
        leftSide: columnOf(disclosure, t.summary, 'total'),
        rightSide: columnOf(disclosure, four, 'total'),
      }),
    ];
    const funds = ['一般公共预算', '政府性基金预算', '国有资本经营预算'].map((name) => ({
      left: revenueOf(disclosure, name),
      right: revenueOf(disclosure, name, four),
    }));
    return [
      ...compareUnless(id, disclosure, reason, '收支总表与财政拨款收支总表', whole),
      ...compareUnless(id, disclosure, null, '三项拨款', funds),
    ];
  },
  examples: [
    {
      title: '收入全部是财政拨款，总计相等',
      disclosure: example('', '92.00'),
      expected: [{ result: 'pass', message: '表1 收入总计 92.00，表4 收入总计 92.00 万元，一致' }],
    },
    {
      title: '收入全部是财政拨款，总计不相等',
      disclosure: example('', '90.00'),
      expected: [
        { result: 'difference', message: '表1 收入总计 92.00，表4 收入总计 90.00，相差 2.00 万元' },
      ],
    },
    {
      title: '另有单位资金，不适用',
      disclosure: example('2.00', '90.00'),
      expected: [
        {
          result: 'not-applicable',
          message: '不适用：收支总表另有单位资金，总计不必与财政拨款相等',
        },
      ],
    },
  ],
};
