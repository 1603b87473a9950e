import { SearchEngine, type EngineModule } from '../format/search-engine.ts';
import { countFailures } from '../format/search-failures.ts';
import { listRegionsAbove } from '../format/search-filters.ts';
import type { SearchManifest } from '../format/search-files.ts';
import type { SearchHit } from '../format/search-hit.ts';
import { findNearerWords, type NearerWords } from '../format/search-nearer.ts';
import { findPinyin, isPinyinQuery } from '../format/search-pinyin.ts';
import { parseSearchQuery, type SearchQuery } from '../format/search-query.ts';
import { viewHits, type SearchView, type ViewRequest } from '../format/search-view.ts';

/** How the letters typed were understood: as typed, without curly quotation marks, or as pinyin. */
export type QueryReading = 'typed' | 'unquoted' | 'pinyin';

/** The answer to a query. */
export interface FindAnswer {
  readonly reading: QueryReading;
  /** Words that stand in the hits, for marking them; normalised. */
  readonly words: readonly string[];
  readonly view: SearchView;
}

/** Project and levels of an indicator. */
export interface HitContext {
  readonly project: string;
  readonly levels: string;
}

/** Chinese words tried for one query in pinyin. */
const pinyinWords = 8;

/** The search of one page: keeps the hits of the last query, so that filters need no new search. */
export class SearchService {
  readonly #engine: SearchEngine;
  #hits: readonly SearchHit[] = [];
  #running: AbortController | undefined;

  /** @param bundle absolute address of the engine's bundle, ending in a slash */
  constructor(bundle: string) {
    this.#engine = new SearchEngine({
      bundle,
      importEngine,
      fetchBytes,
      failures: countFailures(),
    });
  }

  /** What is known of the archive before any query. */
  manifest(): Promise<SearchManifest> {
    return this.#engine.manifest();
  }

  /**
   * Searches and keeps the hits. What was typed is always searched as it stands first; only where
   * that finds nothing is it read otherwise. Ends a search that is still running.
   * @throws AbortError when another search began meanwhile
   */
  async find(typed: string, request: ViewRequest): Promise<FindAnswer> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const { hits, words, reading } = await this.#read(typed, running.signal);
    running.signal.throwIfAborted();
    this.#hits = hits;
    return { reading, words, view: await this.view(request) };
  }

  /** The hits of the last search in another view. */
  async view(request: ViewRequest): Promise<SearchView> {
    const { regions } = await this.manifest();
    return viewHits(this.#hits, request, listRegionsAbove(regions));
  }

  /** Contexts of indicators, in the order of the hits; null for hits of other kinds. */
  contexts(hits: readonly SearchHit[]): Promise<(HitContext | null)[]> {
    return Promise.all(hits.map(async (hit) => (await this.#engine.context(hit)) ?? null));
  }

  /** Words near a query that finds nothing. */
  nearer(typed: string): Promise<NearerWords> {
    return findNearerWords(this.#engine, parseSearchQuery(typed), this.#running?.signal);
  }

  async #read(
    typed: string,
    signal: AbortSignal,
  ): Promise<{ hits: SearchHit[]; words: readonly string[]; reading: QueryReading }> {
    const query = parseSearchQuery(typed);
    const hits = query.words.length === 0 ? [] : await this.#engine.search([query], signal);
    if (hits.length > 0) return { hits, words: query.words, reading: 'typed' };
    if (/[“”]/u.test(typed)) {
      const plain = parseSearchQuery(typed.replace(/[“”]/gu, ' '));
      const found = plain.words.length === 0 ? [] : await this.#engine.search([plain], signal);
      if (found.length > 0) return { hits: found, words: plain.words, reading: 'unquoted' };
    }
    if (isPinyinQuery(typed)) {
      const found = await this.#searchPinyin(typed, signal);
      if (found.hits.length > 0) return { ...found, reading: 'pinyin' };
    }
    return { hits: [], words: query.words, reading: 'typed' };
  }

  async #searchPinyin(
    typed: string,
    signal: AbortSignal,
  ): Promise<{ hits: SearchHit[]; words: string[] }> {
    const words = findPinyin(typed, await this.#engine.pinyin(), pinyinWords);
    const queries: SearchQuery[] = words.map(parseSearchQuery);
    const hits = queries.length === 0 ? [] : await this.#engine.search(queries, signal);
    return { hits: hits.filter(({ kind }) => kind === 'project' || kind === 'unit'), words };
  }
}

const importEngine = (address: string): Promise<EngineModule> =>
  import(/* @vite-ignore */ address) as Promise<EngineModule>;

async function fetchBytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const isManifest = address.endsWith('/manifest.bin');
  const response = await fetch(address, { cache: isManifest ? 'no-cache' : 'default' });
  if (!response.ok) {
    throw new Error(`${address}: Unexpected answer ${response.status}, expected the file`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
