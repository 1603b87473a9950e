import { describe, expect, test } from 'vitest';
import {
  formatCovered,
  formatTableNumbers,
  formatYears,
} from '../../../src/format/coverage-text.ts';

describe('formatCovered', () => {
  test.each([
    [{ known: 3, missing: 0, overlapping: 0 }, undefined, '计入 3 个单位'],
    [{ known: 2, missing: 1, overlapping: 0 }, 5, '收录的 5 个单位中，计入 2 个；1 个原文无此数'],
    [
      { known: 1, missing: 0, overlapping: 2 },
      undefined,
      '计入 1 个单位；2 个已含在主管部门内，不重复计',
    ],
    [
      { known: 0, missing: 2, overlapping: 1 },
      3,
      '收录的 3 个单位中，计入 0 个；2 个原文无此数；1 个已含在主管部门内，不重复计',
    ],
  ])('%j of %s units', (covered, outOf, text) => {
    expect(formatCovered(covered, outOf)).toBe(text);
  });
});

describe('formatYears', () => {
  test.each([
    [[], ''],
    [[2024], '2024'],
    [[2025, 2023, 2024], '2023–2025'],
    [[2021, 2023, 2024, 2024], '2021、2023–2024'],
  ])('%j', (years, text) => {
    expect(formatYears(years)).toBe(text);
  });
});

describe('formatTableNumbers', () => {
  test.each([
    [[], ''],
    [[2, 13], '表2、表13'],
  ])('%j', (numbers, text) => {
    expect(formatTableNumbers(numbers)).toBe(text);
  });
});
