import { describe, expect, test } from 'vitest';
import { lossesOf } from '../../../src/assemble/form-losses.ts';
import type { LossContext } from '../../../src/assemble/form-losses.ts';
import type { Form } from '../../../src/schema/form.ts';
import { formOf, indicatorNamed, moneyOf } from './record-fixtures.ts';

const context: LossContext = {
  covered: false,
  nameLabelled: true,
  missingLevel1: [],
  oddFilledAt: null,
  moneyUnitPrinted: true,
  missingMoneyLines: [],
  twoSpans: true,
};
const both = [indicatorNamed('甲', 'whole'), indicatorNamed('甲', 'year')];
const complete = formOf({ indicators: both });
const losses = (form: Partial<Form>, more: Partial<LossContext> = {}): string[] =>
  lossesOf({ ...complete, ...form }, { ...context, ...more });

describe('lossesOf', () => {
  test('a complete form has lost nothing', () => {
    expect(losses({})).toEqual([]);
  });

  test('a covered form without a head', () => {
    const form = {
      title: null,
      year: null,
      name: null,
      supervisingDepartment: null,
      implementingUnit: null,
      attribute: null,
      duration: null,
      whole: null,
      yearMoney: null,
      indicators: [],
    };
    expect(losses(form, { covered: true, nameLabelled: false })).toEqual([
      '表头被另一张表的表头遮盖',
      '表题未印出',
      '表题下的年度未印出',
      '项目名称缺失',
      '主管部门缺失',
      '实施单位未印出',
      '项目属性未印出',
      '项目期未印出',
      '项目资金各栏缺失',
      '绩效指标缺失',
    ]);
  });

  test('what a form prints in part', () => {
    const indicators = [
      { ...indicatorNamed('甲', 'whole'), printed: null },
      { ...indicatorNamed('乙', 'whole'), name: null },
      { ...indicatorNamed('丙', 'whole'), name: null, printed: null },
    ];
    const more = {
      nameLabelled: false,
      missingLevel1: ['效益指标'],
      oddFilledAt: '2024104170941',
      moneyUnitPrinted: false,
      missingMoneyLines: ['单位自筹'],
    };
    expect(losses({ yearMoney: null, indicators }, more)).toEqual([
      '“项目名称”标签缺失或识别有误，名称取自表头第一行',
      '资金栏“单位自筹”一行缺失',
      '年度资金各栏未印出',
      '资金栏未印出计量单位，按元读取',
      '一级指标“效益指标”的标签未印出',
      '年度一栏没有印出指标',
      '指标“甲”的实施期指标值未印出',
      '实施期指标值“1件”的指标名称未印出',
      '指标“”的实施期指标值未印出',
      '填报日期“2024104170941”不是14位数字，未作为时间读取',
    ]);
  });

  test('a form of one span misses nothing of the other', () => {
    expect(losses({ indicators: both.slice(0, 1) }, { twoSpans: false })).toEqual([]);
  });

  test('the money of a self-evaluation is no goal money', () => {
    expect(
      losses({ kind: 'self-evaluation', whole: null, yearMoney: null, attribute: null }),
    ).toEqual([]);
  });

  test('a year without a whole period is told by its lines', () => {
    expect(losses({ whole: null, yearMoney: moneyOf('1') })).toEqual([]);
  });
});
