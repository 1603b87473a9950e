import { describe, expect, test } from 'vitest';
import { level1Of, missingLevel1 } from '../../../src/assemble/indicator-levels.ts';

const printed = new Set(['产出指标']);

describe('level1Of', () => {
  test.each([
    [{ level2: '数量指标', above: null }, '产出指标'],
    [{ level2: '社会效益指标', above: '产出指标' }, null],
    [{ level2: '示例指标', above: '产出指标' }, '产出指标'],
    [{ level2: null, above: '产出指标' }, '产出指标'],
    [{ level2: null, above: null }, null],
  ])('%o stands under %s', (row, expected) => {
    expect(level1Of(row, printed)).toBe(expected);
  });
});

test('labels that rows call for and the form does not print are named once', () => {
  const rows = ['数量指标', '社会效益指标', '经济效益指标', '示例指标', null].map((level2) => ({
    level2,
    above: null,
  }));
  expect(missingLevel1(rows, printed)).toEqual(['效益指标']);
});
