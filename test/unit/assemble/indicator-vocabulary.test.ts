import { describe, expect, test } from 'vitest';
import {
  isFullLevel2,
  isLabelFragment,
  parentOf,
  recogniseLevel1,
  recogniseLevel2,
} from '../../../src/assemble/indicator-vocabulary.ts';

describe('recogniseLevel1', () => {
  test.each([
    ['产出指标', '产出指标'],
    ['产出指标 (50分)', '产出指标'],
    ['满意度 指标 (10', '满意度指标'],
    ['満意度指 标', '满意度指标'],
    ['效益', '效益指标'],
    ['满意', '满意度指标'],
    ['满意度', undefined],
    ['数量指标', undefined],
    ['绩效指标', undefined],
  ])('%s is %s', (text, label) => {
    expect(recogniseLevel1(text)).toBe(label);
  });
});

describe('recogniseLevel2', () => {
  test.each([
    ['数量指标', '数量指标'],
    ['质量指', '质量指标'],
    ['经济效益 指标', '经济效益指标'],
    ['服务对', '服务对象满意度指标'],
    ['服务对象满意度', '服务对象满意度指标'],
    ['服务对象满意度指', '服务对象满意度指标'],
    ['可持续影 响指标', '可持续影响指标'],
    ['可持续发展指标', '可持续发展指标'],
    ['可持续性影响指标', '可持续性影响指标'],
    ['生态环境成本指标', '生态环境成本指标'],
    ['社会', undefined],
    ['成本', undefined],
    ['办公耗材', undefined],
  ])('%s is %s', (text, label) => {
    expect(recogniseLevel2(text)).toBe(label);
  });

  test('only a label printed in full counts as full', () => {
    expect(['数量指标', '可持续发展影响指标', '数量指', '数量'].map(isFullLevel2)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('parentOf', () => {
  test.each([
    ['成本指标', '产出指标'],
    ['经济成本指标', '成本指标'],
    ['可持续影响指标', '效益指标'],
    ['可持续发展指标', '效益指标'],
    ['服务对象满意度指标', '满意度指标'],
    ['示例指标', undefined],
  ])('%s belongs to %s', (level2, level1) => {
    expect(parentOf(level2)).toBe(level1);
  });
});

describe('isLabelFragment', () => {
  test.each([
    ['绩', true],
    ['指 标', true],
    ['益指标', true],
    ['象满意度指标', true],
    ['***', true],
    ['≥', false],
    ['成本指标', false],
    ['达标', false],
    ['GDP', false],
    ['办公耗材', false],
  ])('%s: %s', (text, expected) => {
    expect(isLabelFragment(text)).toBe(expected);
  });
});
