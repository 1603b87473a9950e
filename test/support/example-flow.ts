import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Table } from '../../src/schema/table.ts';
import { exampleDisclosure, exampleTable, type ExampleRow } from './example-disclosure.ts';

/** 收入 100.00 = 一般公共预算 70.00 + 上年结转 30.00, as 表1 prints it. */
export const exampleSummary = (rows: readonly ExampleRow[] = []): Table =>
  exampleTable(
    'revenue-expenditure-summary',
    ['revenue', 'total'],
    [
      { side: 'revenue', name: '一、一般公共预算', amounts: { revenue: '70.00' } },
      { side: 'revenue', name: '上年结转', amounts: { revenue: '30.00' } },
      { side: 'revenue', kind: 'total', name: '收入总计', amounts: { revenue: '100.00' } },
      ...rows,
    ],
  );

/** 表2: where the money of the two 类 comes from. */
export const exampleRevenue = (): Table =>
  exampleTable(
    'revenue-by-subject',
    ['total', 'general', 'carryover'],
    [
      {
        kind: 'total',
        name: '合计',
        amounts: { total: '70.00', general: '70.00', carryover: '30.00' },
      },
      {
        kind: 'group',
        code: '208',
        name: '甲类',
        amounts: { general: '50.00', carryover: '30.00' },
      },
      { kind: 'group', code: '210', name: '乙类', amounts: { general: '20.00' } },
    ],
  );

/** 表3: 类 and 款 with basic and project expenditure. */
export const exampleExpenditure = (): Table =>
  exampleTable(
    'expenditure-by-subject',
    ['total', 'basic', 'project'],
    [
      {
        kind: 'total',
        name: '合计',
        amounts: { total: '100.00', basic: '40.00', project: '60.00' },
      },
      { kind: 'group', code: '210', name: '乙类', amounts: { total: '20.00', basic: '20.00' } },
      { kind: 'group', code: '21001', name: '乙一款', amounts: { total: '20.00', basic: '20.00' } },
      {
        kind: 'group',
        code: '208',
        name: '甲类',
        amounts: { total: '80.00', basic: '20.00', project: '60.00' },
      },
      { kind: 'group', code: '20801', name: '甲一款', amounts: { total: '30.00' } },
      { kind: 'group', code: '20802', name: '甲二款', amounts: { total: '50.00' } },
    ],
  );

/** 表12 and 表13: three projects of 60.00 together, one of them carried over. */
export const exampleProjects = (): Table[] => [
  exampleTable(
    'projects-current',
    ['total'],
    [
      { kind: 'unit', name: '示例单位', amounts: { total: '30.00' } },
      { name: '项目一', amounts: { total: '10.00' } },
      { name: '项目二', amounts: { total: '20.00' } },
    ],
  ),
  exampleTable('projects-carryover', ['total'], [{ name: '项目三', amounts: { total: '30.00' } }]),
];

/** A record whose money adds up on every level. */
export const exampleFlow = (tables: readonly Table[] = []): Disclosure =>
  exampleDisclosure({
    tables: [
      ...tables,
      ...[exampleSummary(), exampleRevenue(), exampleExpenditure(), ...exampleProjects()].filter(
        ({ id }) => !tables.some((table) => table.id === id),
      ),
    ],
  });
