import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/import.ts';
import { extractDocument } from '../../src/extract/index.ts';
import { ImportRefusal } from '../../src/extract/refusal.ts';
import { formatFixture, hostileFiles } from '../lib/hostile-files.ts';
import { memoryDisk } from '../lib/import-effects.ts';

/** Mutated inputs of each format; `HOSTILE_RUNS=800` tries over 5,000. */
const numRuns = Number(process.env['HOSTILE_RUNS'] ?? 12);

describe('hostile files', () => {
  test('sixty kinds are tried', () => {
    expect(hostileFiles.length).toBeGreaterThanOrEqual(60);
    expect(new Set(hostileFiles.map(([name]) => name)).size).toBe(hostileFiles.length);
  });

  test.each(hostileFiles)(
    '%s is refused and leaves nothing',
    async (_, bytes, words) => {
      const disk = memoryDisk({ 'in/file': bytes });
      expect(await run(['in/file'], disk)).toBe(1);
      expect(disk.printed.at(-1)).toBe('Nothing was written.');
      expect(disk.printed.join('\n')).toContain(words);
      expect(disk.written).toEqual([]);
    },
    30_000,
  );
});

type Mutation = readonly [
  kind: 'flip' | 'cut' | 'drop' | 'repeat' | 'zero',
  at: number,
  size: number,
];

/** Bytes with one stretch changed; `at` is a share of the length. */
function mutate(bytes: Uint8Array, [kind, share, size]: Mutation): Uint8Array {
  const at = Math.floor(share * bytes.length);
  const before = bytes.subarray(0, at);
  const stretch = bytes.slice(at, at + size);
  const after = bytes.subarray(at + size);
  if (kind === 'cut') return before.slice();
  if (kind === 'drop') return Buffer.concat([before, after]);
  if (kind === 'repeat') return Buffer.concat([before, stretch, stretch, after]);
  const changed = stretch.map((byte, i) => (kind === 'zero' ? 0 : byte ^ ((i * 37 + size) & 255)));
  return Buffer.concat([before, changed, after]);
}

const mutations = fc.array(
  fc.tuple(
    fc.constantFrom('flip', 'cut', 'drop', 'repeat', 'zero'),
    fc.double({ min: 0, max: 0.999, noNaN: true }),
    fc.integer({ min: 1, max: 400 }),
  ),
  { minLength: 1, maxLength: 4 },
);

describe('mutated files', () => {
  test.each([
    'example.txt',
    'gb18030.txt',
    'example.html',
    'example.docx',
    'example.xlsx',
    'example.xls',
    'unembedded.pdf',
  ])(
    '%s, changed anywhere, is read or refused and never breaks the reader',
    async (name) => {
      const bytes = formatFixture(name);
      const counts = { tried: 0, read: 0, refused: 0 };
      await fc.assert(
        fc.asyncProperty(mutations, async (changes) => {
          counts.tried += 1;
          try {
            const document = await extractDocument(changes.reduce(mutate, bytes));
            expect(document.blocks.length).toBeGreaterThan(0);
            counts.read += 1;
          } catch (error) {
            expect(error).toBeInstanceOf(ImportRefusal);
            counts.refused += 1;
          }
        }),
        { numRuns, seed: 20_240_101 },
      );
      expect(counts.read + counts.refused).toBe(counts.tried);
      if (numRuns > 100) console.log(name, counts);
    },
    numRuns * 5000 + 60_000,
  );
});
