import { describe, expect, test } from 'vitest';
import { sumsOfYears } from '../../../src/archive/subject-years.ts';

describe('sumsOfYears', () => {
  test('answers in the order of the years asked for, null where there is no sum', () => {
    const total = (fen: number) => ({ fen, known: 1, missing: 0, overlapping: 0 });
    const sums = [
      { year: 2022, total: total(1) },
      { year: 2024, total: total(3) },
    ];
    expect(sumsOfYears([2024, 2023, 2022], sums)).toEqual([total(3), null, total(1)]);
    expect(sumsOfYears([], sums)).toEqual([]);
  });
});
