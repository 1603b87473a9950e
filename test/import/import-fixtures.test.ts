import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/import.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { memoryDisk } from '../lib/import-effects.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'import');
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const update = process.env['UPDATE'] === '1';

/** The record a fixture is imported to, as it is written. */
async function importCase(name: string): Promise<{ text: string; printed: string[] }> {
  const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
  const files: Record<string, string> = { 'in/source.txt': read('source.txt') };
  if (existsSync(join(folder, name, 'corrections.json'))) {
    const { disclosureId } = JSON.parse(read('corrections.json')) as { disclosureId: string };
    const [, unit = '', region = '', rest = ''] =
      /^((\d{6})-[a-z0-9]+)-(.+)$/u.exec(disclosureId) ?? [];
    files[`content/corrections/${region}/${unit}/${rest}.json`] = read('corrections.json');
  }
  const disk = memoryDisk(files);
  const code = await run(['in/source.txt'], disk);
  expect(code, disk.printed.join('\n')).toBe(0);
  const path = disk.written.find((one) => one.startsWith('content/disclosures/')) ?? '';
  return { text: disk.files.get(path) ?? '', printed: disk.printed };
}

describe('imported fixtures', () => {
  test('there is a case for every layout, with a note on each', () => {
    expect(cases).toEqual([
      'doubled-blanks',
      'ocr-damage',
      'printed-empty',
      'tabbed',
      'thousands-separators',
      'yuan-and-moved-columns',
    ]);
    for (const name of cases) expect(existsSync(join(folder, name, 'NOTE.md')), name).toBe(true);
  });

  test.each(cases)('%s gives the whole expected record', async (name) => {
    const { text } = await importCase(name);
    const expected = join(folder, name, 'disclosure.json');
    if (update) {
      expect(process.env['CI'], 'expected records are never rewritten on CI').toBeUndefined();
      writeFileSync(expected, text);
    }
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });

  test('the same tables give the same rows whether tabs or single blanks separate the cells', async () => {
    const [tabbed, blanks] = await Promise.all([
      importCase('tabbed'),
      importCase('doubled-blanks'),
    ]);
    expect(figures(blanks.text, 2023)).toEqual(figures(tabbed.text, 2024));
  });
});

/** What the tables of a record say, without places; years are told from the budget year. */
function figures(text: string, year: number): unknown[] {
  const { tables } = JSON.parse(text) as Disclosure;
  const relative = (name: string): string =>
    name.replaceAll(/20\d\d/gu, (found) => `Y${Number(found) - year}`);
  return tables.map(({ id, title, columns, rows }) => ({
    id,
    title: relative(title),
    columns,
    rows: rows.map(({ side, kind, code, name, name2, cells }) => ({
      named: [side, kind, code, relative(name), name2],
      cells: cells.map(({ column, fen }) => [column, fen]),
    })),
  }));
}
