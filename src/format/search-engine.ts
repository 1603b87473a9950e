import { EngineLoader } from './search-engine-loader.ts';
import { FileCache } from './search-file-cache.ts';
import type { PairFile, PinyinFile, SearchManifest, SearchPart } from './search-files.ts';
import type { SearchHit } from './search-hit.ts';
import { pairFileOf, partsWithWord } from './search-pairs.ts';
import { PartIndex } from './search-part-index.ts';
import { parseSearchQuery, type SearchQuery } from './search-query.ts';
import { orderParts } from './search-scope.ts';
import type { SearchSurroundings } from './search-surroundings.ts';
import { queryWords, scrambleWord } from './search-tokens.ts';

/** Words looked up in the pair directory at the same time, and in all, at most. */
const lookedUp = { together: 3, inAll: 9 };

/** Parts searched at the same time. */
const searchedTogether = 6;

/** Parts whose blocks are kept in memory. */
const keptParts = 12;

/** Parts asked at most whether words are in them that are only to be offered. */
const partsTried = 3;

/** What a part answers: every record of it that contains the query, or why it could not be searched. */
export type PartAnswer =
  | { readonly part: SearchPart; readonly hits: readonly SearchHit[] }
  | { readonly part: SearchPart; readonly error: Error };

/**
 * Exact search over an archive of parts. The pair directory names the parts that may contain a query;
 * only they are opened.
 */
export class SearchEngine {
  readonly #surroundings: SearchSurroundings;
  readonly #loader: EngineLoader;
  readonly #files: FileCache;
  /** The opened parts, the one used last at the end. */
  readonly #parts = new Map<string, PartIndex>();

  constructor(surroundings: SearchSurroundings) {
    this.#surroundings = surroundings;
    this.#loader = new EngineLoader(surroundings);
    this.#files = new FileCache(`${surroundings.bundle}archive/`, surroundings);
  }

  /** What is known of the archive before any query. */
  manifest(): Promise<SearchManifest> {
    return this.#files.read<SearchManifest>('manifest');
  }

  /**
   * The parts that may contain all words of at least one of the queries, in the order they are
   * searched; no other part contains them.
   */
  async candidates(
    alternatives: readonly SearchQuery[],
    signal?: AbortSignal,
  ): Promise<SearchPart[]> {
    const { parts } = await this.manifest();
    const found = new Set<SearchPart>();
    for (const { words } of alternatives) {
      const having = await this.#partsHaving(words, signal);
      for (const [i, part] of parts.entries()) if (having?.has(i) !== false) found.add(part);
    }
    return orderParts([...found]);
  }

  /**
   * The answers of parts in their order, each as soon as it and those before it are there; a few are
   * searched ahead. A part that cannot be searched answers with the error.
   * @throws the signal's reason when the search is no longer wanted
   */
  async *searchParts(
    parts: readonly SearchPart[],
    alternatives: readonly SearchQuery[],
    signal?: AbortSignal,
  ): AsyncGenerator<PartAnswer> {
    const ahead: Promise<PartAnswer>[] = [];
    let next = 0;
    while (next < parts.length || ahead.length > 0) {
      signal?.throwIfAborted();
      for (const part of parts.slice(next, next + searchedTogether - ahead.length)) {
        next += 1;
        ahead.push(this.#searchPart(part, alternatives, signal));
      }
      const answer = await ahead.shift();
      signal?.throwIfAborted();
      if (answer !== undefined) yield answer;
    }
  }

  /**
   * Every record that contains all words of at least one of the queries, in no particular order.
   * @throws the signal's reason when the search is no longer wanted; an error when a file is missing
   */
  async search(alternatives: readonly SearchQuery[], signal?: AbortSignal): Promise<SearchHit[]> {
    const hits: SearchHit[] = [];
    const parts = await this.candidates(alternatives, signal);
    for await (const answer of this.searchParts(parts, alternatives, signal)) {
      if ('error' in answer) throw answer.error;
      for (const hit of answer.hits) hits.push(hit);
    }
    return hits;
  }

  /**
   * Whether a record that contains all the words is found in the first parts that may have one. A
   * part that does not arrive counts as having none: the answer only decides what is offered.
   */
  async finds(words: readonly string[], signal?: AbortSignal): Promise<boolean> {
    const query = { ...parseSearchQuery(''), words };
    for (const part of (await this.candidates([query], signal)).slice(0, partsTried)) {
      const index = await this.#part(part);
      const found = await index.finds(query, signal).catch(() => false);
      signal?.throwIfAborted();
      if (found) return true;
    }
    return false;
  }

  /** Project and levels of an indicator that was found; undefined for other kinds. */
  async context(hit: SearchHit): Promise<{ project: string; levels: string } | undefined> {
    if (hit.kind !== 'indicator') return undefined;
    const part = (await this.manifest()).parts.find(({ id }) => id === hit.part);
    if (part === undefined) throw new Error(`Unexpected hit of the part "${hit.part}"`);
    return (await this.#part(part)).context(hit);
  }

  /** The names of the pinyin files with their syllables. */
  async pinyin(): Promise<PinyinFile[]> {
    const { pinyin } = await this.manifest();
    const files = Array.from({ length: pinyin.files }, (_, i) =>
      this.#files.read<PinyinFile>(`pinyin-${pinyin.digest}-${i}`),
    );
    return Promise.all(files);
  }

  async #searchPart(
    part: SearchPart,
    alternatives: readonly SearchQuery[],
    signal?: AbortSignal,
  ): Promise<PartAnswer> {
    try {
      const index = await this.#part(part);
      return { part, hits: await index.search(alternatives, signal) };
    } catch (error) {
      return { part, error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  /** Numbers of the parts that have every word looked up; undefined = there is no pair directory. */
  async #partsHaving(
    words: readonly string[],
    signal?: AbortSignal,
  ): Promise<ReadonlySet<number> | undefined> {
    const { pairs } = await this.manifest();
    if (pairs.digest === '') return undefined;
    const asked = queryWords(words).slice(0, lookedUp.inAll).map(scrambleWord);
    let left: ReadonlySet<number> | undefined;
    for (let from = 0; from < asked.length; from += lookedUp.together) {
      signal?.throwIfAborted();
      const some = asked.slice(from, from + lookedUp.together);
      const sets = await Promise.all(
        some.map(async (word) => {
          const name = `pairs-${pairs.digest}-${pairFileOf(word, pairs)}`;
          return partsWithWord(await this.#files.read<PairFile>(name), word);
        }),
      );
      for (const set of sets) {
        const before: ReadonlySet<number> | undefined = left;
        left = before === undefined ? set : new Set([...set].filter((part) => before.has(part)));
      }
      if ((left?.size ?? 0) <= 1) break;
    }
    return left ?? new Set();
  }

  /** The index of a part; of the parts used longest ago the blocks are let go. */
  async #part(part: SearchPart): Promise<PartIndex> {
    const { directorySize } = await this.manifest();
    const index =
      this.#parts.get(part.id) ??
      new PartIndex(part, directorySize, this.#surroundings, this.#loader);
    this.#parts.delete(part.id);
    this.#parts.set(part.id, index);
    const idle = [...this.#parts.values()].slice(0, -keptParts);
    for (const one of idle) one.forget();
    return index;
  }
}
