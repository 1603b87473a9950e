import { describe, expect, test } from 'vitest';
import { formatPlace, placeLine } from '../../../src/format/place.ts';

describe('formatPlace', () => {
  test.each([
    ['L120', '第 120 行'],
    ['L120C3', '第 120 行第 3 格'],
    ['P7L12', '第 7 页第 12 行'],
    ['P7L12C3', '第 7 页第 12 行第 3 格'],
    ['S2R5', '第 2 个工作表第 5 行'],
    ['S2R5C3', '第 2 个工作表第 5 行第 3 列'],
    ['T3R5C2', '第 3 个表第 5 行第 2 格'],
  ])('says %s in words', (place, words) => {
    expect(formatPlace(place)).toBe(words);
  });
});

describe('placeLine', () => {
  test.each([
    ['L120C3', 'L120'],
    ['L120', 'L120'],
    ['P7L12C3', 'P7L12'],
    ['S2R5C3', 'S2R5'],
    ['T3R5C2', 'T3R5'],
  ])('keeps page and line of %s', (place, line) => {
    expect(placeLine(place)).toBe(line);
  });
});
