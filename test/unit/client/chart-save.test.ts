import { describe, expect, test } from 'vitest';
import { chartCsv } from '../../../src/client/chart-save.ts';

describe('chartCsv', () => {
  test('writes exact 元, an empty field for a blank and quotes where needed', () => {
    const rows = {
      labels: ['示例,项目', '“乙”'],
      series: [
        { label: '基本支出', fens: [1432480000, null] },
        { label: '项目支出', fens: [0, 50] },
      ],
    };
    expect(chartCsv(rows)).toBe(
      'name,基本支出_yuan,项目支出_yuan\r\n"示例,项目",14324800,0\r\n“乙”,,0.5\r\n',
    );
  });
});
