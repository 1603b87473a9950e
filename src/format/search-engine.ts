import {
  directoryEntry,
  hitsOf,
  matchingTexts,
  openBlock,
  unitYearsOf,
  type OpenedBlock,
} from './search-block.ts';
import type {
  BlockContext,
  DirectoryFile,
  PinyinFile,
  SearchBlock,
  SearchManifest,
} from './search-files.ts';
import type { SearchHit } from './search-hit.ts';
import { parseSearchQuery, type SearchQuery } from './search-query.ts';
import type { DirectoryEntry } from './search-record.ts';
import { queryWords } from './search-tokens.ts';

/** The part of the engine's browser module that is used. */
export interface EngineModule {
  createInstance(options: { basePath: string; noWorker?: boolean }): EngineInstance;
}

/** One opened index of the engine. */
export interface EngineInstance {
  search(term: string): Promise<{ readonly results: readonly { readonly id: string }[] }>;
}

/** What the search needs from outside. */
export interface SearchSurroundings {
  /** Absolute address of the engine's bundle, ending in a slash. */
  readonly bundle: string;
  readonly importEngine: (address: string) => Promise<EngineModule>;
  readonly fetchBytes: (address: string) => Promise<Uint8Array<ArrayBuffer>>;
  /**
   * How many requests have failed so far, the engine's own among them. The engine is silent about a
   * part of its index that did not arrive and answers as if nothing stood there.
   */
  readonly failures: () => number;
}

/** With this many candidate blocks or fewer, opening them is cheaper than asking the engine again. */
const fewBlocks = 20;

/** Blocks opened at the same time, and between two looks at whether the search is still wanted. */
const together = 24;

/**
 * Exact search over the archive. The engine names the blocks that may contain the query; the texts
 * in them decide. Every record that contains all the words is found, and no other.
 */
export class SearchEngine {
  readonly #surroundings: SearchSurroundings;
  readonly #files = new Map<string, Promise<unknown>>();
  readonly #opened = new Map<string, Promise<OpenedBlock>>();
  #instance: Promise<EngineInstance> | undefined;

  constructor(surroundings: SearchSurroundings) {
    this.#surroundings = surroundings;
  }

  /** What is known of the archive before any query. */
  manifest(): Promise<SearchManifest> {
    return this.#read<SearchManifest>('manifest');
  }

  /**
   * Every record that contains all words of at least one of the queries, in no particular order.
   * @throws the signal's reason when the search is no longer wanted; an error when a file is missing
   */
  async search(alternatives: readonly SearchQuery[], signal?: AbortSignal): Promise<SearchHit[]> {
    const ids = new Set<string>();
    for (const { words } of alternatives) {
      for (const id of await this.#candidates(words, signal)) ids.add(id);
    }
    const hits: SearchHit[] = [];
    const all = [...ids];
    for (let from = 0; from < all.length; from += together) {
      signal?.throwIfAborted();
      const part = all.slice(from, from + together).map((id) => this.#open(id));
      for (const opened of await Promise.all(part)) {
        const texts = matchingTexts(opened, alternatives);
        if (texts.length === 0) continue;
        const entryOf = await this.#directory(unitYearsOf(opened, texts));
        for (const hit of hitsOf(opened, texts, alternatives, entryOf)) hits.push(hit);
      }
    }
    return hits;
  }

  /** Whether any record contains all the words. */
  async finds(words: readonly string[], signal?: AbortSignal): Promise<boolean> {
    const query = { ...parseSearchQuery(''), words };
    for (const id of await this.#candidates(words, signal)) {
      if (matchingTexts(await this.#open(id), [query]).length > 0) return true;
    }
    return false;
  }

  /** Project and levels of an indicator that was found; undefined for other kinds. */
  async context(hit: SearchHit): Promise<{ project: string; levels: string } | undefined> {
    if (hit.kind !== 'indicator') return undefined;
    const file = await this.#read<BlockContext>(`${hit.block}.context`);
    return {
      project: file.projects[file.project[hit.at] ?? -1] ?? '',
      levels: file.levels[file.level[hit.at] ?? -1] ?? '',
    };
  }

  /** All names with their pinyin. */
  async pinyin(): Promise<PinyinFile[]> {
    const { pinyinParts, digest } = await this.manifest();
    const parts = Array.from({ length: pinyinParts }, (_, i) =>
      this.#read<PinyinFile>(`pinyin-${digest}-${i}`),
    );
    return Promise.all(parts);
  }

  /** Ids of the blocks that have every pair of the words, and perhaps the words. */
  async #candidates(words: readonly string[], signal?: AbortSignal): Promise<string[]> {
    let ids: Set<string> | undefined;
    for (const word of queryWords(words)) {
      signal?.throwIfAborted();
      const results = await this.#ask(word);
      const before: Set<string> | undefined = ids;
      const found = results.map(({ id }) => id);
      ids = new Set(before === undefined ? found : found.filter((id) => before.has(id)));
      if (ids.size <= fewBlocks) break;
    }
    return [...(ids ?? [])].sort();
  }

  /** Blocks that have a word. Asks once more when a part of the index did not arrive, then refuses. */
  async #ask(word: string, isRepeated = false): Promise<readonly { readonly id: string }[]> {
    const { failures } = this.#surroundings;
    const failedBefore = failures();
    try {
      const instance = await (this.#instance ??= this.#start());
      const { results } = await instance.search(word);
      if (failures() === failedBefore) return results;
    } catch (error) {
      this.#instance = undefined;
      if (isRepeated) throw error;
    }
    if (!isRepeated) return this.#ask(word, true);
    throw new Error(
      'Unexpected loss of a part of the search index, expected all of it. Try again.',
    );
  }

  async #start(): Promise<EngineInstance> {
    const { bundle, importEngine } = this.#surroundings;
    const engine = await importEngine(`${bundle}pagefind.js`);
    return engine.createInstance({ basePath: bundle, noWorker: true });
  }

  #open(id: string): Promise<OpenedBlock> {
    const known = this.#opened.get(id);
    if (known !== undefined) return known;
    const opened = this.#read<SearchBlock>(id).then((block) => openBlock(id, block));
    this.#opened.set(id, opened);
    opened.catch(() => this.#opened.delete(id));
    return opened;
  }

  async #directory(unitYears: Iterable<number>): Promise<(unitYear: number) => DirectoryEntry> {
    const { directorySize, digest } = await this.manifest();
    const needed = new Set(Array.from(unitYears, (i) => Math.floor(i / directorySize)));
    const files = new Map<number, DirectoryFile>();
    await Promise.all(
      Array.from(needed, async (part) => {
        files.set(part, await this.#read<DirectoryFile>(`directory-${digest}-${part}`));
      }),
    );
    return (unitYear) => {
      const file = files.get(Math.floor(unitYear / directorySize));
      if (file === undefined) throw new Error(`Unexpected unit-year ${unitYear} without a file`);
      return directoryEntry(file, unitYear % directorySize);
    };
  }

  #read<T>(name: string): Promise<T> {
    const known = this.#files.get(name) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const { bundle, fetchBytes } = this.#surroundings;
    const address = `${bundle}archive/${name}.bin`;
    const file = fetchBytes(address)
      .catch(() => fetchBytes(address))
      .then((bytes) => readJson<T>(bytes));
    this.#files.set(name, file);
    file.catch(() => this.#files.delete(name));
    return file;
  }
}

/** The value of gzipped JSON. */
async function readJson<T>(bytes: Uint8Array<ArrayBuffer>): Promise<T> {
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(plain).json()) as T;
}
