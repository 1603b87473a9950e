import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { wholePart } from '../../src/archive/part-of.ts';
import { SearchEngine } from '../../src/format/search-engine.ts';
import { watchRequests } from '../../src/format/search-failures.ts';
import { hitRecordId, type SearchHit } from '../../src/format/search-hit.ts';
import { parseSearchQuery } from '../../src/format/search-query.ts';
import type { EntityRecord, SearchRecord } from '../../src/format/search-record.ts';
import type { EngineModule } from '../../src/format/search-surroundings.ts';
import { compressedSize, shownHits, type Contestant } from './bench-contestant.ts';
import type { SearchCorpus } from './bench-corpus.ts';
import { folderBytes } from './bench-pagefind.ts';
import { serveCounted } from './bench-server.ts';
import { joinIndexes } from './join-search.ts';
import type { BuiltPart } from './join-search-names.ts';
import { inSearchFolder } from './search-place.ts';
import { searchFolder } from './open-part-search.ts';
import { writeSearchPart } from './write-search-part.ts';

/** Our own scripts for searching, minified and compressed: the worker of the search page. */
const ownScript = 6_000;

/** Each session watches the requests anew, as a fresh browser would. */
const plainFetch = globalThis.fetch;

const readSyllables = (name: string): string[] => Array.from(name);

/** The search of the archive, cut into a number of parts: the same engine over blocks, with the texts compared. */
export const ours = (parts: number): Contestant => ({
  name: parts === 1 ? 'ours' : `ours, ${parts} parts`,
  build: async (corpus, folder) => {
    const site = join(folder, 'site');
    await buildIndex(corpus, parts, folder, site);
    const numbers = numberHits(corpus);
    const server = await serveCounted(site);
    const script = join(site, 'pagefind.js');
    const scripts = ownScript + compressedSize(readFileSync(script));
    return {
      bytes: folderBytes(site),
      close: server.close,
      open: async () => {
        globalThis.fetch = plainFetch;
        const { failures } = watchRequests(server.url);
        const before = { sent: server.sent() - scripts, requests: server.requests() - 2 };
        const engine = new SearchEngine({
          bundle: server.url,
          importEngine: () => import(pathToFileURL(script).href) as Promise<EngineModule>,
          failures,
          fetchBytes: async (address) => new Uint8Array(await (await fetch(address)).arrayBuffer()),
        });
        await engine.manifest();
        return {
          fetched: () => server.sent() - before.sent,
          requests: () => server.requests() - before.requests,
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
});

/** Builds the parts, each of neighbouring places, and joins them as a build of the archive does. */
async function buildIndex(
  { records, directory }: SearchCorpus,
  parts: number,
  folder: string,
  site: string,
): Promise<void> {
  const built: BuiltPart[] = [];
  for (const [i, part] of cutCorpus({ records, directory }, parts).entries()) {
    const id = parts === 1 ? wholePart : `${10 + Math.floor(i / 100)}-${2000 + (i % 100)}`;
    const partFolder = join(folder, 'parts', id);
    await writeSearchPart(
      { ...part, readSyllables, isDivided: parts > 1 },
      join(partFolder, searchFolder),
    );
    built.push({ id, folder: partFolder });
  }
  const regions = new Set(directory.map(({ regionCode }) => regionCode));
  const source = {
    entities: records.filter((record): record is EntityRecord => 'id' in record),
    regions: Array.from(regions, (code) => [code, code, ''] as const),
    subjects: [],
    tables: [],
    readSyllables,
  };
  await inSearchFolder(site, async (place) => joinIndexes(built, source, place));
}

/** The unit-years of a corpus in parts of about the same number, in the order of their places. */
function cutCorpus({ records, directory }: SearchCorpus, parts: number): SearchCorpus[] {
  const ordered = [...directory.keys()].sort((a, b) => {
    const [left, right] = [directory[a], directory[b]];
    return Number(left?.regionCode ?? 0) - Number(right?.regionCode ?? 0) || a - b;
  });
  const size = Math.ceil(ordered.length / parts);
  const places = new Map(
    ordered.map((unitYear, i) => [unitYear, [Math.floor(i / size), i % size]]),
  );
  const cut: { records: SearchRecord[]; directory: SearchCorpus['directory'] }[] = Array.from(
    { length: Math.ceil(ordered.length / size) },
    (_, part) => ({
      records: [],
      directory: ordered.slice(part * size, (part + 1) * size).flatMap((i) => directory[i] ?? []),
    }),
  );
  for (const record of records) {
    if ('id' in record) continue;
    const [part = 0, unitYear = 0] = places.get(record.unitYear) ?? [];
    cut[part]?.records.push({ ...record, unitYear });
  }
  return cut;
}

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
