import { fieldSeparator } from './search-text.ts';

/**
 * The words the engine indexes. A pair of neighbouring characters is six letters or digits, a single
 * character four, so that no segmenter, stemmer or punctuation rule of the engine or of a browser
 * can change them, and no word is the beginning of another. Two characters may share a code; the
 * text itself is compared afterwards.
 */
const codes = 45_000;

function characterCode(character: string): string {
  return ((character.codePointAt(0) ?? 0) % codes).toString(36).padStart(3, '0');
}

const singleWord = (character: string): string => `z${characterCode(character)}`;

const pairWord = (first: string, second: string): string =>
  characterCode(first) + characterCode(second);

/** Adds the words of a normalised text, every single character and every pair within a field, to a set. */
export function addTextWords(normalised: string, words: Set<string>): void {
  for (const field of normalised.split(fieldSeparator)) {
    let last: string | undefined;
    for (const character of field) {
      words.add(singleWord(character));
      if (last !== undefined) words.add(pairWord(last, character));
      last = character;
    }
  }
}

/**
 * The words that every text containing one of the query's words has: pairs side by side first, the
 * overlapping ones between them last, because the first already decide most queries.
 * @example queryWords(['零工市场']) // the words for 零工, 市场, 工市
 */
export function queryWords(queried: readonly string[]): string[] {
  const first: string[] = [];
  const rest: string[] = [];
  for (const word of queried) {
    const characters = Array.from(word);
    if (characters.length === 1) first.push(singleWord(word));
    characters.slice(1).forEach((character, i) => {
      (i % 2 === 0 ? first : rest).push(pairWord(characters[i] ?? '', character));
    });
  }
  return [...new Set([...first, ...rest])];
}

/**
 * The number of a word, below 2³², scrambled so that the words of an archive spread evenly over the
 * whole range. Different words have different numbers.
 */
export function scrambleWord(word: string): number {
  const single = word.length === 4;
  const first = single ? 46_655 : Number.parseInt(word.slice(0, 3), 36);
  const second = Number.parseInt(word.slice(-3), 36);
  return Math.imul(first * 46_656 + second, 0x9e3779b1) >>> 0;
}
