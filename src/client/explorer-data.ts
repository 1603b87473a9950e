import {
  shardsFor,
  unpackShard,
  withRegionsBelow,
  type ExplorerManifest,
  type ExplorerProject,
  type ExplorerShard,
  type ExplorerShardEntry,
} from '../format/explorer-file.ts';
import { placeOfProject } from '../format/explorer-address.ts';
import type { SearchFilters } from '../format/search-filters.ts';
import { explorerFilePath, withBase } from '../format/url.ts';

/** Projects read at once, unless the reader asks for all. */
const readAtOnce = 40_000;

/** The projects read for a request, and how many it takes in all. */
export interface ReadProjects {
  readonly projects: readonly ExplorerProject[];
  /** Projects of the chosen regions and years in the archive; more than were read = not all are here. */
  readonly outOf: number;
}

/** The files of the explorer, each read once. */
export class ExplorerStore {
  readonly #base: string;
  #manifest: Promise<ExplorerManifest> | undefined;
  readonly #shards = new Map<string, Promise<readonly ExplorerProject[]>>();

  constructor(base: string) {
    this.#base = base;
  }

  /** What is known before any project is read. */
  manifest(): Promise<ExplorerManifest> {
    this.#manifest ??= this.#fetch<ExplorerManifest>('index').catch((error: unknown) => {
      this.#manifest = undefined;
      throw error;
    });
    return this.#manifest;
  }

  /** The projects of the regions and years a filter chooses, latest year first, as many as are read at once. */
  async read(filters: SearchFilters, all: boolean): Promise<ReadProjects> {
    const manifest = await this.manifest();
    const codes = withRegionsBelow(manifest.regions, filters.region);
    const needed = shardsFor(manifest, codes, filters.year);
    const taken: ExplorerShardEntry[] = [];
    let count = 0;
    for (const shard of needed) {
      if (!all && taken.length > 0 && count + shard.projects > readAtOnce) break;
      taken.push(shard);
      count += shard.projects;
    }
    const lists = await Promise.all(taken.map((shard) => this.#shard(shard)));
    return {
      projects: lists.flat(),
      outOf: needed.reduce((sum, { projects }) => sum + projects, 0),
    };
  }

  /** The projects of some ids in the order of the ids; an id the archive does not have is left out. */
  async byIds(ids: readonly string[]): Promise<ExplorerProject[]> {
    const manifest = await this.manifest();
    const found = await Promise.all(ids.map((id) => this.#find(id, manifest)));
    return found.filter((project) => project !== undefined);
  }

  /** A unit keeps its id when its division gets another code: then the year alone leads to it. */
  async #find(id: string, manifest: ExplorerManifest): Promise<ExplorerProject | undefined> {
    const place = placeOfProject(id);
    if (place === undefined) return undefined;
    for (const codes of [[place.regionCode], []]) {
      const shards = shardsFor(manifest, codes, [place.year]);
      const lists = await Promise.all(shards.map((shard) => this.#shard(shard)));
      const found = lists.flat().find((project) => project.id === id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #shard({ name }: ExplorerShardEntry): Promise<readonly ExplorerProject[]> {
    const known = this.#shards.get(name);
    if (known !== undefined) return known;
    const read = this.#fetch<ExplorerShard>(name).then(unpackShard);
    this.#shards.set(name, read);
    read.catch(() => this.#shards.delete(name));
    return read;
  }

  async #fetch<T>(name: string): Promise<T> {
    const address = withBase(this.#base, explorerFilePath(name));
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: Unexpected ${response.status}, expected a file`);
    return (await response.json()) as T;
  }
}
