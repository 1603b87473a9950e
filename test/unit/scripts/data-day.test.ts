import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDataDay } from '../../../scripts/lib/data-day.ts';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { copyExampleContent, temporaryFolder } from '../../support/example-content.ts';

describe('readDataDay', () => {
  test('is the latest day of a correction, a fetch, a replacement or a publication', () => {
    const content = copyExampleContent();
    rmSync(join(content, 'corrections'), { recursive: true });
    const archive = readContent(content);
    const before = readDataDay(archive);
    const write = (file: string, text: string) => {
      mkdirSync(join(content, file, '..'), { recursive: true });
      writeFileSync(join(content, file), text);
    };
    write('published-urls.txt', '2031-01-01 /units/990101-jiaotongju/\n');
    expect([before !== null && before < '2031', readDataDay(archive)]).toEqual([
      true,
      '2031-01-01',
    ]);
    write('corrections/a/b/2024-budget.json', '{ "on": "2031-01-02" }');
    expect(readDataDay(archive)).toBe('2031-01-02');
    write('versions/a/b/2024-budget/versions.json', '[{"replacedOn":"2031-01-03"}]');
    write('versions/a/b/2024-budget/v1.json', '{ "fetchedOn": "2031-01-09" }');
    expect(readDataDay(archive)).toBe('2031-01-03');
    const [first] = archive.unitYears;
    if (first === undefined) throw new Error('Unexpected empty archive.');
    const unitYears = [{ ...first, changedOn: '2031-01-04' }, first];
    expect(readDataDay({ ...archive, unitYears })).toBe('2031-01-04');
  });

  test('is unknown where nothing says it', () => {
    expect(readDataDay({ contentDirectory: temporaryFolder(), unitYears: [] })).toBeNull();
  });
});
