import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../../scripts/import.ts';
import { isVerified, verifyRecord } from '../../scripts/lib/verify-record.ts';
import { checkDisclosure } from '../../src/checks/check-disclosure.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { memoryDisk, type MemoryDisk } from '../lib/import-effects.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'test/fixtures/final-accounts');
const update = process.env['UPDATE'] === '1';
const sets = Object.fromEntries(
  readdirSync(join(root, 'content/table-sets')).map((name) => [
    `content/table-sets/${name}`,
    readFileSync(join(root, 'content/table-sets', name), 'utf8'),
  ]),
);
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));

/** A disk with every table set and one source, after an import of it that must succeed. */
async function imported(name: string, source: Uint8Array | string): Promise<MemoryDisk> {
  const disk = memoryDisk({ ...sets, [`in/${name}`]: source });
  expect(await run([`in/${name}`], disk), disk.printed.join('\n')).toBe(0);
  return disk;
}

/** Path and text of the record written. */
function written(disk: MemoryDisk): { path: string; text: string } {
  const path = disk.written.find((one) => one.startsWith('content/disclosures/')) ?? '';
  return { path, text: disk.files.get(path) ?? '' };
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

const example = readFileSync(join(folder, 'example.txt'), 'utf8');
const formats = ['example.docx', 'example.html', 'example.pdf', 'example.xlsx'];

describe('final accounts', () => {
  test('are read as the whole expected record, their kind told by their tables', async () => {
    const { path, text } = written(
      await imported('example.txt', bytesOf(join(folder, 'example.txt'))),
    );
    expect(path).toBe('content/disclosures/990121/990121-tushuguan/2024-final-accounts.json');
    const expected = join(folder, 'disclosure.json');
    if (update) {
      expect(process.env['CI'], 'expected records are never rewritten on CI').toBeUndefined();
      writeFileSync(expected, text);
    }
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });

  test.each(formats)('%s gives the record the text gives', async (name) => {
    const record: unknown = JSON.parse(
      written(await imported(name, bytesOf(join(folder, name)))).text,
    );
    const expected: unknown = JSON.parse(readFileSync(join(folder, 'disclosure.json'), 'utf8'));
    expect(sayings(record)).toEqual(sayings(expected));
  });

  test.each(['example.txt', ...formats.filter((name) => name !== 'example.pdf')])(
    'the second reader finds every amount of %s and no other',
    async (name) => {
      const bytes = bytesOf(join(folder, name));
      const record = JSON.parse(written(await imported(name, bytes)).text) as Disclosure;
      const outcome = await verifyRecord(record, bytes);
      expect(outcome.parts[0]).toMatchObject({ part: 'tables', compared: 140, differences: [] });
      expect(isVerified(outcome)).toBe(true);
    },
  );

  test('the second reader tells an amount that is another', async () => {
    const bytes = bytesOf(join(folder, 'example.txt'));
    const { text } = written(await imported('example.txt', bytes));
    const record = JSON.parse(text.replaceAll('"fen": 30680000', '"fen": 30690000')) as Disclosure;
    const outcome = await verifyRecord(record, bytes);
    expect(outcome.parts[0]?.differences.map(({ kind, what }) => [kind, what])).toEqual([
      ['different', 'revenue-expenditure-outcome row 41 revenue'],
      ['different', 'revenue-expenditure-outcome row 42 total'],
    ]);
  });

  test('agree with themselves in every check', () => {
    const record = JSON.parse(readFileSync(join(folder, 'disclosure.json'), 'utf8')) as Disclosure;
    expect(checkDisclosure(record).filter(({ result }) => result !== 'pass')).toEqual([]);
  });

  test('explanations are not read with the grammar of budgets', async () => {
    const text = `${example}\n一、收入支出总体情况说明\n\n2024年度收入总计306.80万元，比上年增加1.00万元。\n`;
    const record = JSON.parse(written(await imported('example.txt', text)).text) as Disclosure;
    expect([record.keyFacts, record.gaps]).toEqual([[], []]);
  });

  test('--kind leaves only the table sets of that kind', async () => {
    const read = async (kind: string): Promise<[number, string]> => {
      const disk = memoryDisk({ ...sets, 'in/example.txt': example });
      return [await run(['in/example.txt', '--kind', kind], disk), disk.printed.join('\n')];
    };
    expect((await read('final-accounts'))[0]).toBe(0);
    expect(await read('budget')).toEqual([
      1,
      expect.stringContaining('Unexpected text without any table'),
    ]);
    expect((await read('决算'))[1]).toContain(
      '--kind: Unexpected "决算", expected budget or final-accounts.',
    );
  });

  test.each([
    ['no year at all', example.replaceAll(/2024年度/gu, ''), 'Unexpected document without a year'],
    [
      'two years in its titles',
      example.replace('目录', '2023年度部门决算'),
      'Unexpected title of 2023, expected 2024',
    ],
    [
      'two lines of three public expenses',
      example.replace('3.50\t\t3.00\t\t3.00\t0.50', '1.00\t\t\t\t\t1.00\t\t\t\t\t\t\n$&'),
      'Unexpected second line of three-public-outcome, expected one line of amounts',
    ],
    [
      'line numbers among the amounts of running lines',
      example.replaceAll('\t', ' '),
      'Unexpected revenue-expenditure-outcome in running lines, expected cells',
    ],
    [
      'a damaged amount',
      example.replace('工资福利支出\t170.60', '工资福利支出\t170.60x'),
      'Unexpected amount "170.60x", expected a decimal number in 万元',
    ],
  ])('with %s are refused, with the place', async (_, text, message) => {
    const disk = memoryDisk({ ...sets, 'in/source.txt': text });
    expect(await run(['in/source.txt'], disk)).toBe(1);
    expect(disk.printed.join('\n')).toContain(message);
    expect(disk.written).toEqual([]);
  });
});
