import type { Disclosure } from '../schema/disclosure.ts';
import { outcomeTables } from '../schema/outcome-tables.ts';
import type { Row, Table } from '../schema/table.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { comparePairs } from './compare.ts';
import type { Pair } from './compare.ts';
import { exampleAccounts, exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { cellSide, filledTable, rowName, sumRows } from './side.ts';
import { tableLabel } from './table-label.ts';

const id = 'three-public-parts';
const tableId = 'three-public-expenses';
const tableIds = [tableId, outcomeTables[tableId]];

const isVehicle = (row: Row): boolean => /公务用车购置(?:及|和|与)运行/u.test(rowName(row.name));
const isVehiclePart = (row: Row): boolean =>
  !isVehicle(row) && /^公务用车(?:购置|运行)/u.test(rowName(row.name));
const isMain = (row: Row): boolean =>
  isVehicle(row) || /^(?:因公出国|公务接待)/u.test(rowName(row.name));

function pairsOf(disclosure: Disclosure, table: Table): Pair[] {
  const sum = (whole: Row | undefined, parts: readonly Row[], what: string): Pair[] =>
    whole === undefined
      ? []
      : table.columns.map((column) => ({
          left: cellSide(disclosure, table, whole, column),
          right: sumRows(disclosure, table, parts, column, what),
        }));
  return [
    ...sum(
      table.rows.find((row) => row.kind === 'total'),
      table.rows.filter(isMain),
      '出国、接待、用车相加',
    ),
    ...sum(table.rows.find(isVehicle), table.rows.filter(isVehiclePart), '购置费加运行维护费'),
  ];
}

const example = (reception: string, total: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        10,
        tableId,
        ['total'],
        [
          { kind: 'line', name: '因公出国（境）费', cells: [''] },
          { kind: 'line', name: '公务接待费', cells: [reception] },
          { kind: 'group', name: '公务用车购置及运行费', cells: ['4.00'] },
          { kind: 'line', name: '①公务用车购置费', cells: [''] },
          { kind: 'line', name: '②公务用车运行维护费', cells: ['4.00'] },
          { kind: 'total', name: '合计', cells: [total] },
        ],
      ),
    ],
  });

/** 表10: 合计 = 出国 + 接待 + 用车, 用车 = 购置 + 运行. Basis: 财预〔2016〕143号. */
export const threePublicParts: Check = {
  id,
  title: '“三公”经费合计等于各项之和',
  family: 'inside-table',
  attention: 2,
  explanation:
    '“三公”经费表（决算表逐栏）：合计等于因公出国（境）费、公务接待费、公务用车购置及运行费之和；公务用车购置及运行费等于购置费加运行维护费。',
  basis: '财预〔2016〕143号关于“三公”经费分项公开的要求。',
  condition: '表中印有数字。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    tableIds.flatMap((own) => {
      const table = filledTable(disclosure, own);
      if (table === undefined) return [];
      const what = `${tableLabel(disclosure, own)} 分项相加`;
      return comparePairs(id, disclosure, what, pairsOf(disclosure, table));
    }),
  examples: [
    {
      title: '决算表的预算数、决算数两栏各自相加',
      disclosure: exampleAccounts({
        tables: [
          exampleTable(
            9,
            outcomeTables[tableId],
            ['adjusted_budget', 'total'],
            [
              { kind: 'total', name: '合计', cells: ['3.50', '3.10'] },
              { kind: 'group', name: '公务用车购置及运行维护费', cells: ['3.00', '2.60'] },
              { kind: 'line', name: '公务用车运行维护费', cells: ['3.00', '2.60'] },
              { kind: 'line', name: '公务接待费', cells: ['0.50', '0.50'] },
            ],
          ),
        ],
      }),
      expected: [
        {
          result: 'pass',
          message:
            '决算表9 分项相加：核对 4 处，均一致；其一：决算表9 合计 全年预算数 3.50，出国、接待、用车相加 3.50 万元，一致',
        },
      ],
    },
    {
      title: '各项相加等于合计',
      disclosure: example('1.00', '5.00'),
      expected: [
        {
          result: 'pass',
          message:
            '表10 分项相加：核对 2 处，均一致；其一：表10 合计 5.00，出国、接待、用车相加 5.00 万元，一致',
        },
      ],
    },
    {
      title: '合计漏计公务接待费',
      disclosure: example('1.00', '4.00'),
      expected: [
        {
          result: 'pass',
          message: '表10 公务用车购置及运行费 4.00，购置费加运行维护费 4.00 万元，一致',
        },
        {
          result: 'difference',
          message:
            '表10 合计 4.00，出国、接待、用车相加 5.00，相差 1.00 万元（1 项未印出数字，未计入）',
        },
      ],
    },
  ],
};
