import type { SearchCoverage } from '../format/search-coverage.ts';
import { SearchEngine } from '../format/search-engine.ts';
import { watchRequests } from '../format/search-failures.ts';
import { listRegionsAbove, type RegionsAbove } from '../format/search-filters.ts';
import type { SearchManifest, SearchPart } from '../format/search-files.ts';
import type { SearchHit } from '../format/search-hit.ts';
import { findNearerWords, type NearerWords } from '../format/search-nearer.ts';
import { findPinyin, isPinyinQuery } from '../format/search-pinyin.ts';
import { parseSearchQuery, type SearchQuery } from '../format/search-query.ts';
import type { EngineModule } from '../format/search-surroundings.ts';
import { viewHits, type SearchView, type ViewRequest } from '../format/search-view.ts';
import { FoundHits } from './search-found.ts';

/** How the letters typed were understood: as typed, without curly quotation marks, or as pinyin. */
export type QueryReading = 'typed' | 'unquoted' | 'pinyin';

/** A view, and when to stop for the present. */
export interface FindRequest extends ViewRequest {
  /** Hits with which the search pauses, so that a query of everything stays usable. */
  readonly enough: number;
}

/** The answer to a query, or what is known of it so far. */
export interface FindAnswer {
  readonly reading: QueryReading;
  /** Words that stand in the hits, for marking them; normalised. */
  readonly words: readonly string[];
  readonly view: SearchView;
  readonly coverage: SearchCoverage;
}

/** Takes what is known so far, some times a second while a search runs. */
export type AnswerProgress = (answer: FindAnswer) => void;

/** Project and levels of an indicator. */
export interface HitContext {
  readonly project: string;
  readonly levels: string;
}

/** Chinese words tried for one query in pinyin. */
const pinyinWords = 8;

/** Milliseconds between two answers of a search that still runs: at first, and when it takes long. */
const progressPause = 250;
const longestPause = 4000;

/** One way to read a query, with what it finds. */
interface Reading {
  readonly reading: QueryReading;
  readonly words: readonly string[];
  readonly found: FoundHits;
}

/** The search of one page: keeps the hits of the last query, so that filters need no new search. */
export class SearchService {
  readonly #engine: SearchEngine;
  #current: Reading | undefined;
  #running: AbortController | undefined;
  #regionsAbove: RegionsAbove | undefined;

  /** @param bundle absolute address of the engine's bundle, ending in a slash */
  constructor(bundle: string) {
    const { failures } = watchRequests(bundle);
    this.#engine = new SearchEngine({ bundle, importEngine, fetchBytes, failures });
  }

  /** What is known of the archive before any query. */
  manifest(): Promise<SearchManifest> {
    return this.#engine.manifest();
  }

  /**
   * Searches and keeps the hits. What was typed is always searched as it stands first; only where
   * that is known to find nothing is it read otherwise. Ends a search that is still running.
   * @throws AbortError when another search began meanwhile; an error when nothing arrived of what was lost
   */
  async find(typed: string, request: FindRequest, progress?: AnswerProgress): Promise<FindAnswer> {
    const signal = this.#begin();
    let first: Reading | undefined;
    for await (const reading of this.#readings(typed, signal)) {
      first ??= reading;
      this.#current = reading;
      const answer = await this.#search(reading, request, signal, progress);
      const { found } = answer.view;
      const { outside, lost } = answer.coverage;
      if (found > 0 || outside > 0 || lost > 0) return answer;
    }
    signal.throwIfAborted();
    this.#current = first;
    return this.view(request);
  }

  /**
   * The hits of the last search in another view; searches on where the view needs it, and asks lost
   * parts again.
   */
  async view(request: FindRequest, progress?: AnswerProgress): Promise<FindAnswer> {
    const signal = this.#begin();
    const reading = this.#current ?? this.#read('typed', [], []);
    return this.#search(reading, request, signal, progress);
  }

  /** Contexts of indicators, in the order of the hits; null for hits of other kinds. */
  contexts(hits: readonly SearchHit[]): Promise<(HitContext | null)[]> {
    return Promise.all(hits.map(async (hit) => (await this.#engine.context(hit)) ?? null));
  }

  /** Words near a query that finds nothing. */
  nearer(typed: string): Promise<NearerWords> {
    return findNearerWords(this.#engine, parseSearchQuery(typed), this.#running?.signal);
  }

  #begin(): AbortSignal {
    this.#running?.abort();
    this.#running = new AbortController();
    return this.#running.signal;
  }

  async #search(
    { reading, words, found }: Reading,
    request: FindRequest,
    signal: AbortSignal,
    progress?: AnswerProgress,
  ): Promise<FindAnswer> {
    const manifest = await this.manifest();
    const above = (this.#regionsAbove ??= listRegionsAbove(manifest.regions));
    const answer = (isRunning: boolean): FindAnswer => ({
      reading,
      words,
      view: viewHits(found.hits(), request, above),
      coverage: found.coverage(request.filters, above, manifest, isRunning),
    });
    let told = performance.now();
    let pause = progressPause;
    await found.search(request.filters, above, request.enough, signal, () => {
      if (progress === undefined || performance.now() - told < pause) return;
      progress(answer(true));
      told = performance.now();
      pause = Math.min(2 * pause, longestPause);
    });
    signal.throwIfAborted();
    const last = answer(false);
    const [error] = found.errors();
    if (error !== undefined && last.coverage.lost === last.coverage.parts) throw error;
    return last;
  }

  /** The ways to read what was typed, in the order they are tried. */
  async *#readings(typed: string, signal: AbortSignal): AsyncGenerator<Reading> {
    yield await this.#open('typed', [parseSearchQuery(typed)], signal);
    if (/[“”]/u.test(typed)) {
      yield await this.#open('unquoted', [parseSearchQuery(typed.replace(/[“”]/gu, ' '))], signal);
    }
    if (isPinyinQuery(typed)) {
      const words = findPinyin(typed, await this.#engine.pinyin(), pinyinWords);
      yield await this.#open('pinyin', words.map(parseSearchQuery), signal);
    }
  }

  async #open(
    reading: QueryReading,
    queries: readonly SearchQuery[],
    signal: AbortSignal,
  ): Promise<Reading> {
    const alternatives = queries.filter(({ words }) => words.length > 0);
    const candidates = await this.#engine.candidates(alternatives, signal);
    return this.#read(reading, alternatives, candidates);
  }

  #read(
    reading: QueryReading,
    alternatives: readonly SearchQuery[],
    candidates: readonly SearchPart[],
  ): Reading {
    const words = [...new Set(alternatives.flatMap((query) => query.words))];
    const keeps = ({ kind }: SearchHit): boolean =>
      reading !== 'pinyin' || kind === 'project' || kind === 'unit';
    const found = new FoundHits(this.#engine, alternatives, candidates, keeps);
    return { reading, words, found };
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
