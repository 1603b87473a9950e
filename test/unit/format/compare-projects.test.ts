import { expect, test } from 'vitest';
import { compareIndicators } from '../../../src/format/compare-projects.ts';
import { exampleForm, exampleIndicator } from '../../support/example-disclosure.ts';

test('indicators of one name stand in one row, by category in the order of the forms', () => {
  const first = exampleForm({
    indicators: [
      exampleIndicator({ level1: '满意度指标', level2: null, name: '满意度', printed: '≥90%' }),
      exampleIndicator({ span: 'whole', level2: '数量指标', name: '市场 个数', printed: '3个' }),
      exampleIndicator({ level2: '数量指标', name: '市场 个数', printed: '1个' }),
      exampleIndicator({ level1: null, level2: null, name: null, printed: '及时' }),
    ],
  });
  const second = exampleForm({
    kind: 'self-evaluation',
    indicators: [
      exampleIndicator({ level2: '数量指标', name: '市场个数', printed: '2个', actual: '2个' }),
      exampleIndicator({ level1: null, level2: null, name: null, printed: null }),
    ],
  });
  const line = (i: number, year: string | null, more = {}) => ({
    ...{ i, year, whole: null, actual: null },
    ...more,
  });
  expect(compareIndicators([first, null, second])).toEqual([
    {
      category: '数量',
      rows: [
        {
          name: '市场 个数',
          cells: [[line(3, '1个', { whole: '3个' })], [], [line(1, '2个', { actual: '2个' })]],
        },
      ],
    },
    { category: '服务对象满意度', rows: [{ name: '满意度', cells: [[line(1, '≥90%')], [], []] }] },
    {
      category: '类别缺失',
      rows: [
        { name: null, cells: [[line(4, '及时')], [], []] },
        { name: null, cells: [[], [], [line(2, null)]] },
      ],
    },
  ]);
});
