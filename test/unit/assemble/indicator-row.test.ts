import { describe, expect, test } from 'vitest';
import { looksLikeValue, splitIndicatorRow } from '../../../src/assemble/indicator-row.ts';
import type { IndicatorHalf } from '../../../src/assemble/indicator-row.ts';
import { tokensFrom } from './form-fixtures.ts';

const two: { rightColumn: number | null; single: boolean } = { rightColumn: null, single: false };
const show = ({ level2, name, printed }: IndicatorHalf): string =>
  [level2, name, printed].map((part) => part ?? '-').join(' ');
const split = (line: string, options = two): string | undefined => {
  const reading = splitIndicatorRow(tokensFrom(line), options);
  return reading === undefined ? undefined : `${show(reading.left)} / ${show(reading.right)}`;
};

describe('splitIndicatorRow', () => {
  test.each([
    ['数量指标|人数|≥5人|数量指标|人数|≥2人', '数量指标 人数 ≥5人 / 数量指标 人数 ≥2人'],
    [
      '质量指标|质量指标|90%|质量指标|质量指标|90%',
      '质量指标 质量指标 90% / 质量指标 质量指标 90%',
    ],
    ['质量指标|≥95%|质量指标|≥95%', '- 质量指标 ≥95% / - 质量指标 ≥95%'],
    ['人数|5人|人数|2人', '- 人数 5人 / - 人数 2人'],
    ['数量指标|人数|5人|人数|2人', '数量指标 人数 5人 / - 人数 2人'],
    ['人数|5人|数量指标|人数|2人', '- 人数 5人 / 数量指标 人数 2人'],
    ['数量指标|人数|5人|数量指标', '数量指标 人数 5人 / 数量指标 - -'],
    ['数量指标|人数|5人|数量指标|人数', '数量指标 人数 5人 / 数量指标 人数 -'],
    ['数量指标|人数|5人', '数量指标 人数 5人 / - - -'],
    [
      '数量指标|A 类 人数|5人|数量指标|A 类 人数|5人',
      '数量指标 A 类 人数 5人 / 数量指标 A 类 人数 5人',
    ],
    ['人数|5人', '- 人数 5人 / - - -'],
    ['数量指标|场次|1次|数量指标|人数|≥2人', '数量指标 场次 1次 / 数量指标 人数 ≥2人'],
  ])('%s', (line, expected) => {
    expect(split(line)).toBe(expected);
  });

  test('a name of several words of a spaced line is put together', () => {
    expect(split('数量指标 甲类 人数 5人 数量指标 甲类 人数 5人')).toBe(
      '数量指标 甲类人数 5人 / 数量指标 甲类人数 5人',
    );
  });

  test('a row of one half goes to the side its columns say', () => {
    expect(split('||||||人数|5人', { rightColumn: 5, single: false })).toBe('- - - / - 人数 5人');
    expect(split('|||人数|5人', { rightColumn: 5, single: false })).toBe('- 人数 5人 / - - -');
  });

  test('a value without a name keeps its place', () => {
    expect(split('|||≥5人', { rightColumn: 5, single: false })).toBe('- - ≥5人 / - - -');
  });

  test('a form of one span has one half', () => {
    expect(split('数量指|人数|520 人', { rightColumn: null, single: true })).toBe(
      '数量指标 人数 520 人 / - - -',
    );
  });

  test('what can be cut in two equally good ways is not cut', () => {
    expect(split('甲|乙|丙|丁|戊|己|庚|辛|壬')).toBeUndefined();
  });
});

test.each([
  ['≥95%', true],
  ['＜5%', true],
  ['100%', true],
  ['30 万元', true],
  ['2170 元/人/月', true],
  ['9法律服务费用', false],
  ['及时', false],
])('looksLikeValue(%s) is %s', (text, expected) => {
  expect(looksLikeValue(text)).toBe(expected);
});
