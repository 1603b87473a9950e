import {
  type FindingManifest,
  type FindingShard,
  type FindingShardEntry,
  type ListedFinding,
  sortFindings,
  unpackFindings,
} from '../format/finding-file.ts';
import { type FindingFilters, findingShardsFor } from '../format/finding-filters.ts';
import { findingsFilePath, withBase } from '../format/url.ts';

/** Findings read at once; a choice of more is to be narrowed by region or year first. */
const readAtOnce = 20_000;

/** The findings of a region and year in the order of attention; null = too many to be read at once. */
export interface ReadFindings {
  readonly findings: readonly ListedFinding[] | null;
  /** Findings of the region and year in the archive. */
  readonly outOf: number;
}

/** The files of the list of findings, each read once. */
export class FindingStore {
  readonly #base: string;
  readonly #files = new Map<string, Promise<unknown>>();
  #read: { readonly key: string; readonly findings: readonly ListedFinding[] } | undefined;

  constructor(base: string) {
    this.#base = base;
  }

  /** What is known before any finding is read. */
  manifest(): Promise<FindingManifest> {
    return this.#file<FindingManifest>('index');
  }

  /** The findings of the region and year that filters choose. */
  async read(filters: FindingFilters): Promise<ReadFindings> {
    const shards = findingShardsFor(await this.manifest(), filters);
    const outOf = shards.reduce((sum, { findings }) => sum + findings, 0);
    if (outOf > readAtOnce) return { findings: null, outOf };
    const key = shards.map(({ name }) => name).join();
    if (this.#read?.key !== key) this.#read = { key, findings: await this.#all(shards) };
    return { findings: this.#read.findings, outOf };
  }

  async #all(shards: readonly FindingShardEntry[]): Promise<ListedFinding[]> {
    const files = await Promise.all(shards.map(({ name }) => this.#file<FindingShard>(name)));
    return sortFindings(files.flatMap(unpackFindings));
  }

  #file<T>(name: string): Promise<T> {
    const known = this.#files.get(name);
    if (known !== undefined) return known as Promise<T>;
    const read = readJson<T>(withBase(this.#base, findingsFilePath(name)));
    this.#files.set(name, read);
    read.catch(() => this.#files.delete(name));
    return read;
  }
}

async function readJson<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: Unexpected ${response.status}, expected a file`);
  return (await response.json()) as T;
}
