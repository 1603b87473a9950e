import { describe, expect, test } from 'vitest';
import { isPageNumber } from '../../../src/extract/page-number.ts';

describe('isPageNumber', () => {
  test.each(['7', ' 12 ', '- 12 -', '— 3 —', '－3－', '第 3 页', '第3页 共30页', '3 / 30', '３'])(
    '%s numbers a page',
    (line) => {
      expect(isPageNumber(line)).toBe(true);
    },
  );

  test.each(['208', '2023', '1.00', '第三部分', '3 5', '-'])('%s does not', (line) => {
    expect(isPageNumber(line)).toBe(false);
  });
});
