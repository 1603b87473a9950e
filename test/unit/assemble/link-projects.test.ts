import { describe, expect, test } from 'vitest';
import { formYearFen, linkProjects } from '../../../src/assemble/link-projects.ts';
import { amountOf, formOf, moneyOf, projectTable } from './record-fixtures.ts';

const current = projectTable('projects-current', [
  ['示例县人社局', '5.00'],
  ['甲经费', '2.00'],
  ['乙经费', '3.00'],
]);
const carryover = projectTable('projects-carryover', [
  ['丙经费', '1.00'],
  ['丙经费', null],
]);

describe('linkProjects', () => {
  test('one project per row and per form without a row; unit rows are none', () => {
    const forms = [
      formOf({ n: 1, name: '甲经费' }),
      formOf({ n: 2, name: '丁补助', yearMoney: moneyOf('7') }),
    ];
    const { projects, gaps } = linkProjects({
      tables: [carryover, current],
      forms,
      previous: null,
    });
    const blank = { formName: null, form: null, link: null, subjectCode: null };
    expect(projects).toEqual([
      {
        ...blank,
        n: 1,
        slug: 'jiajingfei',
        name: '甲经费',
        formName: '甲经费',
        phase: 'current',
        tableId: 'projects-current',
        row: 2,
        form: 1,
        link: 'same-name',
      },
      {
        ...blank,
        n: 2,
        slug: 'yijingfei',
        name: '乙经费',
        phase: 'current',
        tableId: 'projects-current',
        row: 3,
      },
      {
        ...blank,
        n: 3,
        slug: 'bingjingfei',
        name: '丙经费',
        phase: 'carryover',
        tableId: 'projects-carryover',
        row: 1,
      },
      {
        ...blank,
        n: 4,
        slug: 'bingjingfei',
        name: '丙经费',
        phase: 'carryover',
        tableId: 'projects-carryover',
        row: 2,
      },
      {
        ...blank,
        n: 5,
        slug: 'dingbuzhu',
        name: '丁补助',
        formName: '丁补助',
        phase: null,
        tableId: null,
        row: null,
        form: 2,
      },
    ]);
    expect(gaps).toEqual([
      {
        place: 'L1',
        what: '项目支出预算表中没有可对应的项目',
        kind: 'not-understood',
        tableId: null,
        projectN: 5,
      },
    ]);
  });

  test('projects keep number and slug of the record before, new ones are numbered on', () => {
    const before = linkProjects({ tables: [carryover], forms: [], previous: null });
    const previous = {
      projects: before.projects.map((project) => ({
        ...project,
        n: project.n + 6,
        slug: `alt-${project.n}`,
      })),
    };
    const { projects } = linkProjects({ tables: [current, carryover], forms: [], previous });
    expect(projects.map(({ n, slug }) => [n, slug])).toEqual([
      [9, 'jiajingfei'],
      [10, 'yijingfei'],
      [7, 'alt-1'],
      [8, 'alt-2'],
    ]);
  });

  test('without project tables forms are projects of their own, and nothing is missed', () => {
    const { projects, gaps } = linkProjects({
      tables: [],
      forms: [formOf({ name: null })],
      previous: null,
    });
    expect(projects[0]).toMatchObject({
      name: '（项目名称缺失）',
      formName: null,
      slug: 'xiangmumingchengqueshi',
      form: 1,
    });
    expect(gaps).toEqual([]);
  });

  test('a form over several rows alike is told with its sum and not linked', () => {
    const table = projectTable('projects-current', [
      ['2025年示例资金(甲类)', '1.00'],
      ['2025年示例资金(乙类)', '2.00'],
      ['2025年示例资金(丙类)', null],
      ['其他经费', '9.00'],
      ['其他 经费(续)', '1.00'],
    ]);
    const form = formOf({ name: '转移支付', whole: moneyOf('100,000'), yearMoney: null });
    const { gaps } = linkProjects({ tables: [table], forms: [form], previous: null });
    expect(gaps.map(({ what }) => what)).toEqual([
      '该表资金10.00万元，等于项目支出预算表（本年预算）中2个同类项目之和；未与其中单个项目对应',
    ]);
    const carried = projectTable('projects-carryover', [
      ['示例资金(甲类)', '1.00'],
      ['示例资金(乙类)', '9.00'],
    ]);
    expect(
      linkProjects({ tables: [carried], forms: [form], previous: null }).gaps[0]?.what,
    ).toContain('（上年结转）');
  });

  test('a form without an amount is in no group', () => {
    const form = formOf({ name: '转移支付', whole: null, yearMoney: null });
    expect(
      linkProjects({ tables: [current], forms: [form], previous: null }).gaps.map(
        ({ what }) => what,
      ),
    ).toEqual(['项目支出预算表中没有可对应的项目']);
  });

  test('what forms have lost is told with their project, in as few gaps as fit', () => {
    const lost = ['表题未印出', '项目期未印出', '长'.repeat(200), '尾'.repeat(150)];
    const { gaps } = linkProjects({
      tables: [current],
      forms: [formOf({ name: '甲经费', lost })],
      previous: null,
    });
    expect(gaps.map(({ what, kind, projectN }) => [what, kind, projectN])).toEqual([
      [`表题未印出；项目期未印出；${'长'.repeat(200)}`, 'lost', 1],
      ['尾'.repeat(150), 'lost', 1],
    ]);
  });
});

describe('formYearFen', () => {
  const line = (initialBudget: string | null) => ({
    name: '年度资金总额',
    initialBudget: initialBudget === null ? null : amountOf(initialBudget),
    fullYearBudget: null,
    executed: null,
    weight: null,
    rate: null,
    score: null,
  });

  test.each([
    ['the year', { yearMoney: moneyOf('5') }, 500],
    ['a year that prints nothing', { yearMoney: moneyOf(null) }, null],
    ['the only span', { yearMoney: null, whole: moneyOf('6') }, 600],
    ['an only span that prints nothing', { yearMoney: null, whole: moneyOf(null) }, null],
    ['the initial budget', { yearMoney: null, whole: null, selfEvaluation: [line('7')] }, 700],
    ['no initial budget', { yearMoney: null, whole: null, selfEvaluation: [line(null)] }, null],
    ['nothing', { yearMoney: null, whole: null }, null],
  ])('%s', (_, part, fen) => {
    expect(formYearFen(formOf(part))).toBe(fen);
  });
});
