import { describe, expect, test } from 'vitest';
import { breakLabel, valueLines } from '../../../src/client/chart-labels.ts';

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

describe('valueLines', () => {
  const rows = {
    labels: ['甲', '乙'],
    series: [
      { label: '基本支出', fens: [183000000, null] },
      { label: '项目支出', fens: [1180350000, 0] },
    ],
  };
  test.each([
    {
      claim: 'joins the figures of a row',
      isNarrow: false,
      index: 0,
      lines: ['183.00 + 1,180.35'],
    },
    {
      claim: 'gives each figure a line on narrow screens',
      isNarrow: true,
      index: 0,
      lines: ['183.00', '+ 1,180.35'],
    },
    { claim: 'leaves a blank out but shows a zero', isNarrow: true, index: 1, lines: ['0.00'] },
  ])('$claim', ({ isNarrow, index, lines }) => {
    expect(valueLines({ rows, moneyUnit: '万元', isNarrow }, index)).toEqual(lines);
  });
});
