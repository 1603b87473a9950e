import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/import.ts';
import { isVerified, verifyRecord } from '../../scripts/lib/verify-record.ts';
import { checkDisclosure } from '../../src/checks/check-disclosure.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { tableSetSchema } from '../../src/schema/table-set.ts';
import { memoryDisk } from '../lib/import-effects.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'content/table-sets');
const names = readdirSync(folder).toSorted();
const sets = Object.fromEntries(
  names.map((name) => [`content/table-sets/${name}`, readFileSync(join(folder, name), 'utf8')]),
);

/** The record of an example document, with every set of the archive to choose from. */
async function imported(path: string): Promise<{ record: Disclosure; bytes: Uint8Array }> {
  const bytes = new Uint8Array(readFileSync(join(root, 'test/fixtures', path)));
  const disk = memoryDisk({ ...sets, 'in/source': bytes });
  expect(await run(['in/source'], disk), disk.printed.join('\n')).toBe(0);
  const file = disk.written.find((one) => one.startsWith('content/disclosures/')) ?? '';
  return { record: JSON.parse(disk.files.get(file) ?? '') as Disclosure, bytes };
}

describe('table sets', () => {
  test.each(names)('%s follows the schema, its titles naming one table each', (name) => {
    const set = tableSetSchema.parse(JSON.parse(sets[`content/table-sets/${name}`] ?? ''));
    expect(`${set.id}.json`).toBe(name);
    expect(set.tables.map(({ number }) => number)).toEqual(set.tables.map((_, i) => i + 1));
    expect(set.id).toMatch(new RegExp(`-${set.tables.length}$`, 'u'));
    const titles = set.tables.flatMap(({ titleStems }) => titleStems);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each([
    ['table-sets/zhongyang-9.txt', 'zhongyang-9', 9, 75],
    ['table-sets/tongzhou-14.txt', 'tongzhou-14', 14, 90],
    ['formats/example.txt', 'shanxi-13', 13, 188],
  ])('%s is read as %s by its tables alone', async (path, set, tables, cells) => {
    const { record, bytes } = await imported(path);
    expect(record).toMatchObject({ tableSet: set, missingTables: [], gaps: [] });
    expect(record.tables).toHaveLength(tables);
    expect(record.tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells))).toHaveLength(
      cells,
    );
    const outcome = await verifyRecord(record, bytes);
    expect(outcome.parts[0]?.part).toBe('tables');
    expect(isVerified(outcome)).toBe(true);
  });

  test.each(['table-sets/zhongyang-9.txt', 'table-sets/tongzhou-14.txt'])(
    'the checks find no difference in %s, whose figures agree',
    async (path) => {
      const { record } = await imported(path);
      const differences = checkDisclosure(record).filter(({ result }) => result === 'difference');
      expect(differences.map(({ checkId, place }) => [checkId, place])).toEqual([]);
    },
  );
});
