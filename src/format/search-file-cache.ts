import type { SearchSurroundings } from './search-surroundings.ts';

/** Files of gzipped JSON in one folder, each fetched once, and once more when it did not arrive. */
export class FileCache {
  readonly #folder: string;
  readonly #fetchBytes: SearchSurroundings['fetchBytes'];
  readonly #files = new Map<string, Promise<unknown>>();

  /** @param folder absolute address, ending in a slash */
  constructor(folder: string, { fetchBytes }: SearchSurroundings) {
    this.#folder = folder;
    this.#fetchBytes = fetchBytes;
  }

  /**
   * The value of a file, whose name is without its ending.
   * @throws when the file does not arrive the second time either; the next call asks again
   */
  read<T>(name: string): Promise<T> {
    const known = this.#files.get(name) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const address = `${this.#folder}${name}.bin`;
    const file = this.#fetchBytes(address)
      .catch(() => this.#fetchBytes(address))
      .then((bytes) => readJson<T>(bytes));
    this.#files.set(name, file);
    file.catch(() => this.#files.delete(name));
    return file;
  }

  /** Lets all files go. */
  clear(): void {
    this.#files.clear();
  }
}

/** The value of gzipped JSON. */
async function readJson<T>(bytes: Uint8Array<ArrayBuffer>): Promise<T> {
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(plain).json()) as T;
}
