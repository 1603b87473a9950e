import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/import.ts';
import { type SourceLines, sourceLines } from '../../scripts/lib/second-reader/source-lines.ts';
import { isVerified, sha256Of, verifyRecord } from '../../scripts/lib/verify-record.ts';
import { verificationLines } from '../../scripts/lib/verify-report.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { memoryDisk } from '../lib/import-effects.ts';
import { recordFaults } from '../lib/record-faults.ts';
import { sayings } from '../lib/read-source.ts';

interface Imported {
  readonly record: Disclosure;
  readonly bytes: Uint8Array;
}

const done = new Map<string, Promise<Imported>>();

/** A fixture with the record it is imported to, imported once. */
function imported(name: string): Promise<Imported> {
  const found = done.get(name) ?? importFixture(name);
  done.set(name, found);
  return found;
}

async function importFixture(name: string): Promise<Imported> {
  const path = join(import.meta.dirname, '..', 'fixtures', 'formats', name);
  const bytes = new Uint8Array(readFileSync(path));
  const disk = memoryDisk({ [`in/${name}`]: bytes });
  expect(await run([`in/${name}`], disk), disk.printed.join('\n')).toBe(0);
  const file = disk.written.find((one) => one.startsWith('content/disclosures/')) ?? '';
  return { record: JSON.parse(disk.files.get(file) ?? '') as Disclosure, bytes };
}

const readings = new Map<string, Promise<SourceLines | null>>();

/** The second reading of a file, made once: what it is compared with is another thing. */
function readOnce(bytes: Uint8Array, mediaType: string): Promise<SourceLines | null> {
  const key = sha256Of(bytes);
  const found = readings.get(key) ?? sourceLines(bytes, mediaType);
  readings.set(key, found);
  return found;
}

/** The example document in the six kinds of files publishers give. */
const sixFormats = [
  'example.txt',
  'example.html',
  'example.docx',
  'example.xlsx',
  'example.xls',
  'example.pdf',
];
const otherFiles = [
  'gb18030.txt',
  'gb18030.html',
  'unembedded.pdf',
  'turned.pdf',
  'look-alikes.pdf',
  'unruled.pdf',
];

describe('one document in six formats, each read twice', () => {
  test.each([...sixFormats, ...otherFiles])(
    '%s gives the record the text gives, and every amount, indicator and key fact is found again',
    async (name) => {
      const { record, bytes } = await imported(name);
      const expected = (await imported('example.txt')).record;
      expect(sayings({ ...record, source: null })).toEqual(sayings({ ...expected, source: null }));
      const outcome = await verifyRecord(record, bytes, readOnce);
      expect(
        outcome.parts.map(({ part, compared, equal, explained, differences }) => [
          part,
          { compared, equal, explained, differences },
        ]),
      ).toEqual([
        ['tables', { compared: 188, equal: 188, explained: 0, differences: [] }],
        ['forms', { compared: 30, equal: 30, explained: 0, differences: [] }],
        ['indicators', { compared: 36, equal: 36, explained: 0, differences: [] }],
        ['key-facts', { compared: 31, equal: 31, explained: 0, differences: [] }],
      ]);
      expect(isVerified(outcome)).toBe(true);
    },
    60_000,
  );

  const faults = {
    ...recordFaults,
    'an amount at the next cell': (record: Disclosure, n: number) => {
      const cells = record.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
      const cell = cells[n % cells.length];
      if (cell === undefined) throw new Error('Unexpected record without cells');
      cell.place = cell.place.replace(/\d+$/u, (column) => String(Number(column) + 1));
    },
  };
  const planted = [...sixFormats, 'unruled.pdf'].flatMap((name) =>
    Object.entries(faults).map(([fault, make]) => ({ name, fault, make })),
  );

  test.each(planted)(
    '$name: betrays $fault, wherever it is made',
    async ({ name, make }) => {
      const { record, bytes } = await imported(name);
      await fc.assert(
        fc.asyncProperty(fc.nat(), async (n) => {
          const faulty = structuredClone(record);
          make(faulty, n);
          expect(isVerified(await verifyRecord(faulty, bytes, readOnce))).toBe(false);
        }),
        { numRuns: 6 },
      );
    },
    60_000,
  );

  test.each([
    ['example.html', /^T2R3C3$/u],
    ['example.docx', /^T2R3C3$/u],
    ['example.xlsx', /^S\d+R\d+C3$/u],
    ['example.xls', /^S\d+R\d+C3$/u],
    ['example.pdf', /^P\d+L\d+C3$/u],
    ['turned.pdf', /^P\d+L\d+C3$/u],
    ['unruled.pdf', /^P\d+L\d+C3$/u],
  ])('%s: a changed amount is told with the place of the format', async (name, place) => {
    const { record, bytes } = await imported(name);
    const [cell] = record.tables[1]?.rows[0]?.cells ?? [];
    expect(cell).toMatchObject({
      printed: '700.50',
      place: expect.stringMatching(place) as string,
    });
    const changed = structuredClone(record);
    Object.assign(changed.tables[1]?.rows[0]?.cells[0] ?? {}, {
      printed: '700.51',
      fen: 700510000,
    });
    const outcome = await verifyRecord(changed, bytes, readOnce);
    expect(isVerified(outcome)).toBe(false);
    const differences = outcome.parts.flatMap((part) => part.differences);
    expect(differences.map((one) => [one.place, one.record])).toContainEqual([
      cell?.place,
      '700.51万元 (700510000分)',
    ]);
  });

  test('a record of a format that has no second reader is not verified, which is said', async () => {
    const { record, bytes } = await imported('example.txt');
    const other = structuredClone(record);
    other.source.mediaType = 'application/msword';
    const outcome = await verifyRecord(other, bytes);
    expect(isVerified(outcome)).toBe(false);
    const lines = verificationLines(other, outcome);
    expect(lines.at(-1)).toBe('  NOT VERIFIED');
    expect(lines[1]).toContain('No second reader for application/msword.');
  });
});
