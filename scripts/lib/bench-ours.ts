import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SearchEngine, type EngineModule } from '../../src/format/search-engine.ts';
import { hitRecordId, type SearchHit } from '../../src/format/search-hit.ts';
import { parseSearchQuery } from '../../src/format/search-query.ts';
import type { SearchRecord } from '../../src/format/search-record.ts';
import { compressedSize, shownHits, type Contestant } from './bench-contestant.ts';
import { folderBytes } from './bench-pagefind.ts';
import { serveCounted } from './bench-server.ts';
import type { SearchCorpus } from './bench-corpus.ts';
import { writeSearchIndex } from './write-search-index.ts';

/** Our own scripts for searching, minified and compressed: the worker of the search page. */
const ownScript = 4_900;

/** The search of the archive: the same engine over blocks, with the texts compared. */
export const ours: Contestant = {
  name: 'ours',
  build: async (corpus, folder) => {
    const regions = new Set(corpus.directory.map(({ regionCode }) => regionCode));
    await writeSearchIndex(
      {
        ...corpus,
        regions: Array.from(regions, (code) => [code, code, ''] as const),
        subjects: [],
        tables: [],
        readSyllables: (name) => Array.from(name),
      },
      folder,
    );
    const numbers = numberHits(corpus);
    const server = await serveCounted(folder);
    const script = join(folder, 'pagefind.js');
    const scripts = ownScript + compressedSize(readFileSync(script));
    return {
      bytes: folderBytes(folder),
      close: server.close,
      open: async () => {
        const before = server.sent() - scripts;
        const engine = new SearchEngine({
          bundle: server.url,
          importEngine: () => import(pathToFileURL(script).href) as Promise<EngineModule>,
          failures: () => 0,
          fetchBytes: async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer()),
        });
        await engine.manifest();
        return {
          fetched: () => server.sent() - before,
          search: async (query) => {
            const hits = await engine.search([parseSearchQuery(query)]);
            hits.sort((a, b) => a.rank - b.rank);
            await Promise.all(hits.slice(0, shownHits).map((hit) => engine.context(hit)));
            return new Set(hits.map((hit) => numbers.get(keyOfHit(hit)) ?? -1));
          },
        };
      },
    };
  },
};

/** The number of each record by what a hit says of it. */
function numberHits({ records, directory }: SearchCorpus): Map<string, number> {
  const keyOf = (record: SearchRecord): string => {
    if ('id' in record) return `${record.kind} ${record.id}`;
    const entry = directory[record.unitYear];
    const id =
      record.kind === 'line'
        ? `${entry?.unitId}-${entry?.year}-budget/${record.tableId}/${record.n}`
        : `${entry?.unitId}-${entry?.year}-budget-p${record.n}`;
    return `${record.kind} ${id} ${record.indicator}`;
  };
  return new Map(records.map((record, i) => [keyOf(record), i]));
}

const keyOfHit = (hit: SearchHit): string =>
  hit.entry === null
    ? `${hit.kind} ${hit.entity}`
    : `${hit.kind} ${hitRecordId(hit)} ${hit.indicator}`;
