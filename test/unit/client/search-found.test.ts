import { describe, expect, test } from 'vitest';
import { FoundHits } from '../../../src/client/search-found.ts';
import type { PartAnswer, SearchEngine } from '../../../src/format/search-engine.ts';
import type { SearchManifest, SearchPart } from '../../../src/format/search-files.ts';
import { listRegionsAbove, noFilters } from '../../../src/format/search-filters.ts';
import { boundsOfPart } from '../../../src/archive/search-parts.ts';
import { exampleHit } from '../../support/example-hit.ts';
import { exampleRegions } from '../../support/example-parts.ts';

const above = listRegionsAbove(exampleRegions);
const manifest = { regions: exampleRegions } as unknown as SearchManifest;
const parts: SearchPart[] = ['98-2024', '99-2024', '99-2023'].map((id) => ({
  id,
  digest: 'd',
  records: 2,
  ...boundsOfPart(id),
}));

/** Hits over an engine whose every part answers with two hits, but for those that are lost. */
function open(lost: ReadonlySet<string> = new Set()) {
  const asked: string[] = [];
  const engine: Pick<SearchEngine, 'searchParts'> = {
    async *searchParts(wanted): AsyncGenerator<PartAnswer> {
      for (const part of wanted) {
        asked.push(part.id);
        const isLost = await Promise.resolve(lost.has(part.id));
        if (isLost) yield { part, error: new Error(part.id) };
        else yield { part, hits: [1, 2].map((n) => exampleHit({ n, part: part.id })) };
      }
    },
  };
  const found = new FoundHits(engine as SearchEngine, [], parts, () => true);
  const search = async (enough: number, filters = noFilters): Promise<void> =>
    found.search(filters, above, enough, new AbortController().signal, () => undefined);
  const coverage = (filters = noFilters) => found.coverage(filters, above, manifest, false);
  return { found, search, coverage, asked };
}

describe('FoundHits', () => {
  test('searches every part once, also when asked again', async () => {
    const { found, search, coverage, asked } = open();
    await search(100);
    await search(100);
    expect(asked).toEqual(['98-2024', '99-2024', '99-2023']);
    expect(found.count()).toBe(6);
    expect(found.hits()).toHaveLength(6);
    expect(coverage()).toEqual({
      parts: 3,
      searched: 3,
      lost: 0,
      outside: 0,
      paused: false,
      uncounted: { region: [], year: [] },
    });
  });

  test('pauses when there is enough, says so, and goes on from there', async () => {
    const { found, search, coverage, asked } = open();
    await search(3);
    expect(found.count()).toBe(4);
    expect(coverage()).toMatchObject({ parts: 3, searched: 2, paused: true });
    await search(100);
    expect(asked).toEqual(['98-2024', '99-2024', '99-2023']);
    expect(coverage()).toMatchObject({ searched: 3, paused: false });
  });

  test('leaves the parts outside the filters alone until a wider view needs them', async () => {
    const { search, coverage, asked } = open();
    const east = { ...noFilters, region: ['980000'] };
    await search(100, east);
    expect(asked).toEqual(['98-2024']);
    expect(coverage(east)).toEqual({
      parts: 1,
      searched: 1,
      lost: 0,
      outside: 2,
      paused: false,
      uncounted: { region: ['990000'], year: [] },
    });
    await search(100);
    expect(asked).toEqual(['98-2024', '99-2024', '99-2023']);
  });

  test('counts a part that is lost, keeps the others, and asks for it again', async () => {
    const lost = new Set(['99-2024']);
    const { found, search, coverage, asked } = open(lost);
    await search(100);
    expect(found.count()).toBe(4);
    expect(coverage()).toMatchObject({
      parts: 3,
      searched: 3,
      lost: 1,
      paused: false,
      uncounted: { region: ['990000'], year: ['2024'] },
    });
    expect(found.errors().map(({ message }) => message)).toEqual(['99-2024']);
    lost.clear();
    await search(100);
    expect(asked.slice(3)).toEqual(['99-2024']);
    expect(coverage()).toMatchObject({ lost: 0 });
    expect(found.count()).toBe(6);
  });
});
