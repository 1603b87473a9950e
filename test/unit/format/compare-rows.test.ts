import { describe, expect, test } from 'vitest';
import { compareRows, type ComparedRow } from '../../../src/format/compare-rows.ts';
import { compareUnitYears } from '../../../src/format/compare-units.ts';
import type {
  ComparableTotals,
  ComparableUnitYear,
} from '../../../src/format/compare-directory.ts';
import type { Table } from '../../../src/schema/table.ts';
import {
  exampleDisclosure,
  exampleTable,
  type ExampleRow,
} from '../../support/example-disclosure.ts';

const noTotals: ComparableTotals = {
  revenueFen: null,
  expenditureFen: null,
  basicFen: null,
  projectFen: null,
  carryoverFen: null,
  threePublicFen: null,
  agencyOperatingFen: null,
};
const unitYear = (totals: Partial<ComparableTotals> = {}): ComparableUnitYear => ({
  disclosureId: '990101-shili-2024-budget',
  unitId: '990101-shili',
  unitName: '示例单位',
  regionName: '示例省示例甲县',
  year: 2024,
  kind: 'budget',
  tableSet: 'shanxi-13',
  level: null,
  includedIn: null,
  totals: { ...noTotals, ...totals },
});
const compare = (
  id: 'subjects' | 'economic' | 'three-public' | 'totals',
  tables: readonly (readonly Table[])[],
  totals: readonly Partial<ComparableTotals>[] = [],
) =>
  compareUnitYears(
    tables.map((own, i) => ({
      unitYear: unitYear(totals[i]),
      record: exampleDisclosure({ tables: [...own] }),
    })),
    { subjects: 'total', economic: 'total' },
  ).find((section) => section.id === id)?.rows ?? [];
/** Each row in short: its name, then of each unit-year amount in 万元 or state, share and difference. */
const short = (rows: readonly ComparedRow[]) =>
  rows.map(({ name, code, depth, cells }) => [
    `${'·'.repeat(depth)}${code ?? ''}${name}`,
    ...cells.map(({ state, fen, share, differenceFen }) =>
      [
        fen === null ? state : String(fen / 1e6),
        ...(share === null ? [] : [share]),
        ...(differenceFen === null ? [] : [`Δ${differenceFen / 1e6}`]),
      ].join(' '),
    ),
  ]);
const subjectTable = (rows: readonly ExampleRow[], options = {}): Table =>
  exampleTable('expenditure-by-subject', ['total', 'basic'], rows, options);
const total = (amount: string): ExampleRow => ({
  kind: 'total',
  name: '合计',
  amounts: { total: amount },
});
const subject = (code: string, amount?: string, name = `科目${code}`): ExampleRow => ({
  kind: code.length === 7 ? 'line' : 'group',
  code,
  name,
  amounts: amount === undefined ? {} : { total: amount },
});

describe('functional subjects', () => {
  test('stand line by line in code order, with shares of the total and differences from the first', () => {
    const a = subjectTable([
      total('100.00'),
      subject('208', '60.00'),
      subject('20801', '60.00'),
      subject('221', '40.00'),
    ]);
    const b = subjectTable([total('50.00'), subject('210', '50.00'), subject('208')]);
    expect(short(compare('subjects', [[a], [b]]))).toEqual([
      ['合计', '100 100.00%', '50 100.00% Δ-50'],
      ['208科目208', '60 60.00%', 'blank'],
      ['·20801科目20801', '60 60.00%', 'no-row'],
      ['210科目210', 'no-row', '50 100.00%'],
      ['221科目221', '40 40.00%', 'no-row'],
    ]);
  });

  test('zero is an amount: it has a share and a difference', () => {
    const a = subjectTable([total('10.00'), subject('208', '10.00'), subject('210', '0.00')]);
    const b = subjectTable([total('10.00'), subject('208', '4.00'), subject('210', '6.00')]);
    expect(short(compare('subjects', [[a], [b]])).at(-1)).toEqual([
      '210科目210',
      '0 0.00%',
      '6 60.00% Δ6',
    ]);
  });

  test.each<[string, ExampleRow[]]>([
    ['no total is printed', [subject('208', '60.00')]],
    ['the parts do not add up to the total', [total('100.00'), subject('208', '60.00')]],
    ['the total is zero', [total('0.00'), subject('208', '0.00')]],
    ['the total is printed twice', [total('60.00'), total('60.00'), subject('208', '60.00')]],
  ])('have no share where %s', (_, rows) => {
    const cells = compare('subjects', [[subjectTable(rows)]]).flatMap((row) => row.cells);
    expect(cells.map(({ share }) => share)).toEqual(cells.map(() => null));
  });

  test('keep their shares where the parts miss the total by rounding only', () => {
    const rows = [total('100.00'), subject('208', '60.01'), subject('210', '40.01')];
    expect(short(compare('subjects', [[subjectTable(rows)]]))).toEqual([
      ['合计', '100 100.00%'],
      ['208科目208', '60.01 60.01%'],
      ['210科目210', '40.01 40.01%'],
    ]);
  });

  test('say when a table is missing or printed empty, and choose no line printed twice', () => {
    const a = subjectTable([total('4.00'), subject('208', '2.00'), subject('208', '2.00')]);
    const empty = subjectTable([{ kind: 'total', name: '合计' }]);
    expect(short(compare('subjects', [[a], [], [empty]]))).toEqual([
      ['合计', '4 100.00%', 'no-table', 'empty-table'],
      ['208科目208', 'repeated', 'no-table', 'empty-table'],
    ]);
  });

  test('name the other names a code is printed with', () => {
    const a = subjectTable([total('1.00'), subject('208', '1.00', '社会保障')]);
    const b = subjectTable([total('1.00'), subject('208', '1.00', '社会保障和就业支出')]);
    expect(compare('subjects', [[a], [b]])[1]?.notes).toEqual(['也印作“社会保障和就业支出”']);
  });
});

describe('economic classes', () => {
  const line = (name: string, name2: string | null, amount?: string): ExampleRow => ({
    name,
    name2,
    amounts: amount === undefined ? {} : { total: amount },
  });
  const group = (name: string, amount: string): ExampleRow => ({
    kind: 'group',
    name,
    amounts: { total: amount },
  });
  const table = (rows: readonly ExampleRow[]): Table =>
    exampleTable('general-budget-basic-by-economic-class', ['total'], rows);

  test('add the lines of one name that government classes part, below their own 类', () => {
    const a = table([
      total('30.00'),
      group('工资福利支出', '20.00'),
      line('基本工资', '工资奖金津补贴', '12.00'),
      line('基本工资', '工资福利支出', '8.00'),
      group('其他支出', '10.00'),
      line('基本 工资', '其他', '10.00'),
    ]);
    const rows = compare('economic', [[a]]);
    expect(short(rows)).toEqual([
      ['合计', '30 100.00%'],
      ['工资福利支出', '20 66.67%'],
      ['·基本工资', '20 66.67%'],
      ['其他支出', '10 33.33%'],
      ['·基本 工资', '10 33.33%'],
    ]);
    expect(rows[2]?.notes).toEqual(['政府经济科目：工资奖金津补贴、工资福利支出']);
  });

  test('a sum that lacks a line says so and has neither share nor difference', () => {
    const whole = table([total('5.00'), group('工资', '5.00'), line('奖金', '甲', '5.00')]);
    const part = table([
      total('5.00'),
      group('工资', '5.00'),
      line('奖金', '甲', '5.00'),
      line('奖金', '乙'),
    ]);
    const cells = compare('economic', [[part], [whole]])[2]?.cells;
    expect(cells).toEqual([
      { state: 'amount', fen: 5_000_000, blanks: 1, share: null, differenceFen: null },
      { state: 'amount', fen: 5_000_000, blanks: 0, share: '100.00%', differenceFen: null },
    ]);
  });

  test('lines of later documents stand after the line they follow there', () => {
    const a = table([group('甲', '1.00'), line('一', 'x', '1.00'), group('丙', '1.00')]);
    const b = table([group('甲', '1.00'), line('二', 'x', '1.00'), group('乙', '1.00')]);
    const names = compare('economic', [[a], [b]]).map(({ name }) => name);
    expect(names).toEqual(['合计', '甲', '二', '乙', '一', '丙']);
  });
});

test('lines of 表10 are found whatever numbers stand before them', () => {
  const item = (name: string, amount: string, kind: 'group' | 'line' = 'line'): ExampleRow => ({
    ...{ name, kind, amounts: { total: amount } },
  });
  const a = exampleTable(
    'three-public-expenses',
    ['total'],
    [
      item('公务接待费', '1.00'),
      item('公务用车购置及运行费', '2.00', 'group'),
      item('①公务用车购置费', '2.00'),
      total('3.00'),
    ],
  );
  const b = exampleTable(
    'three-public-expenses',
    ['total'],
    [item('（二）公务接待费', '4.00'), item('1.公务用车购置费', '0.00'), total('4.00')],
  );
  expect(short(compare('three-public', [[a], [b]]))).toEqual([
    ['合计', '3 100.00%', '4 100.00% Δ1'],
    ['公务接待费', '1 33.33%', '4 100.00% Δ3'],
    ['公务用车购置及运行费', '2 66.67%', 'no-row'],
    ['·①公务用车购置费', '2 66.67%', '0 0.00% Δ-2'],
  ]);
});

test('totals keep this year and carry-over apart and say what a table lacks', () => {
  const summary = exampleTable(
    'revenue-expenditure-summary',
    ['total', 'current', 'carryover'],
    [
      {
        kind: 'total',
        side: 'expenditure',
        name: '支出总计',
        amounts: { total: '9.00', current: '6.00', carryover: '3.00' },
      },
    ],
  );
  const emptyOperating = exampleTable('agency-operating-expenses', ['total'], [{ name: '合计' }]);
  const totals = { expenditureFen: 9_000_000, basicFen: 6_000_000, projectFen: 3_000_000 };
  expect(short(compare('totals', [[summary, emptyOperating], []], [totals, {}]))).toEqual([
    ['收入总计（表1）', 'blank', 'no-table'],
    ['支出总计（表1）', '9', 'no-table'],
    ['·其中：当年预算安排', '6', 'no-table'],
    ['·其中：上年结转安排', '3', 'no-table'],
    ['·基本支出（表3）', '6 66.67%', 'no-table'],
    ['·项目支出（表3，含上年结转）', '3 33.33%', 'no-table'],
    ['三公经费（表10）', 'no-table', 'no-table'],
    ['机关运行经费（表11）', 'empty-table', 'no-table'],
  ]);
});

test('another column is compared where the reader chooses it', () => {
  const row: ExampleRow = { ...subject('208'), amounts: { total: '9.00', basic: '4.00' } };
  const keys = {
    lines: (table: Table) => table.rows.map((own) => ({ key: own.name, depth: 0, row: own })),
    addsUp: () => false,
  };
  expect(short(compareRows([subjectTable([row])], 'basic', keys)).at(-1)?.[1]).toBe('4');
});
