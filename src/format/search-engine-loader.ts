import type { EngineInstance, EngineModule, SearchSurroundings } from './search-surroundings.ts';

/**
 * Opens indexes of the engine. All of them share one program, which the engine would start once for
 * each index that is opened before the first is ready, leaving those in a program that is gone: so the
 * first is opened alone.
 */
export class EngineLoader {
  readonly #surroundings: SearchSurroundings;
  #started: Promise<void> | undefined;

  constructor(surroundings: SearchSurroundings) {
    this.#surroundings = surroundings;
  }

  /**
   * The index in a folder, ready to be asked.
   * @param folder absolute address, ending in a slash
   * @param digest of the index, so that a browser keeps what has not changed
   * @throws when the engine, its program or the index does not arrive
   */
  async open(folder: string, digest: string): Promise<EngineInstance> {
    const { bundle, importEngine } = this.#surroundings;
    const engine = await importEngine(`${bundle}pagefind.js`);
    while (this.#started !== undefined) {
      const isStarted = await this.#started.then(
        () => true,
        () => false,
      );
      if (isStarted) return openIndex(engine, folder, digest);
    }
    const first = openIndex(engine, folder, digest);
    this.#started = first.then(() => undefined);
    this.#started.catch(() => (this.#started = undefined));
    return first;
  }
}

/** Opens an index and waits for it: a query of nothing is answered once the index is there. */
async function openIndex(
  engine: EngineModule,
  basePath: string,
  digest: string,
): Promise<EngineInstance> {
  const instance = engine.createInstance({ basePath, noWorker: true, metaCacheTag: digest });
  await instance.search('');
  return instance;
}
