import { describe, expect, test } from 'vitest';
import { breakLabel } from '../../../src/client/chart-picture.ts';

describe('breakLabel', () => {
  test.each([
    ['住房保障支出', 7, ['住房保障支出']],
    ['社会保障和就业支出', 7, ['社会保障和', '就业支出']],
    ['2024年中央财政就业补助资金', 14, ['2024年中央财政就业补助资金']],
    ['一二三四五六七八九十', 3, ['一二三', '四五六', '七八九…']],
    ['', 7, ['']],
  ])('breaks %s at %i', (label, width, lines) => {
    expect(breakLabel(label, width)).toEqual(lines);
  });
});
