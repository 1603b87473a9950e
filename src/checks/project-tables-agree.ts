import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import { judge } from './compare.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { sumProjects } from './project-sums.ts';
import { sumSides } from './side.ts';
import { compareUnless, revenueOf, t, totalOf } from './table-pairs.ts';

const id = 'project-tables-agree';

const example = (second: string, allProjects: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        3,
        t.expenditure,
        ['project'],
        [{ kind: 'total', name: '合计', cells: [allProjects] }],
      ),
      exampleTable(5, t.general, ['project'], [{ kind: 'total', name: '合计', cells: ['30.00'] }]),
      exampleTable(
        12,
        t.projects,
        ['total', 'general'],
        [
          { kind: 'line', name: '示例项目一', cells: ['20.00', '20.00'] },
          { kind: 'line', name: '示例项目二', cells: [second, second] },
        ],
      ),
    ],
  });

/** Projects of both years against 项目支出 of 表3. */
function wholeFindings(disclosure: Disclosure): Finding[] {
  const sums = [
    sumProjects(disclosure, t.projects, 'total'),
    sumProjects(disclosure, t.carryover, 'total'),
  ];
  const label = sums
    .filter((sum) => sum.fen !== null)
    .map((sum) => sum.label)
    .join('加');
  const left = totalOf(disclosure, t.expenditure, 'project');
  const right = sumSides(
    label === '' ? (sums[0]?.label ?? '') : label,
    sums.filter((sum) => sum.fen !== null),
  );
  return compareUnless(id, disclosure, null, '项目支出', [{ left, right }]);
}

/** The carry-over of 表1 against 表13, unless basic expenditure is carried over too. */
function carryoverFindings(disclosure: Disclosure): Finding[] {
  const all = totalOf(disclosure, t.expenditure, 'basic');
  const current = totalOf(disclosure, t.general, 'basic');
  const projects = sumProjects(disclosure, t.carryover, 'total');
  const carryover = revenueOf(disclosure, '上年结转');
  const basicCarried =
    all.fen !== null && current.fen !== null && judge(all, current) === 'difference';
  const reason =
    basicCarried && projects.fen !== null && judge(carryover, projects) === 'difference'
      ? '支出总表的基本支出大于当年一般公共预算安排，结转中可能有基本支出'
      : null;
  return compareUnless(id, disclosure, reason, '上年结转', [{ left: carryover, right: projects }]);
}

/** 表12 and 表13 add up to the project expenditure and the carry-over of the other tables. */
export const projectTablesAgree: Check = {
  id,
  title: '项目支出表与其他表一致',
  family: 'across-tables',
  attention: 2,
  explanation:
    '本年预算的各项目中一般公共预算之和应等于一般公共预算支出表的项目支出；两年的各项目之和应等于支出总表的项目支出；上年结转的各项目之和应等于收支总表的上年结转。',
  basis: '项目支出预算表逐项列示同一项目支出；报表格式的勾稽关系。',
  condition: '上年结转：结转中没有基本支出。',
  tolerance: printedTolerance,
  check: (disclosure) => [
    ...compareUnless(id, disclosure, null, '当年项目支出', [
      {
        left: totalOf(disclosure, t.general, 'project'),
        right: sumProjects(disclosure, t.projects, 'general'),
      },
    ]),
    ...wholeFindings(disclosure),
    ...carryoverFindings(disclosure),
  ],
  examples: [
    {
      title: '各项目之和等于项目支出',
      disclosure: example('10.00', '30.00'),
      expected: [
        {
          result: 'pass',
          message: '表5 合计 项目支出 30.00，表12 各项目一般公共预算相加 30.00 万元，一致',
        },
        { result: 'pass', message: '表3 合计 项目支出 30.00，表12 各项目相加 30.00 万元，一致' },
      ],
    },
    {
      title: '漏列一个 1 万元的项目',
      disclosure: example('9.00', '30.00'),
      expected: [
        {
          result: 'difference',
          message: '表5 合计 项目支出 30.00，表12 各项目一般公共预算相加 29.00，相差 1.00 万元',
        },
        {
          result: 'difference',
          message: '表3 合计 项目支出 30.00，表12 各项目相加 29.00，相差 1.00 万元',
        },
      ],
    },
    {
      title: '上年结转 8 万元，项目表印为空表',
      disclosure: exampleDisclosure({
        tables: [
          exampleTable(
            1,
            t.summary,
            ['revenue'],
            [{ kind: 'line', side: 'revenue', name: '上年结转', cells: ['8.00'] }],
          ),
          exampleTable(13, t.carryover, ['total']),
        ],
      }),
      expected: [
        {
          result: 'undecidable',
          message: '表13 各项目相加未印出数字，表1 上年结转 8.00 万元，无法核对',
        },
      ],
    },
  ],
};
