import {
  directoryEntry,
  hitsOf,
  matchingTexts,
  openBlock,
  unitYearsOf,
  type OpenedBlock,
} from './search-block.ts';
import type { EngineLoader } from './search-engine-loader.ts';
import { FileCache } from './search-file-cache.ts';
import type { BlockContext, DirectoryFile, SearchBlock, SearchPart } from './search-files.ts';
import type { SearchHit } from './search-hit.ts';
import type { SearchQuery } from './search-query.ts';
import type { DirectoryEntry } from './search-record.ts';
import type { EngineInstance, SearchSurroundings } from './search-surroundings.ts';
import { queryWords } from './search-tokens.ts';

/** With this many candidate blocks or fewer, opening them is cheaper than asking the engine again. */
const fewBlocks = 20;

/** Blocks opened at the same time, and between two looks at whether the search is still wanted. */
const together = 24;

/**
 * Exact search over one part of the archive. The engine names the blocks that may contain the query;
 * the texts in them decide. Every record that contains all the words is found, and no other.
 */
export class PartIndex {
  readonly #part: SearchPart;
  readonly #folder: string;
  readonly #directorySize: number;
  readonly #failures: SearchSurroundings['failures'];
  readonly #loader: EngineLoader;
  readonly #files: FileCache;
  readonly #opened = new Map<string, Promise<OpenedBlock>>();
  #instance: Promise<EngineInstance> | undefined;

  constructor(
    part: SearchPart,
    directorySize: number,
    surroundings: SearchSurroundings,
    loader: EngineLoader,
  ) {
    this.#part = part;
    this.#directorySize = directorySize;
    this.#failures = surroundings.failures;
    this.#loader = loader;
    this.#folder = `${surroundings.bundle}${part.id}/`;
    this.#files = new FileCache(`${this.#folder}archive/`, surroundings);
  }

  /**
   * Every record of the part that contains all words of at least one of the queries, in no
   * particular order.
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
      const some = all.slice(from, from + together).map((id) => this.#open(id));
      for (const opened of await Promise.all(some)) {
        const texts = matchingTexts(opened, alternatives);
        if (texts.length === 0) continue;
        const entryOf = await this.#directory(unitYearsOf(opened, texts));
        for (const hit of hitsOf(opened, texts, alternatives, entryOf)) {
          hits.push({ ...hit, part: this.#part.id });
        }
      }
    }
    return hits;
  }

  /** Whether any record of the part contains all words of the query. */
  async finds(query: SearchQuery, signal?: AbortSignal): Promise<boolean> {
    for (const id of await this.#candidates(query.words, signal)) {
      if (matchingTexts(await this.#open(id), [query]).length > 0) return true;
    }
    return false;
  }

  /** Project and levels of an indicator that was found in this part. */
  async context({ block, at }: SearchHit): Promise<{ project: string; levels: string }> {
    const file = await this.#files.read<BlockContext>(`${block}.context`);
    return {
      project: file.projects[file.project[at] ?? -1] ?? '',
      levels: file.levels[file.level[at] ?? -1] ?? '',
    };
  }

  /** Lets go what was read of the part but the engine, which nothing frees; it is read anew when asked. */
  forget(): void {
    this.#files.clear();
    this.#opened.clear();
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

  /** Blocks that have a word. Asks once more when a piece of the index did not arrive, then refuses. */
  async #ask(word: string, isRepeated = false): Promise<readonly { readonly id: string }[]> {
    const failedBefore = this.#failures(this.#folder);
    try {
      const instance = await (this.#instance ??= this.#loader.open(
        this.#folder,
        this.#part.digest,
      ));
      const { results } = await instance.search(word);
      if (this.#failures(this.#folder) === failedBefore) return results;
    } catch (error) {
      this.#instance = undefined;
      if (isRepeated) throw error;
    }
    if (!isRepeated) return this.#ask(word, true);
    throw new Error(
      `Unexpected loss of a piece of the search index of ${this.#part.id}, expected all of it. Try again.`,
    );
  }

  #open(id: string): Promise<OpenedBlock> {
    const known = this.#opened.get(id);
    if (known !== undefined) return known;
    const opened = this.#files.read<SearchBlock>(id).then((block) => openBlock(id, block));
    this.#opened.set(id, opened);
    opened.catch(() => this.#opened.delete(id));
    return opened;
  }

  async #directory(unitYears: Iterable<number>): Promise<(unitYear: number) => DirectoryEntry> {
    const size = this.#directorySize;
    const needed = new Set(Array.from(unitYears, (i) => Math.floor(i / size)));
    const files = new Map<number, DirectoryFile>();
    await Promise.all(
      Array.from(needed, async (n) => {
        const name = `directory-${this.#part.digest}-${n}`;
        files.set(n, await this.#files.read<DirectoryFile>(name));
      }),
    );
    return (unitYear) => {
      const file = files.get(Math.floor(unitYear / size));
      if (file === undefined) throw new Error(`Unexpected unit-year ${unitYear} without a file`);
      return directoryEntry(file, unitYear % size);
    };
  }
}
