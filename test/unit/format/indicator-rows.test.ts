import { describe, expect, test } from 'vitest';
import { pairIndicators } from '../../../src/format/indicator-rows.ts';
import { exampleIndicator } from '../../support/example-disclosure.ts';

const short = (indicators: Parameters<typeof pairIndicators>[0]) =>
  pairIndicators(indicators).map(({ name, whole, year }) => [
    name,
    whole?.i ?? null,
    year?.i ?? null,
  ]);

describe('pairIndicators', () => {
  test.each([
    {
      claim: 'puts the same indicator of both spans in one line',
      indicators: [
        exampleIndicator({ span: 'whole', name: '甲' }),
        exampleIndicator({ span: 'year', name: '甲' }),
      ],
      rows: [['甲', 1, 2]],
    },
    {
      claim: 'pairs a repeated name in order',
      indicators: [
        exampleIndicator({ span: 'whole', name: '甲' }),
        exampleIndicator({ span: 'whole', name: '甲' }),
        exampleIndicator({ span: 'year', name: '甲' }),
        exampleIndicator({ span: 'year', name: '甲' }),
      ],
      rows: [
        ['甲', 1, 3],
        ['甲', 2, 4],
      ],
    },
    {
      claim: 'does not pair names that are merely alike, nor other levels',
      indicators: [
        exampleIndicator({ span: 'whole', name: '甲' }),
        exampleIndicator({ span: 'year', name: '甲（年）' }),
        exampleIndicator({ span: 'year', name: '甲', level2: '质量指标' }),
      ],
      rows: [
        ['甲', 1, null],
        ['甲（年）', null, 2],
        ['甲', null, 3],
      ],
    },
  ])('$claim', ({ indicators, rows }) => {
    expect(short(indicators)).toEqual(rows);
  });
});
