import { describe, expect, test } from 'vitest';
import { formatPlace, placeLine } from '../../../src/format/place.ts';

describe('formatPlace', () => {
  test.each([
    ['L120', '第 120 行'],
    ['L120C3', '第 120 行第 3 格'],
    ['P7L12', '第 7 页第 12 行'],
    ['P7L12C3', '第 7 页第 12 行第 3 格'],
  ])('says %s in words', (place, words) => {
    expect(formatPlace(place)).toBe(words);
  });
});

describe('placeLine', () => {
  test.each([
    ['L120C3', 'L120'],
    ['L120', 'L120'],
    ['P7L12C3', 'P7L12'],
  ])('keeps page and line of %s', (place, line) => {
    expect(placeLine(place)).toBe(line);
  });
});
