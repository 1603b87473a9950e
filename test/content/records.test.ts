import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../scripts/check-content.ts';
import { readContent } from '../../scripts/lib/read-content.ts';
import { dataFiles } from '../../src/schema/data-files.ts';
import type { DataFileName } from '../../src/schema/data-files.ts';
import { archiveFiles, recordFiles } from '../../src/downloads/data-rows.ts';
import { formatFen } from '../../src/money/fen.ts';
import { partRecords, regionNames } from '../support/part-records.ts';

const content = resolve('content');

test('every record of the archive passes every check of content/', () => {
  const { records, problems } = checkContent(content);
  expect(problems).toEqual([]);
  expect(records).toBeGreaterThanOrEqual(5);
});

describe('the archive', () => {
  const archive = readContent(content);

  test.each([
    ['141102-renliziyuanheshehuibaozhangju-2023-budget', '1,432.48'],
    ['141182-renliziyuanheshehuibaozhangju-2024-budget', '1,596.64'],
    ['140900-renliziyuanheshehuibaozhangju-2023-budget', '1,036.43'],
    ['141100-chuangyejiuyefuwuzhongxin-2024-budget', '340.43'],
    ['140602-renliziyuanheshehuibaozhangju-2025-budget', '5,055.10'],
  ])('has the printed revenue total of %s, %s 万元', (id, total) => {
    const fen = archive.unitYear(id)?.totals.revenueFen;
    expect(typeof fen === 'number' ? formatFen(fen, '万元') : fen).toBe(total);
  });

  test('makes rows of every data file that meet their schema', () => {
    const count: Partial<Record<DataFileName, number>> = {};
    const meet = (name: string, rows: readonly object[]): void => {
      const file = dataFiles[name as DataFileName];
      count[file.name] = (count[file.name] ?? 0) + rows.length;
      for (const row of rows)
        expect(file.row.safeParse(row).error, JSON.stringify(row)).toBeUndefined();
    };
    for (const [name, rowsOf] of Object.entries(archiveFiles)) meet(name, rowsOf(archive));
    const regionName = regionNames(content);
    for (const record of partRecords(content)) {
      for (const [name, rowsOf] of Object.entries(recordFiles))
        meet(name, rowsOf(record, { regionName }));
    }
    expect(Object.values(count).filter((rows) => rows === 0)).toEqual([]);
  });
});
