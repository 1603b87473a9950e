import { describe, expect, test } from 'vitest';
import { breakLabel, labelWidth } from '../../../src/format/break-label.ts';

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

  test('keeps to the lines there is room for', () => {
    expect(breakLabel('其他巩固脱贫攻坚成果衔接乡村振兴支出', 10, 1)).toEqual([
      '其他巩固脱贫攻坚成果…',
    ]);
    expect(breakLabel('其他巩固脱贫攻坚成果衔接乡村振兴支出', 10, 2)).toEqual([
      '其他巩固脱贫攻坚成',
      '果衔接乡村振兴支出',
    ]);
  });
});

describe('labelWidth', () => {
  test('counts Latin letters and digits as half a character', () => {
    expect(labelWidth('2024年')).toBe(3);
  });
});
