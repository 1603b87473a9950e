import { normaliseWithPlaces } from './search-text.ts';

/** A piece of a text for display: marked where the query stands in it. */
export interface TextPiece {
  readonly text: string;
  readonly marked: boolean;
}

/**
 * The text in pieces, in order and complete, with every occurrence of every word marked. The words
 * are normalised; the pieces are as printed.
 */
export function highlightText(original: string, words: readonly string[]): TextPiece[] {
  const { text, from, to } = normaliseWithPlaces(original);
  const marked = new Array<boolean>(original.length).fill(false);
  for (const word of words) {
    for (let at = text.indexOf(word); at >= 0 && word !== ''; at = text.indexOf(word, at + 1)) {
      marked.fill(true, from[at] ?? 0, to[at + word.length - 1] ?? 0);
    }
  }
  const pieces: TextPiece[] = [];
  let start = 0;
  for (let at = 1; at <= original.length; at += 1) {
    if (at < original.length && marked[at] === marked[start]) continue;
    pieces.push({ text: original.slice(start, at), marked: marked[start] ?? false });
    start = at;
  }
  return pieces;
}

/** Characters of a long text shown before and after the first word found in it. */
const excerptReach = 40;

/** A long text cut to the neighbourhood of the first word that stands in it, with … where it is cut. */
export function excerptAround(original: string, words: readonly string[]): string {
  const { text, from, to } = normaliseWithPlaces(original);
  const found = words
    .filter((word) => word !== '')
    .map((word) => ({ at: text.indexOf(word), word }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0] ?? { at: 0, word: '' };
  const start = Math.max((from[found.at] ?? 0) - excerptReach, 0);
  const last = to[Math.max(found.at + found.word.length - 1, found.at)] ?? original.length;
  const end = Math.min(last + excerptReach, original.length);
  return `${start > 0 ? '…' : ''}${original.slice(start, end)}${end < original.length ? '…' : ''}`;
}
