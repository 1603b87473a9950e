import { describe, expect, test } from 'vitest';
import { valueLines } from '../../../src/client/chart-labels.ts';

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
