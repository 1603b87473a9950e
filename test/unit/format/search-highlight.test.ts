import { describe, expect, test } from 'vitest';
import { excerptAround, highlightText } from '../../../src/format/search-highlight.ts';

/** The pieces as one text with the marked ones in brackets. */
const marked = (text: string, words: string[]): string =>
  highlightText(text, words)
    .map((piece) => (piece.marked ? `<${piece.text}>` : piece.text))
    .join('');

describe('highlightText', () => {
  test.each([
    ['every occurrence', '市场与市场', ['市场'], '<市场>与<市场>'],
    ['overlapping words as one piece', '零工市场', ['零工市', '工市场'], '<零工市场>'],
    [
      'blanks and full-width characters as printed',
      '（２０２３ 年）预算',
      ['2023年'],
      '（<２０２３ 年>）预算',
    ],
    ['brackets of another style', '示函〔2023〕1号', ['(2023)'], '示函<〔2023〕>1号'],
    ['a character that stands for two', '10㎡', ['m2'], '10<㎡>'],
    ['nothing', '零工市场', ['培训'], '零工市场'],
    ['an empty text', '', ['培训'], ''],
  ])('marks %s', (_, text, words, expected) => {
    expect(marked(text, words)).toBe(expected);
  });
});

describe('excerptAround', () => {
  const long = `${'甲'.repeat(100)}零工市场${'乙'.repeat(100)}`;

  test('keeps a short text whole', () => {
    expect(excerptAround('示例零工市场', ['市场'])).toBe('示例零工市场');
  });

  test('cuts a long text around the first word found, and says so', () => {
    expect(excerptAround(long, ['没有', '零工市场'])).toBe(
      `…${'甲'.repeat(40)}零工市场${'乙'.repeat(40)}…`,
    );
  });

  test('without a word in the text shows its beginning', () => {
    expect(excerptAround(long, ['丙'])).toBe(`${'甲'.repeat(41)}…`);
  });
});
