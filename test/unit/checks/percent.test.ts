import { describe, expect, test } from 'vitest';
import { judgePercent, percentOf } from '../../../src/checks/percent.ts';

describe('percentOf', () => {
  test.each([
    [1, 3, 2, '33.33'],
    [2, 3, 2, '66.67'],
    [1, 1, 0, '100'],
    [1, 200, 0, '1'],
    [-1, 8, 1, '12.5'],
    [84_513, 58_735, 2, '143.89'],
    [9_000_000_000_000_007, 9_000_000_000_000_009, 3, '100.000'],
  ])('%i of %i with %i decimals is %s', (part, whole, decimals, expected) => {
    expect(percentOf(part, whole, decimals)).toBe(expected);
  });
});

describe('judgePercent', () => {
  const exact = (fen: number): { fen: number; boundFen: number } => ({ fen, boundFen: 0 });
  test.each([
    ['33.33', exact(1), exact(3), 'pass'],
    ['33.3', exact(1), exact(3), 'pass'],
    ['33.34', exact(1), exact(3), 'difference'],
    ['100', exact(3), exact(3), 'pass'],
    ['0.49', { fen: 90_000, boundFen: 5_000 }, { fen: 18_630_000, boundFen: 10_000 }, 'rounding'],
    ['0.6', { fen: 90_000, boundFen: 5_000 }, { fen: 18_630_000, boundFen: 10_000 }, 'difference'],
    ['-12.5', exact(-1), exact(8), 'pass'],
  ] as const)('%s is judged as %4$s', (printed, part, whole, expected) => {
    expect(judgePercent(printed, part, whole)).toBe(expected);
  });
});
