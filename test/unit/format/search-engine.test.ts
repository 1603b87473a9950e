import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { SearchEngine } from '../../../src/format/search-engine.ts';
import { parseSearchQuery } from '../../../src/format/search-query.ts';

const files: Record<string, unknown> = {
  manifest: {
    parts: [{ id: 'all', digest: '', records: 2, regions: '', year: null }],
    pairs: { digest: '', bits: 0 },
    pinyin: { digest: '', files: 0, leftOut: 0 },
    directorySize: 2,
  },
  a: {
    kind: 'subject',
    texts: ['就业补助', '就业管理'],
    id: ['20807', '20801'],
    regions: [[], []],
    years: [[], []],
    count: [1, 2],
  },
};

/** A search whose engine answers every question with block `a`, after a number of lost answers. */
function open(lost: number, broken = 0) {
  let failed = 0;
  let asked = 0;
  const search = (word: string) => {
    if (word === '') return Promise.resolve({ results: [] });
    asked += 1;
    if (asked <= broken) return Promise.reject(new Error('no pointer'));
    if (asked > broken + lost) return Promise.resolve({ results: [{ id: 'a' }] });
    failed += 1;
    return Promise.resolve({ results: [] });
  };
  return new SearchEngine({
    bundle: 'http://localhost/',
    importEngine: () => Promise.resolve({ createInstance: () => ({ search }) }),
    failures: () => failed,
    fetchBytes: (address) => {
      const name = /archive\/(.*)\.bin$/u.exec(address)?.[1] ?? '';
      return Promise.resolve(new Uint8Array(gzipSync(JSON.stringify(files[name]))));
    },
  });
}

const idsOf = async (engine: SearchEngine): Promise<string[]> =>
  (await engine.search([parseSearchQuery('就业补')])).map(({ entity }) => entity);

describe('SearchEngine', () => {
  test('the texts decide, not the engine', async () => {
    expect(await idsOf(open(0))).toEqual(['20807']);
  });

  test('a part of the index that did not arrive is asked for again', async () => {
    expect(await idsOf(open(1))).toEqual(['20807']);
    expect(await idsOf(open(0, 1))).toEqual(['20807']);
  });

  test('a part that does not arrive twice is an error, not an empty answer', async () => {
    await expect(idsOf(open(2))).rejects.toThrow(
      'Unexpected loss of a piece of the search index of all',
    );
    await expect(idsOf(open(0, 2))).rejects.toThrow('no pointer');
  });

  test('a search that is no longer wanted ends', async () => {
    const stop = AbortSignal.abort();
    await expect(open(0).search([parseSearchQuery('就业')], stop)).rejects.toThrow('abort');
  });
});
