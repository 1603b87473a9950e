import { describe, expect, test } from 'vitest';
import { formatShare } from '../../../src/format/share.ts';

describe('formatShare', () => {
  test.each([
    [28530, 100000, '28.53%'],
    [1, 3, '33.33%'],
    [2, 3, '66.67%'],
    [1, 20000, '0.01%'],
    [1, 20001, '0.00%'],
    [100, 100, '100.00%'],
    [0, 7, '0.00%'],
    [-1, 3, '-33.33%'],
    [-1, 90000000000000, '0.00%'],
  ])('%i of %i is %s', (part, whole, text) => {
    expect(formatShare(part, whole)).toBe(text);
  });

  test('refuses a whole of nothing', () => {
    expect(() => formatShare(1, 0)).toThrow(RangeError);
  });
});
