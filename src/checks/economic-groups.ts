import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { comparePairs } from './compare.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { linesOfGroups } from './grouped-rows.ts';
import { cellSide, filledTable, sumRows } from './side.ts';
import { tableLabel } from './table-label.ts';

const id = 'economic-groups';
const tableId = 'general-budget-basic-by-economic-class';

const example = (allowance: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        6,
        tableId,
        ['total', 'personnel', 'public'],
        [
          { kind: 'total', name: '合计', cells: ['36.50', '36.50', ''] },
          { kind: 'group', name: '工资福利支出', cells: ['36.50', '36.50', ''] },
          {
            kind: 'line',
            name: '基本工资',
            name2: '工资奖金津补贴',
            cells: ['20.00', '20.00', ''],
          },
          {
            kind: 'line',
            name: '津贴补贴',
            name2: '工资奖金津补贴',
            cells: [allowance, allowance, ''],
          },
        ],
      ),
    ],
  });

/** 表6: each economic class equals its lines and the total equals the classes, column by column. */
export const economicGroups: Check = {
  id,
  title: '经济科目各类等于所属各款之和',
  family: 'inside-table',
  attention: 2,
  explanation:
    '基本支出分经济科目表：合计等于各类之和，每一类（如工资福利支出）等于其下各款之和，逐栏核对。',
  basis:
    '《政府收支分类科目》的支出经济分类；《预算法实施条例》第六条（基本支出公开到经济性质分类款级）。',
  condition: '该类之下列有款级科目。',
  tolerance: printedTolerance,
  check: (disclosure) => {
    const table = filledTable(disclosure, tableId);
    if (table === undefined) return [];
    const groups = linesOfGroups(table);
    const total = table.rows.find((row) => row.kind === 'total');
    const wholes = table.rows.filter((row) => row.kind === 'group');
    const all =
      total === undefined || wholes.length === 0
        ? groups
        : [{ whole: total, parts: wholes }, ...groups];
    const pairs = all.flatMap(({ whole, parts }) =>
      table.columns.map((column) => ({
        left: cellSide(disclosure, table, whole, column),
        right: sumRows(
          disclosure,
          table,
          parts,
          column,
          whole === total ? '各类相加' : '所属各款相加',
        ),
      })),
    );
    return comparePairs(
      id,
      disclosure,
      `${tableLabel(disclosure, tableId)} 经济科目逐级相加`,
      pairs,
    );
  },
  examples: [
    {
      title: '工资福利支出等于各款之和',
      disclosure: example('16.50'),
      expected: [
        {
          result: 'pass',
          message:
            '表6 经济科目逐级相加：核对 4 处，均一致；其一：表6 合计 36.50，各类相加 36.50 万元，一致',
        },
      ],
    },
    {
      title: '津贴补贴少 6 万元',
      disclosure: example('10.50'),
      expected: [
        {
          result: 'pass',
          message:
            '表6 经济科目逐级相加：核对 2 处，均一致；其一：表6 合计 36.50，各类相加 36.50 万元，一致',
        },
        {
          result: 'difference',
          message: '表6 工资福利支出 36.50，所属各款相加 30.50，相差 6.00 万元',
        },
        {
          result: 'difference',
          message: '表6 工资福利支出 人员经费 36.50，所属各款相加 30.50，相差 6.00 万元',
        },
      ],
    },
  ],
};
