import type { Disclosure } from '../schema/disclosure.ts';
import type { Check } from './check.ts';
import type { Finding } from '../schema/finding.ts';
import { outcomeTables } from '../schema/outcome-tables.ts';
import type { Table } from '../schema/table.ts';
import { inWan, makeFinding } from './compare.ts';
import {
  exampleAccounts,
  exampleDisclosure,
  exampleFact,
  exampleTable,
} from './example-disclosure.ts';
import { yearTotal } from './form-sides.ts';
import { sumSides } from './side.ts';
import { outcomeEvidence, type Evidence } from './outcome-evidence.ts';
import { statedAs, statedSide } from './stated-sides.ts';
import { tableLabel } from './table-label.ts';
import { expenditureOf, revenueOf, t, totalOf } from './table-pairs.ts';

const id = 'empty-tables';

const said =
  (...topics: readonly string[]): Evidence =>
  (disclosure) =>
    topics.flatMap((topic) => statedAs(disclosure, topic).map(statedSide));

const formMoney: Evidence = (disclosure) => [
  {
    ...sumSides(
      '各张绩效表年度资金相加',
      disclosure.forms.map((form) => yearTotal(disclosure, form)),
    ),
  },
];

/** Where else money of a table shows, by table. */
const evidenceFor: Readonly<Record<string, Evidence>> = {
  [t.summary]: (d) => [
    totalOf(d, t.revenue, 'total'),
    totalOf(d, t.expenditure, 'total'),
    ...said('revenue-total')(d),
  ],
  [t.revenue]: (d) => [revenueOf(d, '收入总计'), ...said('revenue-total')(d)],
  [t.expenditure]: (d) => [expenditureOf(d, '支出总计'), ...said('expenditure-total')(d)],
  [t.appropriation]: (d) => [
    ...['一般公共预算', '政府性基金预算', '国有资本经营预算'].map((name) => revenueOf(d, name)),
    ...said('appropriation-total')(d),
  ],
  [t.general]: (d) => [revenueOf(d, '一般公共预算'), ...said('general-current')(d)],
  [t.economic]: (d) => [
    totalOf(d, t.general, 'basic'),
    ...said('general-basic', 'performance-overall-basic')(d),
    totalOf(d, t.agency, 'total'),
  ],
  [t.fundRevenue]: (d) => [revenueOf(d, '政府性基金预算')],
  [t.fundExpenditure]: (d) => [revenueOf(d, '政府性基金预算')],
  [t.stateCapital]: (d) => [revenueOf(d, '国有资本经营预算')],
  [t.threePublic]: said(
    'three-public',
    'three-public-abroad',
    'three-public-reception',
    'three-public-vehicle',
    'three-public-vehicle-operation',
  ),
  [t.agency]: said('agency-operating'),
  [t.projects]: (d) => [
    totalOf(d, t.general, 'project'),
    ...said('performance-projects', 'performance-overall-project')(d),
    ...formMoney(d),
  ],
  [t.carryover]: (d) => [revenueOf(d, '上年结转'), ...said('carryover')(d)],
  ...outcomeEvidence,
};

function emptyFinding(disclosure: Disclosure, table: Table): Finding {
  const label = tableLabel(disclosure, table.id);
  const at = { tableId: table.id, row: null, column: null, place: table.place, projectN: null };
  const found = evidenceFor[table.id]?.(disclosure).find((side) => (side.fen ?? 0) > 0);
  if (found === undefined) {
    return makeFinding(id, disclosure, {
      result: 'pass',
      at,
      message: `${label} 印为空表，其他各处也没有此项资金`,
    });
  }
  const message = `${label} 印为空表，${found.label}为 ${inWan(found.fen ?? 0)} 万元`;
  const left = { ...found, label: `${label} 没有数字`, fen: null };
  return makeFinding(id, disclosure, { result: 'difference', at, left, right: found, message });
}

function noteFinding(disclosure: Disclosure, table: Table): Finding[] {
  if (table.note === null || !/无数据|空表/u.test(table.note)) return [];
  const at = { tableId: table.id, row: null, column: null, place: table.place, projectN: null };
  const message = `${tableLabel(disclosure, table.id)} 印有数字，表下却注明本表无数据`;
  return [makeFinding(id, disclosure, { result: 'difference', at, message })];
}

const example = (general: string): Disclosure =>
  exampleDisclosure({
    tables: [
      exampleTable(
        1,
        t.summary,
        ['revenue'],
        [{ kind: 'line', side: 'revenue', name: '一、一般公共预算', cells: [general] }],
      ),
      exampleTable(5, t.general, ['total', 'basic', 'project']),
    ],
  });

/** A table printed empty is empty elsewhere too, and a table with amounts has no note that it is empty. */
export const emptyTables: Check = {
  id,
  title: '空表确实没有资金',
  family: 'empty-tables',
  attention: 1,
  explanation:
    '印为空表（注：本表无数据）的表，查看其他表、情况说明和绩效表是否写有此项资金；印有数字的表不应注明无数据。',
  basis: '财预〔2016〕143号：没有数据的表应当列出空表并说明。',
  condition: '表印为空表，或表下有无数据的注。',
  tolerance: '只要他处写有大于 0 的此项资金即为差异。',
  check: (disclosure) =>
    disclosure.tables.flatMap((table) =>
      table.status === 'printed-empty'
        ? [emptyFinding(disclosure, table)]
        : noteFinding(disclosure, table),
    ),
  examples: [
    {
      title: '空表，其他表也没有此项资金',
      disclosure: example(''),
      expected: [{ result: 'pass', message: '表5 印为空表，其他各处也没有此项资金' }],
    },
    {
      title: '空表，收支总表却有一般公共预算',
      disclosure: example('80.00'),
      expected: [{ result: 'difference', message: '表5 印为空表，表1 一般公共预算为 80.00 万元' }],
    },
    {
      title: '决算的政府性基金表印为空表，决算总表却有这项收入',
      disclosure: exampleAccounts({
        tables: [
          exampleTable(
            1,
            outcomeTables[t.summary],
            ['revenue'],
            [
              {
                kind: 'line',
                side: 'revenue',
                name: '二、政府性基金预算财政拨款收入',
                cells: ['12.00'],
              },
            ],
          ),
          exampleTable(7, outcomeTables['fund-budget-expenditure'], ['total']),
        ],
      }),
      expected: [
        {
          result: 'difference',
          message: '决算表7 印为空表，决算表1 政府性基金预算财政拨款收入为 12.00 万元',
        },
      ],
    },
    {
      title: '项目表印为空表，情况说明写有项目资金',
      disclosure: exampleDisclosure({
        tables: [exampleTable(12, t.projects, ['total'])],
        keyFacts: [
          exampleFact(1, {
            section: '十、2',
            topic: 'performance-projects',
            label: '绩效管理的项目',
            printed: '15.00万元',
          }),
        ],
      }),
      expected: [
        {
          result: 'difference',
          message: '表12 印为空表，情况说明十、2 绩效管理的项目为 15.00 万元',
        },
      ],
    },
    {
      title: '印有数字，却注明无数据',
      disclosure: exampleDisclosure({
        tables: [
          exampleTable(
            12,
            t.projects,
            ['total'],
            [{ kind: 'line', name: '示例项目', cells: ['5.00'] }],
            { note: '注：本表无数据' },
          ),
        ],
      }),
      expected: [{ result: 'difference', message: '表12 印有数字，表下却注明本表无数据' }],
    },
  ],
};
