import { describe, expect, test } from 'vitest';
import { recordsOfDisclosure } from '../../../src/archive/search-records.ts';
import type { UnitYearRecord } from '../../../src/format/search-record.ts';
import {
  exampleDisclosure,
  exampleForm,
  exampleIndicator,
  exampleTable,
} from '../../support/example-disclosure.ts';
import { exampleProject } from '../../support/example-search.ts';

const currentProjects = exampleTable(
  'projects-current',
  ['total', 'general', 'fund'],
  [
    { name: '合计', kind: 'total', amounts: { total: '30.00' } },
    { name: '示例补助资金', amounts: { total: '10.00', general: '10.00', fund: '0.00' } },
    { name: '未印金额的项目' },
  ],
);
const subjects = exampleTable(
  'expenditure-by-subject',
  ['total', 'basic', 'project'],
  [
    { name: '其他就业补助支出', code: '2080799', amounts: { project: '5.00' } },
    { name: '没有金额的科目', code: '20807' },
  ],
);
const classes = exampleTable(
  'general-budget-basic-by-economic-class',
  ['total'],
  [{ name: '基本工资', name2: '工资奖金津补贴', code: '30101', amounts: { total: '1.00' } }],
);

const disclosure = exampleDisclosure({
  tables: [currentProjects, subjects, classes],
  projects: [
    exampleProject({
      n: 1,
      name: '示例补助资金',
      formName: '示例补助',
      phase: 'current',
      tableId: 'projects-current',
      row: 2,
      form: 1,
      subjectCode: '2080799',
    }),
    exampleProject({ n: 2, name: '只有绩效表的项目', form: 2 }),
  ],
  forms: [
    exampleForm({
      n: 1,
      indicators: [
        exampleIndicator({ span: 'whole', name: '补助人数', printed: '≥10人' }),
        exampleIndicator({ span: 'year', name: '补助人数', printed: '≥5人' }),
        exampleIndicator({ span: 'year', name: '补助人数', printed: '≥9人', level2: '质量指标' }),
        exampleIndicator({ span: 'year', name: null, printed: '及时' }),
      ],
    }),
    exampleForm({ n: 2, indicators: [exampleIndicator({ name: null, printed: null })] }),
  ],
});

const records = [...recordsOfDisclosure(disclosure, 4)];
const ofKind = (kind: UnitYearRecord['kind']): UnitYearRecord[] =>
  records.filter((record) => record.kind === kind);

describe('recordsOfDisclosure', () => {
  test('a project has both its names, the amount of its row and the sources that are not zero', () => {
    expect(ofKind('project')[0]).toEqual({
      kind: 'project',
      fields: ['示例补助资金', '示例补助'],
      unitYear: 4,
      n: 1,
      indicator: 0,
      slug: 'shilixiangmu',
      phase: 'current',
      subject: '2080799',
      funds: 1,
      tableId: 'projects-current',
      column: 'total',
      amountFen: 10_000_000,
      project: '',
      levels: '',
    });
  });

  test('a project found only in a form has no phase and no amount', () => {
    expect(ofKind('project')[1]).toMatchObject({
      n: 2,
      phase: 'none',
      amountFen: null,
      tableId: '',
    });
  });

  test('whole period and year of one name and level are one indicator with both values', () => {
    expect(
      ofKind('indicator').map(({ fields, indicator, levels }) => [fields, indicator, levels]),
    ).toEqual([
      [['补助人数', '≥10人', '≥5人'], 1, '产出指标 › 数量指标'],
      [['补助人数', '≥9人'], 3, '产出指标 › 质量指标'],
      [['及时'], 4, '产出指标 › 数量指标'],
    ]);
  });

  test('an indicator carries the project it belongs to', () => {
    for (const { n, project, amountFen, subject } of ofKind('indicator')) {
      expect([n, project, amountFen, subject]).toEqual([1, '示例补助资金', 10_000_000, '2080799']);
    }
  });

  test('rows are those that print an amount and are no project', () => {
    expect(
      ofKind('line').map((line) => [
        line.tableId,
        line.n,
        line.fields,
        line.column,
        line.amountFen,
        line.subject,
      ]),
    ).toEqual([
      ['projects-current', 1, ['合计'], 'total', 30_000_000, ''],
      ['expenditure-by-subject', 1, ['其他就业补助支出'], 'project', 5_000_000, '2080799'],
      [
        'general-budget-basic-by-economic-class',
        1,
        ['基本工资', '工资奖金津补贴'],
        'total',
        1_000_000,
        '',
      ],
    ]);
  });

  test('finds kept narrative by section and paragraph, as printed and without Markdown escapes', () => {
    const prose = [{ heading: '一、示例', markdown: '甲\\*乙。\n\n丙。', place: 'L1' }];
    const texts = [...recordsOfDisclosure({ ...exampleDisclosure({}), prose }, 3)].filter(
      ({ kind }) => kind === 'text',
    );
    expect(
      texts.map(({ fields, n, indicator, unitYear }) => [fields, n, indicator, unitYear]),
    ).toEqual([
      [['一、示例'], 1, 1, 3],
      [['甲*乙。'], 1, 2, 3],
      [['丙。'], 1, 3, 3],
    ]);
  });
});
