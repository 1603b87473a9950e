import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { judge } from './compare.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { sumProjects } from './project-sums.ts';
import {
  byCode,
  columnOf,
  compareUnless,
  matchRows,
  otherSources,
  printedSources,
  revenueOf,
  t,
  totalOf,
} from './table-pairs.ts';

const id = 'basic-tables-agree';

const example = (economic: string, all: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        3,
        t.expenditure,
        ['total', 'basic'],
        [{ kind: 'total', name: '合计', cells: ['92.00', all] }],
      ),
      exampleTable(
        5,
        t.general,
        ['total', 'basic'],
        [{ kind: 'total', name: '合计', cells: ['80.00', '50.00'] }],
      ),
      exampleTable(6, t.economic, ['total'], [{ kind: 'total', name: '合计', cells: [economic] }]),
    ],
  });

/** Why basic expenditure of 表3 need not be that of 表5; null = it must be. */
function reasonToDiffer(disclosure: Disclosure): string | null {
  const sources = printedSources(disclosure, [
    '政府性基金预算',
    '国有资本经营预算',
    ...otherSources,
  ]);
  if (sources.length > 0) return `另有${sources.join('、')}，基本支出不限于一般公共预算`;
  const carryover = revenueOf(disclosure, '上年结转');
  if ((carryover.fen ?? 0) === 0) return null;
  const projects = sumProjects(disclosure, t.carryover, 'total');
  const allProjects = projects.fen !== null && judge(projects, carryover) !== 'difference';
  return allProjects ? null : '上年结转中可能有基本支出';
}

/** 表6 equals the basic expenditure of 表5; 表3 equals 表5 where all of it is this year's general budget. */
export const basicTablesAgree: Check = {
  id,
  title: '各表的基本支出一致',
  family: 'across-tables',
  attention: 2,
  explanation:
    '分经济科目表的合计应等于一般公共预算支出表的基本支出；支出总表的基本支出在没有其他资金、结转又全是项目时，也应与之相等，逐科目核对。',
  basis: '《预算法实施条例》第六条（一般公共预算基本支出公开到经济分类款级）；报表格式的勾稽关系。',
  condition: '支出总表：没有一般公共预算以外的资金，上年结转全部是项目支出。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const economic = [
      {
        left: totalOf(disclosure, t.general, 'basic'),
        right: totalOf(disclosure, t.economic, 'total'),
      },
    ];
    const all = [
      {
        left: totalOf(disclosure, t.expenditure, 'basic'),
        right: totalOf(disclosure, t.general, 'basic'),
      },
      ...matchRows(disclosure, {
        left: t.expenditure,
        right: t.general,
        key: byCode,
        leftSide: columnOf(disclosure, t.expenditure, 'basic'),
        rightSide: columnOf(disclosure, t.general, 'basic'),
      }),
    ];
    return [
      ...compareUnless(id, disclosure, null, '基本支出', economic),
      ...compareUnless(
        id,
        disclosure,
        reasonToDiffer(disclosure),
        '支出总表与一般公共预算支出表的基本支出',
        all,
      ),
    ];
  },
  examples: [
    {
      title: '三张表的基本支出相等',
      disclosure: example('50.00', '50.00'),
      expected: [
        { result: 'pass', message: '表5 合计 基本支出 50.00，表6 合计 50.00 万元，一致' },
        { result: 'pass', message: '表3 合计 基本支出 50.00，表5 合计 基本支出 50.00 万元，一致' },
      ],
    },
    {
      title: '分经济科目表少 2 万元',
      disclosure: example('48.00', '50.00'),
      expected: [
        {
          result: 'difference',
          message: '表5 合计 基本支出 50.00，表6 合计 48.00，相差 2.00 万元',
        },
        { result: 'pass', message: '表3 合计 基本支出 50.00，表5 合计 基本支出 50.00 万元，一致' },
      ],
    },
    {
      title: '结转中可能有基本支出，支出总表不核对',
      disclosure: exampleDisclosure({
        tables: [
          ...example('50.00', '54.00').tables,
          exampleTable(
            1,
            t.summary,
            ['revenue'],
            [{ kind: 'line', side: 'revenue', name: '上年结转', cells: ['12.00'] }],
          ),
        ],
      }),
      expected: [
        { result: 'pass', message: '表5 合计 基本支出 50.00，表6 合计 50.00 万元，一致' },
        { result: 'not-applicable', message: '不适用：上年结转中可能有基本支出' },
      ],
    },
  ],
};
