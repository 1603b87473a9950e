import type { Disclosure } from '../schema/disclosure.ts';
import type { Table } from '../schema/table.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { comparePairs, notApplicable } from './compare.ts';
import type { Pair } from './compare.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { linesOfUnits, usedColumns } from './grouped-rows.ts';
import { cellSide, filledTable, nowhere, sumRows } from './side.ts';
import { tableLabel } from './table-label.ts';

const id = 'subtotals-equal-rows';

function projectPairs(disclosure: Disclosure, table: Table): Pair[] {
  return linesOfUnits(table).flatMap(({ whole, parts }) =>
    usedColumns(table, [whole, ...parts]).map((column) => ({
      left: cellSide(disclosure, table, whole, column),
      right: sumRows(disclosure, table, parts, column, '逐项相加'),
    })),
  );
}

function unitPairs(disclosure: Disclosure, table: Table): Pair[] {
  const total = table.rows.find((row) => row.kind === 'total');
  const units = table.rows.filter((row) => row.kind !== 'total');
  if (total === undefined || units.length === 0) return [];
  return usedColumns(table, table.rows).map((column) => ({
    left: cellSide(disclosure, table, total, column),
    right: sumRows(disclosure, table, units, column, '各单位相加'),
  }));
}

const example = (subtotal: string, second: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        12,
        'projects-current',
        ['total', 'general'],
        [
          ...(subtotal === ''
            ? []
            : [{ kind: 'unit' as const, name: '示例单位', cells: [subtotal, subtotal] }]),
          { kind: 'line', name: '示例项目一', cells: ['5.33', '5.33'] },
          { kind: 'line', name: '示例项目二', cells: [second, second] },
        ],
      ),
    ],
  });

/** Subtotals of units and totals in 表11, 表12 and 表13 equal the rows below them, column by column. */
export const subtotalsEqualRows: Check = {
  id,
  title: '单位小计等于逐项之和',
  family: 'inside-table',
  attention: 2,
  explanation:
    '项目支出预算表中单位一行的数等于其下各项目之和；机关运行经费表的部门合计等于各单位之和，逐栏核对。',
  basis: '报表格式规定的小计关系。',
  condition: '表中印有单位小计或合计；只列项目、没有小计的表不适用。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    ['agency-operating-expenses', 'projects-current', 'projects-carryover'].flatMap((tableId) => {
      const table = filledTable(disclosure, tableId);
      if (table === undefined) return [];
      const label = tableLabel(disclosure, tableId);
      const isAgency = tableId === 'agency-operating-expenses';
      const pairs = isAgency ? unitPairs(disclosure, table) : projectPairs(disclosure, table);
      if (pairs.length > 0) return comparePairs(id, disclosure, `${label} 小计与逐项相加`, pairs);
      const at = { ...nowhere, tableId, place: table.place };
      return [notApplicable(id, disclosure, `${label} 没有印单位小计或合计`, at)];
    }),
  examples: [
    {
      title: '小计等于两个项目之和',
      disclosure: example('10.00', '4.67'),
      expected: [
        {
          result: 'pass',
          message:
            '表12 小计与逐项相加：核对 2 处，均一致；其一：表12 示例单位 10.00，逐项相加 10.00 万元，一致',
        },
      ],
    },
    {
      title: '末位相差 0.01，属四舍五入',
      disclosure: example('10.00', '4.66'),
      expected: ['', ' 一般公共预算'].map((column) => ({
        result: 'rounding' as const,
        message: `表12 示例单位${column} 10.00，逐项相加 9.99，相差 0.01 万元，属四舍五入（3 个印出的数，界限 0.015 万元）`,
      })),
    },
    {
      title: '小计与两个项目之和相差 1 万元',
      disclosure: example('11.00', '4.67'),
      expected: ['', ' 一般公共预算'].map((column) => ({
        result: 'difference' as const,
        message: `表12 示例单位${column} 11.00，逐项相加 10.00，相差 1.00 万元`,
      })),
    },
    {
      title: '只列项目，没有小计',
      disclosure: example('', '4.67'),
      expected: [{ result: 'not-applicable', message: '不适用：表12 没有印单位小计或合计' }],
    },
  ],
};
