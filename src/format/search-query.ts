import { normaliseSearchText } from './search-text.ts';

/** A query as the search understands it. */
export interface SearchQuery {
  /** What was typed, without blanks around it. */
  readonly typed: string;
  /** Words a record must contain, all of them in any order, normalised, each once; empty = nothing to search. */
  readonly words: readonly string[];
  /** The whole query as one text, for putting records that contain it so first. */
  readonly whole: string;
}

/**
 * The words of a typed query. Blanks part words; `"…"` keeps what is inside together, including a
 * blank between Latin words and quotation marks of the text itself, so long as no blank follows them.
 * Quotation marks inside a word are ordinary characters.
 * @example parseSearchQuery('零工 "就业 补助"').words // ['零工', '就业补助']
 */
export function parseSearchQuery(typed: string): SearchQuery {
  const text = typed.trim();
  const words: string[] = [];
  for (const match of text.matchAll(/(?<=^|\s)["＂](.+?)["＂](?=\s|$)|\S+/gu)) {
    const word = normaliseSearchText(match[1] ?? match[0]);
    if (word !== '' && !words.includes(word)) words.push(word);
  }
  return { typed: text, words, whole: normaliseSearchText(text.replace(/["＂]/gu, '')) };
}

/** Whether a normalised text contains every word of the query. */
export function matchesQuery(normalised: string, words: readonly string[]): boolean {
  return words.every((word) => normalised.includes(word));
}

/**
 * How well a normalised text answers the query, smaller is better: the query alone, at the start,
 * together somewhere, then the words apart; among equals the shorter text.
 */
export function rankMatch(normalised: string, query: SearchQuery): number {
  const first = normalised.split('\n', 1)[0] ?? '';
  const length = Math.min(first.length, 999) / 1000;
  if (first === query.whole) return 0;
  const at = first.indexOf(query.whole);
  if (at === 0) return 1 + length;
  if (at > 0) return 2 + length;
  return (normalised.includes(query.whole) ? 3 : 4) + length;
}
