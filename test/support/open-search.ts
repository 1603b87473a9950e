import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SearchEngine } from '../../src/format/search-engine.ts';
import { watchRequests } from '../../src/format/search-failures.ts';
import type { EngineModule } from '../../src/format/search-surroundings.ts';
import { serveDirectory } from '../lib/serve.ts';

/** A built search index, opened as a browser would: over HTTP, by the engine's own module. */
export interface OpenedSearch {
  readonly engine: SearchEngine;
  readonly close: () => Promise<void>;
}

/** Serves a built site and opens its search. */
export async function openSearch(siteDir: string): Promise<OpenedSearch> {
  const server = await serveDirectory(siteDir);
  const bundle = `${server.url.replace(/\/$/u, '')}/pagefind/`;
  const engine = new SearchEngine({
    bundle,
    importEngine: () =>
      import(pathToFileURL(join(siteDir, 'pagefind/pagefind.js')).href) as Promise<EngineModule>,
    failures: watchRequests(bundle).failures,
    fetchBytes: async (address) => {
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    },
  });
  return { engine, close: () => server.close() };
}
