import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { compareSides, inWan, judge, notApplicable } from './compare.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { t, totalOf } from './table-pairs.ts';

const id = 'agency-operating-agrees';

const example = (agency: string, publicFunds: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        6,
        t.economic,
        ['total', 'public'],
        [{ kind: 'total', name: '合计', cells: ['50.00', publicFunds] }],
      ),
      exampleTable(
        11,
        t.agency,
        ['total', 'general'],
        [{ kind: 'total', name: '部门合计', cells: [agency, agency] }],
      ),
    ],
  });

/** 表11 equals the public funds of 表6 where the whole unit is an administrative one. */
export const agencyOperatingAgrees: Check = {
  id,
  title: '机关运行经费等于公用经费',
  family: 'across-tables',
  attention: 2,
  explanation:
    '机关运行经费是行政单位和参照公务员法管理的事业单位基本支出中的公用经费，应等于、至多等于分经济科目表的公用经费。',
  basis: '各单位名词解释对机关运行经费的统一定义；财预〔2016〕143号。',
  condition: '机关运行经费表印有数字；小于公用经费时，单位可能含其他事业单位，不作差异。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const left = totalOf(disclosure, t.agency, 'general');
    const right = totalOf(disclosure, t.economic, 'public');
    if (left.fen === null || left.fen === 0) return [];
    if (right.fen !== null && left.fen < right.fen && judge(left, right) === 'difference') {
      const reason = `${left.label} ${inWan(left.fen)}，小于${right.label} ${inWan(right.fen)}，其余可能属于其他事业单位`;
      return [notApplicable(id, disclosure, reason, left.at)];
    }
    return [compareSides(id, disclosure, left, right)];
  },
  examples: [
    {
      title: '机关运行经费等于公用经费',
      disclosure: example('8.00', '8.00'),
      expected: [
        {
          result: 'pass',
          message: '表11 部门合计 一般公共预算 8.00，表6 合计 公用经费 8.00 万元，一致',
        },
      ],
    },
    {
      title: '机关运行经费大于公用经费',
      disclosure: example('9.00', '8.00'),
      expected: [
        {
          result: 'difference',
          message: '表11 部门合计 一般公共预算 9.00，表6 合计 公用经费 8.00，相差 1.00 万元',
        },
      ],
    },
    {
      title: '小于公用经费，可能另有事业单位',
      disclosure: example('6.00', '8.00'),
      expected: [
        {
          result: 'not-applicable',
          message:
            '不适用：表11 部门合计 一般公共预算 6.00，小于表6 合计 公用经费 8.00，其余可能属于其他事业单位',
        },
      ],
    },
  ],
};
