import { describe, expect, test } from 'vitest';
import {
  isBefore,
  isNameLabel,
  recogniseField,
  recogniseMoneyLabel,
  stageOf,
} from '../../../src/assemble/form-stages.ts';
import { rowsFrom } from './form-fixtures.ts';

describe('stageOf', () => {
  test.each([
    ['项目名称||示例经费', 'name'],
    ['项|目名称|示例经费', 'name'],
    ['主管部门(单位)||407-示例局||实施单位||示例局', 'department'],
    ['407-示例局||实施单位||示例局', 'department'],
    ['053-示例局', 'department'],
    ['项目属性||一次性项目||项目期||1年', 'attribute'],
    ['行政性||一次性项目||项目日期||1年', 'attribute'],
    ['项目资金(元)|实施期资金总额:|30||年度资金总额:|10', 'money-total'],
    ['项目资金', 'money-total'],
    ['项目资金（元）||||其中：中央财政资金|0', 'money-central'],
    ['|省级财政资金|0', 'money-provincial'],
    ['市县（区）财政资', 'money-local'],
    ['|单位自筹|0', 'money-own'],
    ['其他资金 其他资金', 'money-other'],
    ['项目概况||示例', 'overview'],
    ['立项依据 示例', 'basis'],
    ['项目设立必要性||示例', 'necessity'],
    ['项目|设立必要|要性|示例', 'necessity'],
    ['保证项目实施的制度、措施||示例', 'measures'],
    ['|目实施自 度、措施||示例', 'measures'],
    ['项目实施计划 示例', 'plan'],
    ['实施期目标 年度目标', 'goal-header'],
    ['年度目标', 'goal-header'],
    ['总体目标||示例', 'goal'],
    ['绩效指标|一级指标|二级指标|三级指标|指标值', 'indicator-header'],
    ['产出指标', 'indicator'],
    ['||质量指标|示例率|100%', 'indicator'],
    ['负责人： 经办人： 联系电话： 填报日期： 20230524182116', 'footer'],
    ['示例文字一行', undefined],
  ])('%s', (line, stage) => {
    const [row] = rowsFrom(line);
    expect(row === undefined ? 'no row' : stageOf(row)).toBe(stage);
  });
});

test.each([
  ['项目名称', true],
  ['页目名称', true],
  ['目名称:', true],
  ['单位名称', false],
])('isNameLabel(%s) is %s', (text, expected) => {
  expect(isNameLabel(text)).toBe(expected);
});

test.each([
  ['实施期资金总额： 300,000', { stage: 'money-total', whole: true, rest: '300,000' }],
  ['年度资金总额:', { stage: 'money-total', whole: false, rest: '' }],
  ['市县(区)财政资 金', { stage: 'money-local', whole: false, rest: '' }],
  ['市(县)区财政资', { stage: 'money-local', whole: false, rest: '' }],
  ['示例', undefined],
])('the money label %s', (text, expected) => {
  expect(recogniseMoneyLabel(text)).toEqual(expected);
});

test('a sentence is no field label', () => {
  expect(recogniseField('示例示例示例示例示例示例示例立项依据')).toBeUndefined();
});

test('stages stand in the order of the form', () => {
  expect([isBefore('name', 'goal'), isBefore('goal', 'name'), isBefore('goal', 'goal')]).toEqual([
    true,
    false,
    false,
  ]);
});
