import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import {
  comparableProvinces,
  comparableUnitYears,
} from '../../../src/archive/compare-directory.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const limited = (rowsPerPage: number) => ({
  ...archive,
  config: { ...archive.config, rowsPerPage },
});

describe('comparableProvinces', () => {
  test('there is one list a year while the longest is short enough', () => {
    expect(comparableProvinces(archive)).toEqual([]);
    expect(comparableProvinces(limited(4))).toEqual([]);
  });

  test('longer lists are divided by prefecture, named below their province', () => {
    expect(comparableProvinces(limited(3))).toEqual([
      {
        name: '示例省',
        places: [
          { code: '9901', name: archive.region('990100')?.region.name },
          { code: '9902', name: archive.region('990200')?.region.name },
        ],
      },
    ]);
  });
});

describe('comparableUnitYears', () => {
  test('the places of a year have all its unit-years together', () => {
    const ids = (place?: string) =>
      comparableUnitYears(archive, 2024, place).map(({ disclosureId }) => disclosureId);
    expect(ids()).toHaveLength(4);
    expect(ids('9901')).toHaveLength(3);
    expect([...ids('9901'), ...ids('9902')]).toEqual(ids());
  });
});
