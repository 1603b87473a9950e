import type { SearchEngine } from './search-engine.ts';
import type { SearchQuery } from './search-query.ts';

/** Words that do find something, offered where the query finds nothing. */
export interface NearerWords {
  /** For a query of several words: the words that find something alone. */
  readonly alone: readonly string[];
  /** Longest parts of the query's words that find something, in order, none within another. */
  readonly parts: readonly string[];
}

/** Searches made at most; each is one question to the engine. */
const attempts = 60;

/**
 * Words near a query that finds nothing: those of its words that find something, else the longest
 * parts of them. Nothing is offered that finds nothing.
 */
export async function findNearerWords(
  engine: SearchEngine,
  { words }: SearchQuery,
  signal?: AbortSignal,
): Promise<NearerWords> {
  const alone: string[] = [];
  if (words.length > 1) {
    for (const word of words) if (await engine.finds([word], signal)) alone.push(word);
  }
  const parts: string[] = [];
  let left = attempts;
  for (const word of words.filter((one) => !alone.includes(one))) {
    const characters = Array.from(word);
    for (let length = characters.length - 1; length >= 2 && left > 0; length -= 1) {
      const before = parts.length;
      for (let from = 0; from + length <= characters.length && left > 0; from += 1) {
        const part = characters.slice(from, from + length).join('');
        if (parts.includes(part)) continue;
        left -= 1;
        if (await engine.finds([part], signal)) parts.push(part);
      }
      if (parts.length > before) break;
    }
  }
  return { alone, parts };
}
