import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { extractInChild } from '../../../scripts/lib/extract-in-child.ts';
import { extractDocument } from '../../../src/extract/index.ts';
import { ImportRefusal } from '../../../src/extract/refusal.ts';

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/formats', name)));

describe('extractInChild', () => {
  test.each(['example.txt', 'example.xlsx', 'unembedded.pdf'])(
    'reads %s as it is read in this process',
    async (name) => {
      expect(await extractInChild(fixture(name))).toEqual(await extractDocument(fixture(name)));
    },
    30_000,
  );

  test('hands on the refusal of the child', async () => {
    const error: unknown = await extractInChild(new TextEncoder().encode('%PDF-1.7')).catch(
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ImportRefusal);
    expect(String(error)).toContain('Unexpected PDF file that is cut off');
  }, 30_000);

  test.each([
    ['takes too long', { seconds: 0.01, megabytes: 500 }, 'more than 0.01 seconds'],
    ['takes too much memory', { seconds: 20, megabytes: 8 }, 'more than 8 MB of memory'],
  ])(
    'a file that %s is refused, its reader ended',
    async (_, limits, message) => {
      await expect(extractInChild(fixture('example.xlsx'), limits)).rejects.toThrow(message);
    },
    30_000,
  );
});
