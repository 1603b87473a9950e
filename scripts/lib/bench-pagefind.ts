import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { compressedSize, shownHits, type BuiltIndex, type Contestant } from './bench-contestant.ts';
import { serveCounted } from './bench-server.ts';

interface Result {
  readonly id: string;
  readonly data: () => Promise<unknown>;
}

interface BrowserModule {
  createInstance(options: { basePath: string; noWorker: boolean }): {
    search(term: string): Promise<{ readonly results: readonly Result[] }>;
  };
}

/** Records handed to the engine at once. */
const addedTogether = 1000;

/** Pagefind as it comes: texts as they are, indexed as Chinese, queries plain or as a quoted phrase. */
export const shippedPagefind = (quoted: boolean): Contestant => ({
  name: `Pagefind as shipped, ${quoted ? 'quoted' : 'plain'}`,
  build: async ({ records }, folder) => {
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'zh' });
    if (index === undefined) throw new Error(`Pagefind: ${errors.join('; ')}`);
    for (let from = 0; from < records.length; from += addedTogether) {
      const added = records.slice(from, from + addedTogether).map(({ fields }, i) =>
        index.addCustomRecord({
          url: String(from + i),
          content: fields.join('。'),
          language: 'zh',
        }),
      );
      await Promise.all(added);
    }
    await index.writeFiles({ outputPath: folder });
    await index.deleteIndex();
    return openShipped(folder, quoted);
  },
});

async function openShipped(folder: string, quoted: boolean): Promise<BuiltIndex> {
  const numbers = readNumbers(folder);
  const server = await serveCounted(folder);
  const script = join(folder, 'pagefind.js');
  const module = (await import(pathToFileURL(script).href)) as BrowserModule;
  const scriptBytes = compressedSize(readFileSync(script));
  return {
    bytes: folderBytes(folder),
    close: server.close,
    open: () => {
      const before = { sent: server.sent() - scriptBytes, requests: server.requests() - 1 };
      const instance = asChinesePage(() =>
        module.createInstance({ basePath: server.url, noWorker: true }),
      );
      return Promise.resolve({
        fetched: () => server.sent() - before.sent,
        requests: () => server.requests() - before.requests,
        search: async (query) => {
          const { results } = await instance.search(quoted ? `"${query}"` : query);
          await Promise.all(results.slice(0, shownHits).map((result) => result.data()));
          return new Set(results.map(({ id }) => numbers.get(id) ?? -1));
        },
      });
    },
  };
}

/** Which of our records each of the engine's fragments is. */
function readNumbers(folder: string): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const file of readdirSync(join(folder, 'fragment'))) {
    const bytes = gunzipSync(readFileSync(join(folder, 'fragment', file)));
    const { url } = JSON.parse(bytes.toString('utf8').replace('pagefind_dcd', '')) as {
      url: string;
    };
    numbers.set(file.replace('.pf_fragment', ''), Number(url));
  }
  return numbers;
}

/** Runs with a document whose language is Chinese, by which the engine chooses how to cut queries. */
function asChinesePage<T>(run: () => T): T {
  const page = { querySelector: () => ({ getAttribute: () => 'zh-CN' }) };
  Object.defineProperty(globalThis, 'document', { value: page, configurable: true });
  try {
    return run();
  } finally {
    Reflect.deleteProperty(globalThis, 'document');
  }
}

/** Bytes of the files below a folder that a search may fetch, scripts compressed. */
export function folderBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/-ui\.|highlight|worker/u.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .reduce((sum, content) => sum + Math.min(content.length, compressedSize(content)), 0);
}
