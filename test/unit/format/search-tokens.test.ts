import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addTextWords, queryWords } from '../../../src/format/search-tokens.ts';
import { normaliseSearchText } from '../../../src/format/search-text.ts';

const wordsOf = (normalised: string): Set<string> => {
  const words = new Set<string>();
  addTextWords(normalised, words);
  return words;
};

describe('addTextWords', () => {
  test('one word for each character and each pair, none across fields', () => {
    expect(wordsOf('零工\n市').size).toBe(4);
  });

  test('words are plain letters and digits of one length each, none the beginning of another', () => {
    const words = [...wordsOf('零工市场≥95%，“三公”（𠀀）pp')];
    for (const word of words) expect(word).toMatch(/^(?:z[0-9a-z]{3}|[0-9a-y][0-9a-z]{5})$/u);
    const beginnings = words.filter((a) => words.some((b) => a !== b && b.startsWith(a)));
    expect(beginnings).toEqual([]);
  });
});

describe('queryWords', () => {
  test('pairs side by side come first, overlapping ones last', () => {
    expect(queryWords(['零工市场'])).toEqual([
      ...queryWords(['零工']),
      ...queryWords(['市场']),
      ...queryWords(['工市']),
    ]);
  });

  test('a single character is one word', () => {
    expect(queryWords(['零'])).toEqual([...wordsOf('零')]);
  });

  test('every text has the words of each of its parts', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const characters = Array.from(normaliseSearchText(text));
          const from = a % Math.max(1, characters.length);
          const part = characters.slice(from, from + 1 + (b % 6)).join('');
          fc.pre(part !== '');
          const words = wordsOf(characters.join(''));
          expect(queryWords([part]).filter((word) => !words.has(word))).toEqual([]);
        },
      ),
    );
  });
});
