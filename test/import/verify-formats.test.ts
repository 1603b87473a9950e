import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/import.ts';
import { printNumber } from '../../scripts/lib/second-reader/sheet-rows.ts';
import { isVerified, verifyRecord } from '../../scripts/lib/verify-record.ts';
import { verificationLines } from '../../scripts/lib/verify-report.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { memoryDisk } from '../lib/import-effects.ts';

/** A fixture with the record it is imported to. */
async function imported(name: string): Promise<{ record: Disclosure; bytes: Uint8Array }> {
  const path = join(import.meta.dirname, '..', 'fixtures', 'formats', name);
  const bytes = new Uint8Array(readFileSync(path));
  const disk = memoryDisk({ [`in/${name}`]: bytes });
  expect(await run([`in/${name}`], disk), disk.printed.join('\n')).toBe(0);
  const file = disk.written.find((one) => one.startsWith('content/disclosures/')) ?? '';
  return { record: JSON.parse(disk.files.get(file) ?? '') as Disclosure, bytes };
}

describe('the second reading of other formats than text', () => {
  test.each([
    'example.txt',
    'gb18030.txt',
    'example.html',
    'gb18030.html',
    'example.docx',
    'example.xlsx',
  ])('%s: every amount, indicator and key fact is found again', async (name) => {
    const { record, bytes } = await imported(name);
    const outcome = verifyRecord(record, bytes);
    expect(outcome.parts.map(({ part, equal }) => [part, equal])).toEqual([
      ['tables', 188],
      ['forms', 30],
      ['indicators', 36],
      ['key-facts', 31],
    ]);
    expect(isVerified(outcome)).toBe(true);
  });

  test.each([
    ['example.html', /^T2R3C3$/u],
    ['example.docx', /^T2R3C3$/u],
    ['example.xlsx', /^S\d+R\d+C3$/u],
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
    const outcome = verifyRecord(changed, bytes);
    expect(isVerified(outcome)).toBe(false);
    const differences = outcome.parts.flatMap((part) => part.differences);
    expect(differences.map((one) => [one.place, one.record])).toContainEqual([
      cell?.place,
      '700.51万元 (700510000分)',
    ]);
  });

  test.each(['example.pdf', 'example.xls'])(
    '%s has no second reader, which is said and not passed over',
    async (name) => {
      const { record, bytes } = await imported(name);
      const outcome = verifyRecord(record, bytes);
      expect(isVerified(outcome)).toBe(false);
      const lines = verificationLines(record, outcome);
      expect(lines.at(-1)).toBe('  NOT VERIFIED');
      expect(lines[1]).toContain(`No second reader for ${record.source.mediaType}.`);
    },
  );
});

describe('printNumber', () => {
  test.each([
    ['650.5', '0.00', '650.50'],
    ['1500000', '#,##0', '1,500,000'],
    ['-1234.5', '#,##0.00', '-1,234.50'],
    ['12', 'General', '12'],
    ['45291', 'yyyy-mm-dd', '45291'],
  ])('%s as %s is %s', (stored, format, printed) => {
    expect(printNumber(stored, format)).toBe(printed);
  });
});
