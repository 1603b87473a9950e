import { describe, expect, test } from 'vitest';
import { listWords, preparePairs } from '../../../src/archive/search-pairs.ts';
import type { PreparedBlock } from '../../../src/archive/search-blocks.ts';
import { pairFileOf, partsWithWord } from '../../../src/format/search-pairs.ts';
import { addTextWords, queryWords, scrambleWord } from '../../../src/format/search-tokens.ts';

const block = (texts: readonly string[]): PreparedBlock => {
  const words = new Set<string>();
  for (const text of texts) addTextWords(text, words);
  return {
    content: [...words].join(' '),
    block: { kind: 'subject', texts: [], id: [], regions: [], years: [], count: [] },
    context: null,
  };
};

/** Texts of 20 parts: all have 示例, one in three 灯会, each a name of its own. */
const parts = Array.from({ length: 20 }, (_, i) => [
  `示例项目${String.fromCodePoint(0x5e00 + i)}甲`,
  ...(i % 3 === 0 ? ['灯会经费'] : []),
]);
const { bits, files } = preparePairs(parts.map((texts) => listWords([block(texts)])));

const partsWith = (word: string): number[] => {
  const scrambled = scrambleWord(word);
  const file = files[pairFileOf(scrambled, { digest: 'd', bits })];
  return file === undefined ? [] : [...partsWithWord(file, scrambled)];
};

describe('the pair directory', () => {
  test('names exactly the parts that have a word, for every word of every part', () => {
    const all = new Set(parts.flatMap((texts) => block(texts).content.split(' ')));
    for (const word of all) {
      const expected = parts.flatMap((texts, i) =>
        block(texts).content.split(' ').includes(word) ? [i] : [],
      );
      expect(partsWith(word), word).toEqual(expected);
    }
  });

  test('names no part for a word that none has', () => {
    for (const word of queryWords(['天文台'])) expect(partsWith(word)).toEqual([]);
  });

  test('has words of one character too', () => {
    expect(queryWords(['灯']).flatMap(partsWith)).toEqual([0, 3, 6, 9, 12, 15, 18]);
  });

  test('grows in files with the number of different words, each of them small', () => {
    const many = Uint32Array.from({ length: 5000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 0);
    const pairs = preparePairs([many.sort()]);
    expect(pairs.files).toHaveLength(2 ** pairs.bits);
    expect(pairs.files.reduce((sum, { words }) => sum + words.length, 0)).toBe(5000);
    for (const { words } of pairs.files) expect(words.length).toBeLessThan(256);
  });

  test('of no words is one empty file', () => {
    expect(preparePairs([new Uint32Array()])).toEqual({
      bits: 0,
      files: [{ words: [], set: [], parts: [] }],
    });
  });
});

describe('scrambleWord', () => {
  test('gives different words different numbers, pairs as well as single characters', () => {
    const words = new Set<string>();
    addTextWords('示例灯会经费2080799示函(2023)1号zz', words);
    expect(new Set([...words].map(scrambleWord)).size).toBe(words.size);
  });
});
