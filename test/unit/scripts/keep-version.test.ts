import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../../../scripts/import.ts';
import { sha256 } from '../../../src/archive/record-file.ts';
import { memoryDisk, type MemoryDisk } from '../../lib/import-effects.ts';

const source = readFileSync(
  join(import.meta.dirname, '../../fixtures/import/tabbed/source.txt'),
  'utf8',
);
const file = '990102/990102-shiliju/2024-budget';
const record = `content/disclosures/${file}.json`;
const folder = `content/versions/${file}`;
const said = ['--reason', '原件有新版', '--on', '2026-03-01'];

describe('a published record that is replaced', () => {
  let disk: MemoryDisk;
  let published: string;

  beforeEach(async () => {
    disk = memoryDisk({ 'a.txt': source, 'b.txt': `${source}\n` });
    await run(['a.txt'], disk);
    published = disk.files.get(record) ?? '';
    disk.files.set(
      'content/published-urls.txt',
      `2026-01-31 /units/990102-shiliju/2024/record.json sha256:${sha256(published)}\n`,
    );
    disk.written.length = 0;
  });

  test('is refused without a reason and a day, and nothing is written', async () => {
    expect(await run(['b.txt', '--replace'], disk)).toBe(1);
    expect(disk.printed.join('\n')).toContain(
      'Unexpected replacement of a published record without a reason and a day',
    );
    expect(disk.written).toEqual([]);
  });

  test('keeps its former version byte for byte, with the reason and the day', async () => {
    expect(await run(['b.txt', '--replace', ...said], disk)).toBe(0);
    expect(disk.files.get(`${folder}/v1.json`)).toBe(published);
    expect(JSON.parse(disk.files.get(`${folder}/versions.json`) ?? '')).toEqual([
      { version: 1, sha256: sha256(published), replacedOn: '2026-03-01', reason: '原件有新版' },
    ]);
    expect(disk.written).toEqual([`${folder}/v1.json`, `${folder}/versions.json`, record]);
  });

  test('counts on when it is published and replaced again', async () => {
    await run(['b.txt', '--replace', ...said], disk);
    const second = disk.files.get(record) ?? '';
    disk.files.set(
      'content/published-urls.txt',
      `2026-01-31 /units/990102-shiliju/2024/record.json sha256:${sha256(second)}\n`,
    );
    expect(await run(['a.txt', '--replace', ...said], disk)).toBe(0);
    expect(disk.files.get(`${folder}/v2.json`)).toBe(second);
    expect(JSON.parse(disk.files.get(`${folder}/versions.json`) ?? '')).toHaveLength(2);
  });

  test('is simply written again while it was never published', async () => {
    disk.files.delete('content/published-urls.txt');
    expect(await run(['b.txt', '--replace'], disk)).toBe(0);
    expect(disk.written).toEqual([record]);
  });
});
