import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import type { Row } from '../schema/table.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { sumSides } from './side.ts';
import type { Side } from './side.ts';
import { byCode, columnOf, compareUnless, expenditureOf, matchRows, t } from './table-pairs.ts';

const id = 'revenue-spent-by-subject';

/** This year's revenue and the carry-over of one subject. */
const available =
  (disclosure: Disclosure) =>
  (row: Row): Side => {
    const current = columnOf(disclosure, t.revenue, 'total')(row);
    const carryover = columnOf(disclosure, t.revenue, 'carryover')(row);
    return sumSides(`${current.label}加上年结转`, [current, carryover]);
  };

const example = (carryover: string, expenditure: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        2,
        t.revenue,
        ['total', 'carryover'],
        [{ kind: 'line', code: '2070109', name: '群众文化', cells: ['80.00', carryover] }],
      ),
      exampleTable(
        3,
        t.expenditure,
        ['total'],
        [{ kind: 'line', code: '2070109', name: '群众文化', cells: [expenditure] }],
      ),
    ],
  });

/** 表3 equals, subject by subject, this year's revenue and the carry-over of 表2. */
export const revenueSpentBySubject: Check = {
  id,
  title: '各科目的收入加结转等于支出',
  family: 'across-tables',
  attention: 2,
  explanation: '收入总表每个科目的本年收入加上年结转，应等于支出总表同一科目的合计。',
  basis: '支出总表含上年结转；报表格式的勾稽关系。',
  condition: '两表都列有该科目，收支总表没有年终结转。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const yearEnd = expenditureOf(disclosure, '年终结转').fen ?? 0;
    const reason = yearEnd === 0 ? null : '收支总表有年终结转，收入没有全部安排支出';
    const pairs = matchRows(disclosure, {
      left: t.revenue,
      right: t.expenditure,
      key: byCode,
      leftSide: available(disclosure),
      rightSide: columnOf(disclosure, t.expenditure, 'total'),
    });
    return compareUnless(id, disclosure, reason, '各科目收入加结转与支出', pairs);
  },
  examples: [
    {
      title: '收入加结转等于支出',
      disclosure: example('12.00', '92.00'),
      expected: [
        {
          result: 'pass',
          message: '表2 群众文化加上年结转 92.00，表3 群众文化 92.00 万元，一致',
        },
      ],
    },
    {
      title: '结转没有安排支出',
      disclosure: example('12.00', '80.00'),
      expected: [
        {
          result: 'difference',
          message: '表2 群众文化加上年结转 92.00，表3 群众文化 80.00，相差 12.00 万元',
        },
      ],
    },
  ],
};
