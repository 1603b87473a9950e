import type { Disclosure } from '../schema/disclosure.ts';
import { outcomeTables } from '../schema/outcome-tables.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';
import { printedTolerance, type Check } from './check.ts';
import { comparePairs } from './compare.ts';
import { exampleAccounts, exampleTable } from './example-disclosure.ts';
import { cellSide, filledTable, sumSides, type Side } from './side.ts';
import { tableLabel } from './table-label.ts';

const id = 'outcome-carryover';
const tableIds = [
  outcomeTables['fund-budget-expenditure'],
  outcomeTables['state-capital-expenditure'],
];
const sources: readonly MoneyColumn[] = ['opening', 'revenue'];
const uses: readonly MoneyColumn[] = ['total', 'closing'];

const example = (closing: string): Disclosure =>
  exampleAccounts({
    tables: [
      exampleTable(
        7,
        outcomeTables['fund-budget-expenditure'],
        ['opening', 'revenue', 'total', 'closing'],
        [{ kind: 'total', name: '合计', cells: ['2.00', '12.00', '13.00', closing] }],
      ),
    ],
  });

/** 年初结转和结余 + 本年收入 = 本年支出 + 年末结转和结余 on every row that prints all of them. */
export const outcomeCarryover: Check = {
  id,
  title: '年初结转加收入等于支出加年末结转',
  family: 'inside-table',
  attention: 2,
  explanation:
    '政府性基金预算、国有资本经营预算财政拨款的收入支出决算表，每一行：年初结转和结余加本年收入，等于本年支出加年末结转和结余。',
  basis: '部门决算公开报表格式规定的栏次关系（按常见格式，未逐一对照原件）。',
  condition: '文件是决算，表有这四栏；没有印数字的栏不计入，也不当作零。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    tableIds.flatMap((tableId) => {
      const table = filledTable(disclosure, tableId);
      if (table === undefined || ![...sources, ...uses].every((one) => table.columns.includes(one)))
        return [];
      const sum = (row: Row, columns: readonly MoneyColumn[], what: string): Side =>
        sumSides(what, columns.map(sideIn(disclosure, table, row)));
      const pairs = table.rows.map((row) => ({
        left: sum(row, sources, `${tableLabel(disclosure, tableId)} ${row.name} 年初结转加收入`),
        right: sum(row, uses, '支出加年末结转'),
      }));
      return comparePairs(id, disclosure, `${tableLabel(disclosure, tableId)} 结转`, pairs);
    }),
  examples: [
    {
      title: '两边相等',
      disclosure: example('1.00'),
      expected: [
        {
          result: 'pass',
          message: '决算表7 合计 年初结转加收入 14.00，支出加年末结转 14.00 万元，一致',
        },
      ],
    },
    {
      title: '年末结转没有印出，只与印出的栏相加',
      disclosure: example(''),
      expected: [
        {
          result: 'difference',
          message:
            '决算表7 合计 年初结转加收入 14.00，支出加年末结转 13.00，相差 1.00 万元（1 项未印出数字，未计入）',
        },
      ],
    },
  ],
};

const sideIn =
  (disclosure: Disclosure, table: Table, row: Row) =>
  (column: MoneyColumn): Side =>
    cellSide(disclosure, table, row, column);
