import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { readYearBefore, isYearBefore } from '../../../src/archive/earlier-year.ts';
import { checkRecord } from '../../../src/archive/check-record.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { readRecords } from '../../../src/archive/read-records.ts';
import { copyExampleContent, editFile, exampleContent } from '../../support/example-content.ts';

const later = '990101-jiaotongju-2024-budget';
const message =
  '2024年情况说明一、收入总计减变动推算的上年数 205.00，2023年表1 收入总计 200.00，相差 5.00 万元';

describe('two years of one unit', () => {
  test('are compared when the unit was renamed between them; the result is the later one’s', () => {
    const archive = readContent(exampleContent);
    const found = archive.unitYears.flatMap(({ disclosureId, notableFindings }) =>
      notableFindings
        .filter(({ checkId }) => checkId === 'last-year-agrees')
        .map((finding) => ({ disclosureId, ...finding })),
    );
    expect(
      found.map(({ disclosureId, message, target }) => [disclosureId, message, target]),
    ).toEqual([[later, message, 'key-fact-2']]);
    const unitYear = archive.unitYear(later);
    if (unitYear === undefined) throw new Error('The example record is not there');
    expect(readYearBefore(archive, unitYear)?.unitName).toBe('示例甲县交通运输局');
    expect(unitYear.unitName).toBe('示例甲县交通局');
  });

  test('are not compared across a missing year', () => {
    const archive = readContent(exampleContent);
    const unitYear = archive.unitYear('990100-wenhuaguan-2024-budget');
    if (unitYear === undefined) throw new Error('The example record is not there');
    expect(readYearBefore(archive, unitYear)).toBeNull();
    expect(unitYear.checkCounts['last-year-agrees']).toBeUndefined();
  });

  test('are not compared when they are of two kinds', () => {
    const content = copyExampleContent();
    const folder = join(content, 'disclosures/990101/990101-jiaotongju');
    const file = join(folder, '2023-budget.json');
    editFile(file, '"kind": "budget"', '"kind": "final-accounts"');
    editFile(
      file,
      '"id": "990101-jiaotongju-2023-budget"',
      '"id": "990101-jiaotongju-2023-final-accounts"',
    );
    mkdirSync(dirname(file), { recursive: true });
    renameSync(file, join(folder, '2023-final-accounts.json'));
    expect(readContent(content).unitYear(later)?.checkCounts['last-year-agrees']).toBeUndefined();
  });

  test.each([
    [{ unitId: 'a', year: 2023, kind: 'budget' as const }, true],
    [{ unitId: 'a', year: 2022, kind: 'budget' as const }, false],
    [{ unitId: 'a', year: 2024, kind: 'budget' as const }, false],
    [{ unitId: 'b', year: 2023, kind: 'budget' as const }, false],
    [{ unitId: 'a', year: 2023, kind: 'final-accounts' as const }, false],
  ])('%o is the year before: %s', (earlier, expected) => {
    expect(isYearBefore(earlier, { unitId: 'a', year: 2024, kind: 'budget' })).toBe(expected);
  });

  test('hand no record to the checks but the one of the year before', () => {
    const { economicClasses } = readRegisters(exampleContent);
    const pairs: (string | null)[] = [];
    const records = readRecords(exampleContent, {
      economicClasses,
      checkRecord: (disclosure, earlier) => {
        pairs.push(earlier === null ? null : `${earlier.id} → ${disclosure.id}`);
        return checkRecord(disclosure, earlier);
      },
    });
    for (const { summary } of records) expect(summary.disclosureId).not.toBe('');
    expect(pairs.filter((pair) => pair !== null)).toEqual([
      `990101-jiaotongju-2023-budget → ${later}`,
    ]);
  });

  test('is found on the disk when only the later record is read, as in a part of one year', () => {
    const { economicClasses } = readRegisters(exampleContent);
    const rules = { economicClasses, checkRecord };
    const all = [...readRecords(exampleContent, rules)];
    const alone = [
      ...readRecords(exampleContent, rules, ['990101/990101-jiaotongju/2024-budget.json']),
    ];
    expect(alone).toEqual(all.filter(({ disclosure }) => disclosure.id === later));
  });

  test('is named with its field when only the later record is read and the checks stumble over it', () => {
    const content = copyExampleContent();
    const earlier = '990101/990101-jiaotongju/2023-budget.json';
    editFile(join(content, 'disclosures', earlier), '"tables"', '"tabels"');
    const { economicClasses } = readRegisters(content);
    const records = readRecords(content, { economicClasses, checkRecord }, [
      '990101/990101-jiaotongju/2024-budget.json',
    ]);
    expect(() => [...records]).toThrow(`content/disclosures/${earlier}: Unexpected record.`);
  });
});
