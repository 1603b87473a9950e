import { describe, expect, test } from 'vitest';
import { citedDocumentSlug } from '../../../src/archive/cited-document-slug.ts';
import { indexEconomicClasses } from '../../../src/archive/find-economic-class.ts';
import { cellFen, summarise } from '../../../src/archive/summarise.ts';
import type { Finding } from '../../../src/schema/finding.ts';
import type { Disclosure } from '../../../src/schema/disclosure.ts';
import {
  exampleDisclosure,
  exampleForm,
  exampleIndicator,
  exampleTable,
} from '../../support/example-disclosure.ts';

const findEconomicClass = indexEconomicClasses([
  { code: '301', name: '工资福利支出', aliases: [], parent: null },
  { code: '30199', name: '其他支出', aliases: [], parent: '301' },
  { code: '30399', name: '其他支出', aliases: [], parent: '303' },
]);

const summaryOf = (disclosure: Partial<Disclosure>, findings: readonly Finding[] = []) =>
  summarise(exampleDisclosure(disclosure), {
    file: 'x.json',
    recordSha256: '0'.repeat(64),
    findings,
    findEconomicClass,
  });

const summaryTable = exampleTable(
  'revenue-expenditure-summary',
  ['revenue', 'total', 'current', 'carryover'],
  [
    { side: 'revenue', kind: 'total', name: '本年收入合计', amounts: { revenue: '7.00' } },
    { side: 'expenditure', kind: 'total', name: '本年支出合计', amounts: { total: '9.00' } },
    { side: 'revenue', name: '上年结转', amounts: { revenue: '3.00' } },
    { side: 'revenue', kind: 'total', name: '收入总计', amounts: { revenue: '10.00' } },
    { side: 'expenditure', kind: 'total', name: '支出 总计', amounts: { total: '9.50' } },
  ],
);

const finding = (result: Finding['result']): Finding => ({
  disclosureId: '990101-shilidanwei-2024-budget',
  checkId: 'example',
  result,
  tableId: null,
  row: null,
  column: null,
  place: null,
  leftLabel: '',
  leftFen: null,
  rightLabel: '',
  rightFen: null,
  differenceFen: null,
  message: '示例',
  projectN: null,
});

describe('summarise', () => {
  test('tells the latest day of a fetch or a correction, null where the record has neither', () => {
    const { source } = exampleDisclosure();
    expect(summaryOf({}).changedOn).toBeNull();
    const fetched = { ...source, fetchedOn: '2026-02-01' };
    expect(summaryOf({ source: fetched }).changedOn).toBe('2026-02-01');
    const correction: Disclosure['corrections'][number] = {
      id: 'c1',
      scope: 'line',
      place: 'L1',
      tableId: null,
      printed: '示例',
      replacement: '示例',
      reason: '示例：理由',
      kind: 'ocr',
      evidence: null,
      on: '2026-03-02',
    };
    const corrections = [correction, { ...correction, id: 'c2', on: '2026-01-31' }];
    expect(summaryOf({ source: fetched, corrections }).changedOn).toBe('2026-03-02');
  });

  test('takes the totals from the rows that print them, each side from its own column', () => {
    const spending = exampleTable(
      'expenditure-by-subject',
      ['total', 'basic', 'project'],
      [{ kind: 'total', name: '合计', amounts: { total: '9.50', basic: '4.00', project: '5.50' } }],
    );
    const threePublic = exampleTable(
      'three-public-expenses',
      ['total'],
      [
        { name: '公务接待费', amounts: { total: '0.50' } },
        { kind: 'total', name: '合计', amounts: { total: '0.00' } },
      ],
    );
    const agency = exampleTable(
      'agency-operating-expenses',
      ['total'],
      [{ kind: 'total', name: '部门合计', amounts: { total: '2.00' } }],
    );
    expect(summaryOf({ tables: [summaryTable, spending, threePublic, agency] }).totals).toEqual({
      revenueFen: 10_000_000,
      expenditureFen: 9_500_000,
      basicFen: 4_000_000,
      projectFen: 5_500_000,
      carryoverFen: 3_000_000,
      threePublicFen: 0,
      agencyOperatingFen: 2_000_000,
    });
  });

  test('has no totals where the tables are missing or print nothing', () => {
    const empty = exampleTable(
      'three-public-expenses',
      ['total'],
      [{ kind: 'total', name: '合计' }],
    );
    const { totals, tables } = summaryOf({ tables: [empty], missingTables: ['projects-current'] });
    expect(new Set(Object.values(totals))).toEqual(new Set([null]));
    expect(tables).toEqual([{ id: 'three-public-expenses', status: 'printed-empty' }]);
  });

  test('keeps subjects as printed and leaves out totals, revenue codes and blank names', () => {
    const spending = exampleTable(
      'expenditure-by-subject',
      ['total', 'basic'],
      [
        { kind: 'total', name: '合计', amounts: { total: '3.00' } },
        { code: '2080101', name: '行政运行', amounts: { total: '3.00', basic: '0.00' } },
        { name: '没有编码', amounts: { total: '1.00' } },
      ],
    );
    const general = exampleTable(
      'general-budget-expenditure',
      ['total'],
      [
        { code: '2080101', name: '行政运行费', amounts: { total: '3.00' } },
        { code: '2080102', name: '', amounts: { total: '3.00' } },
      ],
    );
    const stateCapital = exampleTable(
      'state-capital-budget',
      ['revenue'],
      [{ side: 'revenue', code: '10306', name: '利润收入', amounts: { revenue: '3.00' } }],
    );
    const summary = summaryOf({ tables: [spending, general, stateCapital] });
    expect(summary.subjects).toEqual([
      { code: '2080101', name: '行政运行', totalFen: 3_000_000, basicFen: 0, projectFen: null },
    ]);
    expect(summary.subjectNames).toEqual([
      { code: '2080101', name: '行政运行' },
      { code: '2080101', name: '行政运行费' },
    ]);
  });

  test('codes the rows of 表6 by name within the class above them', () => {
    const table = exampleTable(
      'general-budget-basic-by-economic-class',
      ['total', 'personnel', 'public'],
      [
        { kind: 'total', name: '合计', amounts: { total: '3.00' } },
        { kind: 'group', name: '工资福利支出', amounts: { total: '3.00', personnel: '3.00' } },
        { name: '其他支出', name2: '工资奖金津补贴', amounts: { total: '3.00', public: '0.00' } },
        { name: '示例支出', name2: null, amounts: {} },
      ],
    );
    expect(summaryOf({ tables: [table] }).economicClasses).toEqual([
      {
        code: '301',
        name: '工资福利支出',
        name2: null,
        row: 2,
        totalFen: 3_000_000,
        personnelFen: 3_000_000,
        publicFen: null,
      },
      {
        code: '30199',
        name: '其他支出',
        name2: '工资奖金津补贴',
        row: 3,
        totalFen: 3_000_000,
        personnelFen: null,
        publicFen: 0,
      },
      {
        code: null,
        name: '示例支出',
        name2: null,
        row: 4,
        totalFen: null,
        personnelFen: null,
        publicFen: null,
      },
    ]);
  });

  test('shortens projects and their citations, one of each document and title', () => {
    const table = exampleTable(
      'projects-current',
      ['total', 'general', 'fund'],
      [{ name: '示例', amounts: { total: '5.00', general: '4.00', fund: '0.00' } }],
    );
    const document = {
      title: '示例办法',
      number: null,
      normalisedNumber: null,
      field: 'basis',
      place: 'L9',
    } as const;
    const money = {
      total: null,
      central: null,
      provincial: null,
      local: null,
      own: null,
      other: null,
    };
    const yuan = (printed: string) => ({
      printed,
      moneyUnit: '元' as const,
      fen: Number(printed) * 100,
      place: 'L8',
    });
    const form = exampleForm({
      attribute: '延续性项目',
      whole: { ...money, total: yuan('900') },
      yearMoney: { ...money, total: yuan('500'), central: yuan('0'), local: yuan('500') },
      documents: [document, { ...document, place: 'L10' }],
      indicators: [exampleIndicator(), exampleIndicator({ span: 'whole' })],
    });
    const project = {
      n: 1,
      slug: 'shili',
      name: '示例',
      formName: '示例项目',
      phase: 'current',
      tableId: table.id,
      row: 1,
      form: 1,
      link: 'similar-name',
      subjectCode: null,
    } as const;
    const lone = {
      ...project,
      n: 2,
      slug: 'er',
      name: '二',
      formName: null,
      phase: null,
      tableId: null,
      row: null,
      form: null,
      link: null,
    };
    const summary = summaryOf({ tables: [table], forms: [form], projects: [project, lone] });
    expect(summary.projects).toEqual([
      {
        id: '990101-shilidanwei-2024-budget-p1',
        n: 1,
        slug: 'shili',
        name: '示例',
        formName: '示例项目',
        phase: 'current',
        subjectCode: null,
        totalFen: 5_000_000,
        fundFens: {
          general: 4_000_000,
          fund: 0,
          state_capital: null,
          special_account: null,
          unit_funds: null,
        },
        formFens: {
          whole: 90_000,
          year: 50_000,
          central: 0,
          provincial: null,
          local: 50_000,
        },
        attribute: '延续性项目',
        indicators: 2,
      },
      {
        id: '990101-shilidanwei-2024-budget-p2',
        n: 2,
        slug: 'er',
        name: '二',
        formName: null,
        phase: null,
        subjectCode: null,
        totalFen: null,
        fundFens: {
          general: null,
          fund: null,
          state_capital: null,
          special_account: null,
          unit_funds: null,
        },
        formFens: { whole: null, year: null, central: null, provincial: null, local: null },
        attribute: null,
        indicators: 0,
      },
    ]);
    expect(summary.citations).toEqual([
      {
        slug: citedDocumentSlug(document),
        number: null,
        title: '示例办法',
        projectN: 1,
      },
    ]);
    expect(summary).toMatchObject({ forms: 1, indicators: 2 });
  });

  test('counts findings by result', () => {
    expect(
      summaryOf({}, [finding('pass'), finding('difference'), finding('pass')]).findings,
    ).toEqual({
      pass: 2,
      difference: 1,
      rounding: 0,
      'not-applicable': 0,
      undecidable: 0,
    });
  });
});

test('cellFen tells a blank cell from zero', () => {
  const [row] = exampleTable('x', ['total', 'basic'], [{ amounts: { total: '0.00' } }]).rows;
  expect(cellFen(row, 'total')).toBe(0);
  expect(cellFen(row, 'basic')).toBeNull();
  expect(cellFen(undefined, 'total')).toBeNull();
});
