/** The part of the engine's browser module that is used. */
export interface EngineModule {
  createInstance(options: {
    basePath: string;
    noWorker?: boolean;
    metaCacheTag?: string;
  }): EngineInstance;
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
   * How many requests below an address have failed so far, the engine's own among them. The engine
   * is silent about a piece of its index that did not arrive and answers as if nothing stood there.
   */
  readonly failures: (under: string) => number;
}
