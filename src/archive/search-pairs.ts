import type { PairFile } from '../format/search-files.ts';
import { scrambleWord } from '../format/search-tokens.ts';
import type { PreparedBlock } from './search-blocks.ts';

/** Words in one file of the pair directory, about. */
const wordsPerFile = 128;

/** The scrambled numbers of all words of the blocks of a part, ascending, each once. */
export function listWords(blocks: Iterable<PreparedBlock>): Uint32Array {
  const words = new Set<string>();
  for (const { content } of blocks) {
    for (const word of content.split(' ')) if (word !== '') words.add(word);
  }
  return Uint32Array.from(words, scrambleWord).sort();
}

/** The files of a pair directory, in the order of their numbers. */
export interface PreparedPairs {
  readonly bits: number;
  readonly files: readonly PairFile[];
}

/**
 * The pair directory of parts, given the words of each by {@link listWords} in the order of the
 * parts. Its size depends on how many different words there are, not on how many records.
 */
export function preparePairs(parts: readonly Uint32Array[]): PreparedPairs {
  const sets = new Map<number, Uint8Array>();
  const bytes = Math.ceil(parts.length / 8);
  for (const [i, words] of parts.entries()) {
    for (const word of words) {
      const set = sets.get(word) ?? new Uint8Array(bytes);
      sets.set(word, set);
      set[i >> 3] = (set[i >> 3] ?? 0) | (1 << (i & 7));
    }
  }
  const words = Uint32Array.from(sets.keys()).sort();
  const bits = Math.max(0, Math.ceil(Math.log2(Math.max(1, words.length / wordsPerFile))));
  const files: PairFile[] = [];
  let from = 0;
  for (let n = 1; n <= 1 << bits; n += 1) {
    const end = n * 2 ** (32 - bits);
    let to = from;
    while (to < words.length && (words[to] ?? 0) < end) to += 1;
    files.push(preparePairFile(words.subarray(from, to), sets));
    from = to;
  }
  return { bits, files };
}

function preparePairFile(words: Uint32Array, sets: ReadonlyMap<number, Uint8Array>): PairFile {
  const numbers = new Map<string, number>();
  const set = Array.from(words, (word) => {
    const parts = Buffer.from(sets.get(word) ?? []).toString('base64');
    const number = numbers.get(parts) ?? numbers.size;
    numbers.set(parts, number);
    return number;
  });
  return {
    words: Array.from(words, (word, i) => word - (i === 0 ? 0 : (words[i - 1] ?? 0))),
    set,
    parts: [...numbers.keys()],
  };
}
