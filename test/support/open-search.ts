import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SearchEngine, type EngineModule } from '../../src/format/search-engine.ts';
import { countFailures } from '../../src/format/search-failures.ts';
import { serveDirectory } from '../lib/serve.ts';

/** A built search index, opened as a browser would: over HTTP, by the engine's own module. */
export interface OpenedSearch {
  readonly engine: SearchEngine;
  readonly close: () => Promise<void>;
}

/** Serves a built site and opens its search. */
export async function openSearch(siteDir: string): Promise<OpenedSearch> {
  const server = await serveDirectory(siteDir);
  const engine = new SearchEngine({
    bundle: `${server.url.replace(/\/$/u, '')}/pagefind/`,
    importEngine: () =>
      import(pathToFileURL(join(siteDir, 'pagefind/pagefind.js')).href) as Promise<EngineModule>,
    failures: countFailures(),
    fetchBytes: async (address) => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  });
  return { engine, close: () => server.close() };
}
