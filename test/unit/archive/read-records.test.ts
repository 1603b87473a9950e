import { mkdirSync, renameSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRecord, readRecordWithText } from '../../../src/archive/read-record.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { listRecordFiles, readRecords } from '../../../src/archive/read-records.ts';
import { readContent } from '../../../scripts/lib/read-content.ts';
import {
  copyExampleContent,
  editFile,
  exampleContent,
  temporaryFolder,
} from '../../support/example-content.ts';

const file = '990101/990101-jiaotongju/2024-budget.json';

describe('listRecordFiles', () => {
  test('lists record files in order and leaves hidden files out', () => {
    const content = copyExampleContent();
    writeFileSync(join(content, 'disclosures/.DS_Store'), '');
    expect(listRecordFiles(content)).toEqual([
      '990100/990100-wenhuaguan/2022-budget.json',
      '990100/990100-wenhuaguan/2024-budget.json',
      '990101/990101-gongluduan/2024-budget.json',
      '990101/990101-jiaotongju/2023-budget.json',
      file,
      '990200/990200-tushuguan/2024-budget.json',
    ]);
  });

  test('is empty where there is no folder', () => {
    expect(listRecordFiles(temporaryFolder())).toEqual([]);
  });
});

describe('readRecords', () => {
  test('stops at a malformed field and names file and field', () => {
    const content = copyExampleContent();
    editFile(join(content, 'disclosures', file), '"printed": "60.00"', '"printed": "6o.00"');
    expect(() => readContent(content)).toThrow(
      /content\/disclosures\/990101\/990101-jiaotongju\/2024-budget\.json: Unexpected record\.\n {2}tables\[11\]\.rows\[0\]\.cells\[0\]\.fen: fen is not what is printed/u,
    );
  });

  test('stops at a record in the folder of another year', () => {
    const content = copyExampleContent();
    const folder = join(content, 'disclosures/990101/990101-jiaotongju');
    renameSync(join(folder, '2024-budget.json'), join(folder, '2025-budget.json'));
    expect(() => readContent(content)).toThrow(
      `2025-budget.json: Unexpected place of 990101-jiaotongju-2024-budget, expected ${file}`,
    );
  });

  test('stops at a copy of a record, which has its id', () => {
    const content = copyExampleContent();
    const folder = join(content, 'disclosures/990200/990101-jiaotongju');
    mkdirSync(folder, { recursive: true });
    cpSync(join(content, 'disclosures', file), join(folder, '2024-budget.json'));
    expect(() => readContent(content)).toThrow(
      '990200/990101-jiaotongju/2024-budget.json: Unexpected place',
    );
  });

  test('stops at a file that is no record', () => {
    const content = copyExampleContent();
    writeFileSync(join(content, 'disclosures/notes.md'), '# 示例');
    expect(() => readContent(content)).toThrow(
      'content/disclosures/notes.md: Unexpected text, expected JSON',
    );
  });

  test('counts the findings of the checks it is given', () => {
    const { economicClasses } = readRegisters(exampleContent);
    const records = [...readRecords(exampleContent, { economicClasses, checkRecord: () => [] })];
    expect(records.map(({ summary }) => summary.findings.difference)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe('readRecord', () => {
  test('reads the whole record and its text', () => {
    const unitYear = readContent(exampleContent).unitYear('990101-jiaotongju-2024-budget');
    if (unitYear === undefined) throw new Error('The example record is not there');
    expect(readRecord(unitYear).forms).toHaveLength(1);
    expect(JSON.parse(readRecordWithText(unitYear).text)).toEqual(readRecord(unitYear));
  });

  test('refuses a record that has changed since it was validated', () => {
    const content = copyExampleContent();
    const unitYear = readContent(content).unitYear('990101-jiaotongju-2024-budget');
    if (unitYear === undefined) throw new Error('The example record is not there');
    editFile(join(content, 'disclosures', file), '示例甲县', '示例乙县');
    expect(() => readRecord(unitYear)).toThrow(`content/disclosures/${file}: Unexpected content`);
  });
});

describe('readRegisters', () => {
  test('names file and field of a malformed register', () => {
    const content = copyExampleContent();
    editFile(join(content, 'units.json'), '"regionCode": "990100"', '"regionCode": 990100');
    expect(() => readRegisters(content)).toThrow(
      'content/units.json: Unexpected register.\n  [0].regionCode: Invalid input: expected string, received number',
    );
  });

  test('names a register that is not there', () => {
    const content = copyExampleContent();
    rmSync(join(content, 'economic-classes.json'));
    expect(() => readRegisters(content)).toThrow(
      'content/economic-classes.json: Unexpected absence, expected the register there.',
    );
  });
});
