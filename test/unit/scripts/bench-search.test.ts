import { listContestants } from '../../../scripts/lib/bench-compare.ts';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { run } from '../../../scripts/bench-search.ts';
import { synthesiseCorpus } from '../../../scripts/lib/bench-corpus.ts';
import { regionFileSchema } from '../../../src/schema/region.ts';

describe('bench-search', () => {
  test('our search finds all and only what contains the query, on any corpus', async () => {
    const printed: string[] = [];
    const args = [
      '--records',
      '500,2000',
      '--queries',
      '40',
      '--only',
      'ours',
      '--everything',
      '300',
      '--parts',
      '1,5',
    ];
    await run(args, { print: (line) => void printed.push(line) });
    const rows = printed
      .join('\n')
      .split('\n')
      .filter((line) => line.startsWith('| ours'));
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row.split(' | ').slice(2, 4)).toEqual(['1.000', '1.000']);
  });
});

describe('synthesiseCorpus', () => {
  const text = readFileSync('content/regions.json', 'utf8');
  const { regions } = regionFileSchema.parse(JSON.parse(text));

  test('the same seed gives the same corpus, another seed another', () => {
    const once = JSON.stringify(synthesiseCorpus(500, regions, 1));
    expect(JSON.stringify(synthesiseCorpus(500, regions, 1))).toBe(once);
    expect(JSON.stringify(synthesiseCorpus(500, regions, 2))).not.toBe(once);
  });

  test('a longer corpus begins with the shorter one', () => {
    const long = synthesiseCorpus(2000, regions).records;
    expect(long).toHaveLength(2000);
    expect(synthesiseCorpus(700, regions).records).toEqual(long.slice(0, 700));
  });
});

describe('listContestants', () => {
  test('chooses by the beginning of a name, all without one', () => {
    expect(listContestants('ours').map(({ name }) => name)).toEqual(['ours']);
    expect(listContestants('Pagefind')).toHaveLength(2);
    expect(listContestants('')).toHaveLength(6);
  });

  test('a name nobody has is refused, with the names there are', () => {
    expect(() => listContestants('theirs')).toThrow(
      'Unexpected --only "theirs", expected the beginning of one of: ours · ',
    );
  });
});
