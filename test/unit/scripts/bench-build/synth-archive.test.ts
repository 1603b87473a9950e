import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFiles } from '../../../../scripts/lib/bench-build/output-size.ts';
import {
  openSynthArchive,
  withChangedRecord,
} from '../../../../scripts/lib/bench-build/synth-archive.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-archive-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('openSynthArchive', () => {
  const open = (size: number) => openSynthArchive(resolve('.'), folder, size);

  test('makes an archive once, and puts back the record that an interrupted run has changed', () => {
    const { root, records } = open(3);
    const files = listFiles(records);
    expect(files).toHaveLength(3);
    expect(readFileSync(join(root, 'content/archive.json'), 'utf8')).toBe('{"partition":"none"}\n');
    const [file = ''] = files;
    const text = readFileSync(join(records, file), 'utf8');
    writeFileSync(join(root, 'changed-record.json'), JSON.stringify({ file, text }));
    writeFileSync(join(records, file), 'changed');
    writeFileSync(join(root, 'kept.txt'), '');
    open(3);
    expect(readFileSync(join(records, file), 'utf8')).toBe(text);
    expect(existsSync(join(root, 'changed-record.json'))).toBe(false);
    expect(existsSync(join(root, 'kept.txt'))).toBe(true);
  });

  test('makes an archive again that is not as it would be made', () => {
    const { root } = open(2);
    writeFileSync(join(root, 'made.txt'), 'otherwise');
    writeFileSync(join(root, 'kept.txt'), '');
    open(2);
    expect(existsSync(join(root, 'kept.txt'))).toBe(false);
  });
});

describe('withChangedRecord', () => {
  test('marks one project of one record while it runs, and puts the record back when it throws', async () => {
    const archive = { root: folder, records: join(folder, 'content/disclosures') };
    const texts = { a: '{"projects":[]}', b: '{"projects":[{"n":1,"name":"示例项目"}]}\n' };
    mkdirSync(archive.records, { recursive: true });
    writeFileSync(join(archive.records, 'a.json'), texts.a);
    writeFileSync(join(archive.records, 'b.json'), texts.b);
    const read = (name: string): string =>
      readFileSync(join(archive.records, `${name}.json`), 'utf8');
    const seen: string[] = [];
    const failing = withChangedRecord(archive, () => {
      seen.push(read('a'), read('b'));
      return Promise.reject(new Error('the build failed'));
    });
    await expect(failing).rejects.toThrow('the build failed');
    expect(seen).toEqual([texts.a, '{"projects":[{"n":1,"name":"示例项目（改）"}]}\n']);
    expect([read('a'), read('b')]).toEqual([texts.a, texts.b]);
    expect(existsSync(join(folder, 'changed-record.json'))).toBe(false);
  });

  test('an archive without a project is refused', async () => {
    const archive = { root: folder, records: join(folder, 'content/disclosures') };
    mkdirSync(archive.records, { recursive: true });
    writeFileSync(join(archive.records, 'a.json'), '{"projects":[]}');
    await expect(withChangedRecord(archive, () => Promise.resolve())).rejects.toThrow(
      'Unexpected archive without a project',
    );
  });
});
