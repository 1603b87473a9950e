import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import type { Table } from '../schema/table.ts';
import { parseFen } from '../money/fen.ts';
import { inWan, makeFinding } from './compare.ts';
import { exampleDisclosure, exampleFact, exampleTable } from './example-disclosure.ts';
import { cellSide, filledTable } from './side.ts';
import type { Side } from './side.ts';
import { statedAmounts, statedSide } from './stated-sides.ts';
import { tableLabel } from './table-label.ts';
import { revenueOf, t } from './table-pairs.ts';

const id = 'unit-slips';

/** How many times the unit's whole revenue a cell must exceed before its measure is doubted. */
const farAbove = 1000;

/** Amounts of the projects of both years. */
function projectCells(disclosure: Disclosure): Side[] {
  return [t.projects, t.carryover].flatMap((tableId) => {
    const table = filledTable(disclosure, tableId);
    const rows = table?.rows.filter((row) => row.kind === 'line') ?? [];
    return table === undefined ? [] : rows.map((row) => cellSide(disclosure, table, row, 'total'));
  });
}

function factFinding(
  disclosure: Disclosure,
  fact: KeyFact,
  cells: readonly Side[],
): Finding | undefined {
  if (fact.moneyUnit !== '元' || fact.number === null || fact.fen === 0) return undefined;
  const asWan = parseFen(fact.number, '万元');
  const twin = cells.find((side) => side.fen === asWan);
  if (twin === undefined) return undefined;
  const stated = statedSide(fact);
  const message = `${stated.label} 印作 ${fact.printed}，${twin.label} ${inWan(asWan)} 万元，数字相同而计量单位不同`;
  return makeFinding(id, disclosure, { result: 'difference', left: stated, right: twin, message });
}

function tableFinding(disclosure: Disclosure, table: Table, revenue: Side): Finding {
  const label = tableLabel(disclosure, table.id);
  const cells = table.rows.flatMap((row) => row.cells.map((cell) => ({ row, cell })));
  const limit = (revenue.fen ?? 0) * farAbove;
  const high = cells.find(({ cell }) => Math.abs(cell.fen) > limit);
  if (high === undefined) {
    const at = { tableId: table.id, row: null, column: null, place: table.place, projectN: null };
    return makeFinding(id, disclosure, {
      result: 'pass',
      at,
      message: `${label} 各数与收入总计相比，没有元与万元混用的迹象`,
    });
  }
  const left = cellSide(disclosure, table, high.row, high.cell.column);
  const message = `${left.label} 印作 ${high.cell.printed}（${table.moneyUnit}），超过${revenue.label} ${inWan(revenue.fen ?? 0)} 万元的一千倍，计量单位可能是元`;
  return makeFinding(id, disclosure, { result: 'difference', left, right: revenue, message });
}

const example = (operation: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        1,
        t.summary,
        ['revenue'],
        [{ kind: 'total', side: 'revenue', name: '收入总计', cells: ['92.00'] }],
      ),
      exampleTable(
        11,
        t.agency,
        ['total'],
        [{ kind: 'total', name: '部门合计', cells: [operation] }],
      ),
    ],
  });

/** 元 and 万元 are not mistaken for each other, in tables or in the explanations. */
export const unitSlips: Check = {
  id,
  title: '没有混用元与万元',
  family: 'empty-tables',
  attention: 1,
  explanation:
    '表中的数若超过收入总计的一千倍，或情况说明以元印出的数与某个项目以万元印出的数完全相同，可能是计量单位写错。',
  basis: '本项目惯例。',
  condition: '收支总表印有收入总计；情况说明有以元为单位的金额。',
  tolerance: '不涉及四舍五入。',
  check: (disclosure) => {
    const cells = projectCells(disclosure);
    const revenue = revenueOf(disclosure, '收入总计');
    const tables =
      (revenue.fen ?? 0) > 0 ? disclosure.tables.filter((table) => table.status === 'filled') : [];
    return [
      ...tables.map((table) => tableFinding(disclosure, table, revenue)),
      ...statedAmounts(disclosure).flatMap((fact) => factFinding(disclosure, fact, cells) ?? []),
    ];
  },
  examples: [
    {
      title: '各数大小相称',
      disclosure: example('8.00'),
      expected: [
        { result: 'pass', message: '表1 各数与收入总计相比，没有元与万元混用的迹象' },
        { result: 'pass', message: '表11 各数与收入总计相比，没有元与万元混用的迹象' },
      ],
    },
    {
      title: '以万元为单位的表里印了元',
      disclosure: example('176500.00'),
      expected: [
        { result: 'pass', message: '表1 各数与收入总计相比，没有元与万元混用的迹象' },
        {
          result: 'difference',
          message:
            '表11 部门合计 印作 176500.00（万元），超过表1 收入总计 92.00 万元的一千倍，计量单位可能是元',
        },
      ],
    },
    {
      title: '情况说明的“元”应为“万元”',
      disclosure: exampleDisclosure({
        tables: [
          exampleTable(
            12,
            t.projects,
            ['total'],
            [{ kind: 'line', name: '库房维护', cells: ['5.50'] }],
          ),
        ],
        keyFacts: [
          exampleFact(1, {
            section: '十、1',
            topic: 'performance-listed-project',
            label: '库房维护',
            printed: '5.5元',
          }),
        ],
      }),
      expected: [
        {
          result: 'difference',
          message:
            '情况说明十、1 库房维护 印作 5.5元，表12 库房维护 5.50 万元，数字相同而计量单位不同',
        },
      ],
    },
  ],
};
