import { describe, expect, test } from 'vitest';
import { withTabs } from '../../../src/extract/space-runs.ts';

const table = (gap: string): string[] =>
  Array.from({ length: 12 }, (_, i) => ['208', '示例科目', `${i}.00`, '', `${i}.50`].join(gap));

describe('withTabs', () => {
  test.each([2, 4, 7])('runs of %i blanks are column breaks, empty columns kept', (width) => {
    expect(withTabs(table(' '.repeat(width)))).toEqual(table('\t'));
  });

  test('single blanks between amounts are another layout', () => {
    const lines = Array.from({ length: 30 }, () => '示例 1.00 2.00    3.00    4.00');
    expect(withTabs(lines)).toEqual(lines);
  });

  test('a document with tabs, or with few runs, stays as it is', () => {
    expect(withTabs(['a    b', 'a\tb'])).toEqual(['a    b', 'a\tb']);
    expect(withTabs(['a    b'])).toEqual(['a    b']);
  });
});
