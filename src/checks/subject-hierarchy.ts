import type { Disclosure } from '../schema/disclosure.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';
import type { Check } from './check.ts';
import { printedTolerance } from './check.ts';
import { comparePairs } from './compare.ts';
import type { Pair } from './compare.ts';
import { exampleDisclosure, exampleTable } from './example-disclosure.ts';
import { cellSide, sumRows } from './side.ts';
import { tableLabel } from './table-label.ts';

const id = 'subject-hierarchy';

const levelNames: Readonly<Record<number, string>> = { 0: '各类', 3: '各款', 5: '各项' };

const childrenOf = (rows: readonly Row[], code: string | null): Row[] => {
  const length = code === null ? 3 : code.length + 2;
  return rows.filter(
    (row) => row.code?.length === length && (code === null || row.code.startsWith(code)),
  );
};

function pairsOf(disclosure: Disclosure, table: Table, side: Row['side']): Pair[] {
  const rows = table.rows.filter((row) => row.side === side);
  const wholes = rows.filter(
    (row) => row.kind === 'total' || (row.code !== null && row.code.length < 7),
  );
  const columns = table.columns.filter(
    (column: MoneyColumn) => (column === 'revenue') === (side === 'revenue') || side === null,
  );
  return wholes.flatMap((whole) => {
    const parts = childrenOf(rows, whole.kind === 'total' ? null : whole.code);
    if (parts.length === 0) return [];
    const what = `${levelNames[whole.kind === 'total' ? 0 : (whole.code?.length ?? 0)] ?? '各项'}相加`;
    return columns.map((column) => ({
      left: cellSide(disclosure, table, whole, column),
      right: sumRows(disclosure, table, parts, column, what),
    }));
  });
}

const example = (item: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        3,
        'expenditure-by-subject',
        ['total'],
        [
          { kind: 'total', name: '合计', cells: ['30.00'] },
          { kind: 'group', code: '207', name: '文化旅游体育与传媒支出', cells: ['30.00'] },
          { kind: 'group', code: '20701', name: '文化和旅游', cells: ['30.00'] },
          { kind: 'line', code: '2070101', name: '行政运行', cells: ['20.00'] },
          { kind: 'line', code: '2070109', name: '群众文化', cells: [item] },
        ],
      ),
    ],
  });

/** 合计 = Σ类, 类 = Σ款, 款 = Σ项 in every table by functional subject, column by column. */
export const subjectHierarchy: Check = {
  id,
  title: '类等于款之和，款等于项之和',
  family: 'inside-table',
  attention: 2,
  explanation:
    '按功能科目列示的表：合计等于各类之和，每一类等于所属各款之和，每一款等于所属各项之和，逐栏核对。',
  basis: '《政府收支分类科目》的类、款、项层级；《预算法实施条例》第六条。',
  condition: '上级科目列有下级科目；没有印数字的科目不计入，也不当作零。',
  tolerance: printedTolerance,
  check: (disclosure) =>
    disclosure.tables
      .filter((table) => table.status === 'filled')
      .flatMap((table) => {
        const sides = [...new Set(table.rows.map((row) => row.side))];
        const pairs = sides.flatMap((side) => pairsOf(disclosure, table, side));
        return comparePairs(
          id,
          disclosure,
          `${tableLabel(disclosure, table.id)} 类、款、项逐级相加`,
          pairs,
        );
      }),
  examples: [
    {
      title: '类、款、项逐级相加都相等',
      disclosure: example('10.00'),
      expected: [
        {
          result: 'pass',
          message:
            '表3 类、款、项逐级相加：核对 3 处，均一致；其一：表3 合计 30.00，各类相加 30.00 万元，一致',
        },
      ],
    },
    {
      title: '一款与所属各项之和不等',
      disclosure: example('9.00'),
      expected: [
        {
          result: 'pass',
          message:
            '表3 类、款、项逐级相加：核对 2 处，均一致；其一：表3 合计 30.00，各类相加 30.00 万元，一致',
        },
        {
          result: 'difference',
          message: '表3 文化和旅游 30.00，各项相加 29.00，相差 1.00 万元',
        },
      ],
    },
    {
      title: '一项没有印数字，也没有可相加的数',
      disclosure: exampleDisclosure({
        tables: [
          exampleTable(
            3,
            'expenditure-by-subject',
            ['total'],
            [
              { kind: 'group', code: '20701', name: '文化和旅游', cells: ['30.00'] },
              { kind: 'line', code: '2070101', name: '行政运行', cells: [''] },
            ],
          ),
        ],
      }),
      expected: [
        {
          result: 'undecidable',
          message: '各项相加未印出数字，表3 文化和旅游 30.00 万元，无法核对',
        },
      ],
    },
  ],
};
