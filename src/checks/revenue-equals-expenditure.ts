import type { Check } from './check.ts';
import { compareSides } from './compare.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { filledTable, querySide } from './side.ts';

const id = 'revenue-equals-expenditure';
const tables = ['revenue-expenditure-summary', 'appropriation-summary'];

const example = (revenue: string, expenditure: string): ReturnType<typeof exampleDisclosure> =>
  exampleDisclosure({
    tables: [
      exampleTable(
        1,
        'revenue-expenditure-summary',
        ['revenue', 'total'],
        [
          { kind: 'total', side: 'revenue', name: '收入总计', cells: [revenue] },
          { kind: 'total', side: 'expenditure', name: '支出总计', cells: [expenditure] },
        ],
      ),
    ],
  });

/** 收入总计 = 支出总计 in the two summary tables. Basis: 预算法 第32条 (收支平衡). */
export const revenueEqualsExpenditure: Check = {
  id,
  title: '收入总计等于支出总计',
  family: 'inside-table',
  attention: 2,
  explanation: '收支总表和财政拨款收支总表左右两方的总计应当相等。',
  basis: '《预算法》关于各部门、各单位预算收支平衡的要求；报表格式左右两方同为总计。',
  condition: '表中两方总计都印出数字。',
  tolerance: '两个总计是同一个数，应当完全相等；按印出位数可能产生的差为四舍五入。',
  check: (disclosure) =>
    tables
      .filter((tableId) => filledTable(disclosure, tableId) !== undefined)
      .map((tableId) => {
        const left = querySide(disclosure, {
          tableId,
          side: 'revenue',
          column: 'revenue',
          name: '收入总计',
        });
        const right = querySide(disclosure, {
          tableId,
          side: 'expenditure',
          column: 'total',
          name: '支出总计',
        });
        return compareSides(id, disclosure, left, { ...right, boundFen: 0 });
      }),
  examples: [
    {
      title: '两方总计相等',
      disclosure: example('120.50', '120.50'),
      expected: [
        { result: 'pass', message: '表1 收入总计 120.50，表1 支出总计 120.50 万元，一致' },
      ],
    },
    {
      title: '两方总计相差 2 万元',
      disclosure: example('120.50', '118.50'),
      expected: [
        {
          result: 'difference',
          message: '表1 收入总计 120.50，表1 支出总计 118.50，相差 2.00 万元',
        },
      ],
    },
    {
      title: '支出总计没有印出',
      disclosure: example('120.50', ''),
      expected: [
        {
          result: 'undecidable',
          message: '表1 支出总计未印出数字，表1 收入总计 120.50 万元，无法核对',
        },
      ],
    },
  ],
};
