import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/import.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { memoryDisk } from '../lib/import-effects.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'formats');

/** The record of a fixture, and what the import printed. */
async function importFixture(name: string): Promise<{ record: Disclosure; printed: string[] }> {
  const disk = memoryDisk({ [`in/${name}`]: new Uint8Array(readFileSync(join(folder, name))) });
  const code = await run([`in/${name}`], disk);
  expect(code, disk.printed.join('\n')).toBe(0);
  const path = disk.written.find((one) => one.startsWith('content/disclosures/')) ?? '';
  return { record: JSON.parse(disk.files.get(path) ?? '') as Disclosure, printed: disk.printed };
}

/** A record without places and source card, which no two formats share. */
function sayings(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sayings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !/place$/iu.test(name) && name !== 'source')
      .map(([name, one]) => [name, sayings(one)]),
  );
}

/** Every place of a record. */
function placesOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return /place$/iu.test(name) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => placesOf(one, key));
}

const formats = readdirSync(folder).filter(
  (name) => !/^(?:source|example)\.txt$|\.md$/u.test(name),
);
const text = await importFixture('example.txt');

describe('one document in every format', () => {
  test('the fixtures are those the script makes', () => {
    expect(formats.toSorted()).toEqual([
      'example.docx',
      'example.html',
      'example.pdf',
      'example.xls',
      'example.xlsx',
      'gb18030.html',
      'gb18030.txt',
      'look-alikes.pdf',
      'turned.pdf',
      'unembedded.pdf',
      'unruled.pdf',
    ]);
  });

  test('the text gives a whole record: 13 tables, 3 forms, nothing missing or damaged', () => {
    const { tables, forms, gaps, missingTables } = text.record;
    expect([tables.length, forms.length, missingTables, gaps]).toEqual([13, 3, [], []]);
    expect(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))).toHaveLength(188);
    expect(forms.flatMap(({ indicators }) => indicators)).toHaveLength(36);
  });

  test.each(formats)('%s gives the record the text gives', async (name) => {
    const { record } = await importFixture(name);
    expect(sayings(record)).toEqual(sayings(text.record));
  });

  test.each([
    ['example.pdf', /^P\d+L\d+(?:C\d+)?$/u, 'application/pdf'],
    [
      'example.docx',
      /^(?:T\d+R\d+|L\d+)(?:C\d+)?$/u,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['example.html', /^(?:T\d+R\d+|L\d+)(?:C\d+)?$/u, 'text/html'],
    [
      'example.xlsx',
      /^S\d+R\d+(?:C\d+)?$/u,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['example.xls', /^S\d+R\d+(?:C\d+)?$/u, 'application/vnd.ms-excel'],
  ])('%s keeps places of its own kind and says what it is', async (name, place, type) => {
    const { record } = await importFixture(name);
    expect(placesOf(record).filter((one) => !place.test(one))).toEqual([]);
    expect(record.source).toMatchObject({ file: name, mediaType: type, lines: null });
  });

  test.each([
    ['example.xlsx', '    S1R24 hidden row was left out'],
    ['example.xlsx', '    S21R1 hidden sheet "隐藏" was left out'],
    ['example.xls', '    S1R24 hidden row was left out'],
    ['example.pdf', '    P2L1 2 rows of a table head printed again were left out'],
    ['gb18030.txt', '    - text is coded in GB18030 and was decoded from it'],
    ['look-alikes.pdf', '    - 331 look-alike radicals were read as the characters they look like'],
  ])('the report on %s tells: %s', async (name, line) => {
    expect((await importFixture(name)).printed).toContain(line);
  });
});
