import { describe, expect, test } from 'vitest';
import { printedMoneyUnit, readFormMoney } from '../../../src/assemble/form-money.ts';
import type { FormMoney } from '../../../src/schema/form.ts';
import { rowsFrom } from './form-fixtures.ts';

const sources = ['total', 'central', 'provincial', 'local', 'own', 'other'] as const;
const show = (money: FormMoney | null): string | null =>
  money && sources.map((source) => money[source]?.printed ?? '-').join(' ');
const read = (lines: string) => {
  const { whole, year, unread, missingLines } = readFormMoney(rowsFrom(lines));
  return { whole: show(whole), year: show(year), unread, missingLines };
};
const complete = { unread: [], missingLines: [] };

describe('readFormMoney', () => {
  test('tab-separated cells, blank cells print nothing', () => {
    const lines = `项目资金(元)|实施期资金总额:|30,000||年度资金总额:|10,000||
|其中:中央财政资金|0||其中:中央财政资金|0||
|省级财政资金|1||省级财政资金|2||
|市(县)区财政资金|30,000||市(县)区财政资|10,000||
|单位自筹|0||单位自筹|0||
|其他资金|||其他资金|||`;
    expect(read(lines)).toEqual({
      whole: '30,000 0 1 30,000 0 -',
      year: '10,000 0 2 10,000 0 -',
      ...complete,
    });
  });

  test('a spaced layout whose label breaks over the line before its amount', () => {
    const lines = `项目资金
（元）
实施期资金总额： 130,000 年度资金总额： 120,000
其中：中央财政资金 0 其中：中央财政资金 0
省级财政资金 0 省级财政资金 0
市县（区）财政资
金
130,000 市县（区）财政资金 120,000
单位自筹 0 单位自筹 0
其他资金 其他资金`;
    expect(read(lines)).toEqual({
      whole: '130,000 0 0 130,000 0 -',
      year: '120,000 0 0 120,000 0 -',
      ...complete,
    });
  });

  test('a line whose left label is lost takes the label of its right half', () => {
    const lines = `项目资金（元）||实施期资金总额：||50||年度资金总额：||40|
||其中：中央财政资金||0||其中：中央财政资金||0|
||省级财政资金||0||省级财政资金||0|
||市县（区）财政资||50||市县（区）财政资金||40|
||金||7||单位自筹||8|
其他资金||||其他资金|||||`;
    expect(read(lines)).toEqual({ whole: '50 0 0 50 7 -', year: '40 0 0 40 8 -', ...complete });
  });

  test('label and amount in one cell', () => {
    expect(read('项目资金(元)||实施期资金总额: 300,000||年度资金总额: 200,000|').whole).toBe(
      '300,000 - - - - -',
    );
  });

  test('one total alone is a block without lines by source', () => {
    expect(read('3|资金情况 (元)||实施期资金总额:|1426 万元')).toEqual({
      whole: '1426 - - - - -',
      year: null,
      ...complete,
    });
  });

  test('a right half alone belongs to the year', () => {
    const lines = `项目资金（元）|实施期资金总额：|50||年度资金总额：|40
||||省级财政资金|40`;
    expect(read(lines).year).toBe('40 - 40 - - -');
  });

  test('a block that breaks off names the lines it lacks', () => {
    const lines = `项目资金（元）|其中：中央财政资金|0|其中：中央财政资金|0
|省级财政资金|9|省级财政资金|9`;
    expect(read(lines)).toEqual({
      whole: '- 0 9 - - -',
      year: '- 0 9 - - -',
      unread: [],
      missingLines: ['资金总额', '市县财政资金', '单位自筹', '其他资金'],
    });
  });

  test('a damaged amount is no number and its place is told', () => {
    expect(read('|实施期资金总额:|30,0O0||年度资金总额: 1,00|')).toEqual({
      whole: '- - - - - -',
      year: '- - - - - -',
      unread: ['L1C3', 'L1C5'],
      missingLines: [],
    });
  });

  test('no money rows, no money', () => {
    expect(readFormMoney([])).toEqual({
      whole: null,
      year: null,
      unread: [],
      unitPrinted: false,
      missingLines: [],
    });
  });
});

test.each([
  ['项目资金（万元）|实施期资金总额：|3', '万元'],
  ['项目资金\n（元）', '元'],
  ['实施期资金总额：|3', undefined],
])('the measure of %s is %s', (lines, unit) => {
  expect(printedMoneyUnit(rowsFrom(lines))).toBe(unit);
});
