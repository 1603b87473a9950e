import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { buildArchive } from '../../../src/archive/build-archive.ts';
import {
  archiveTotals,
  coverageByRegion,
  latestUnitYears,
  tableCoverage,
  tableCoverages,
} from '../../../src/archive/coverage.ts';
import { readTableSet } from '../../../src/archive/read-table-set.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const empty = buildArchive({
  contentDirectory: exampleContent,
  summaries: [],
  ...readRegisters(exampleContent),
});

describe('coverageByRegion', () => {
  test('names every unit and year, and the years without a document', () => {
    const coverage = coverageByRegion(archive).map(({ entry, units }) => [
      entry.region.code,
      units.map(({ unit, held, absentYears }) => [
        unit.id,
        held.map(({ year }) => year),
        absentYears,
      ]),
    ]);
    expect(coverage).toEqual([
      ['990100', [['990100-wenhuaguan', [2022, 2024], [2023]]]],
      [
        '990101',
        [
          ['990101-gongluduan', [2024], [2022, 2023]],
          ['990101-jiaotongju', [2023, 2024], [2022]],
        ],
      ],
      [
        '990200',
        [
          ['990200-danganguan', [], [2022, 2023, 2024]],
          ['990200-tushuguan', [2024], [2022, 2023]],
        ],
      ],
    ]);
  });

  test('gathers the documents of a region by year', () => {
    const county = coverageByRegion(archive).find(({ entry }) => entry.region.code === '990101');
    expect(
      county?.years.map(({ year, unitYears }) => [year, unitYears.map(({ unitId }) => unitId)]),
    ).toEqual([
      [2022, []],
      [2023, ['990101-jiaotongju']],
      [2024, ['990101-gongluduan', '990101-jiaotongju']],
    ]);
  });
});

describe('archiveTotals', () => {
  test('counts documents, and only units and regions that have any', () => {
    expect(archiveTotals(archive)).toMatchObject({
      disclosures: 6,
      units: 4,
      regions: 3,
      allRegions: 4,
      firstYear: 2022,
      lastYear: 2024,
      differences: archive.unitYears.reduce((sum, { findings }) => sum + findings.difference, 0),
    });
  });

  test('an empty archive has no years', () => {
    expect(archiveTotals(empty)).toEqual({
      disclosures: 0,
      units: 0,
      regions: 0,
      allRegions: 4,
      firstYear: null,
      lastYear: null,
      projects: 0,
      indicators: 0,
      corrections: 0,
      gaps: 0,
      differences: 0,
    });
  });
});

describe('latestUnitYears', () => {
  test('puts the latest budget year first and keeps id order within it', () => {
    expect(latestUnitYears(archive, 5).map(({ disclosureId }) => disclosureId)).toEqual([
      '990100-wenhuaguan-2024-budget',
      '990101-gongluduan-2024-budget',
      '990101-jiaotongju-2024-budget',
      '990200-tushuguan-2024-budget',
      '990101-jiaotongju-2023-budget',
    ]);
  });
});

describe('tableCoverage', () => {
  test('tells tables with figures, tables printed empty and tables that are not there apart', () => {
    const library = archive.unitYear('990200-tushuguan-2024-budget');
    if (library === undefined) throw new Error('The example archive lacks a record');
    expect(tableCoverage(library, readTableSet(exampleContent, library.tableSet))).toEqual({
      filled: [1, 2, 3, 4, 5, 6, 9, 10, 12],
      printedEmpty: [7, 8, 13],
      missing: [11],
    });
  });

  test('answers for every disclosure', () => {
    const tables = tableCoverages(archive, ({ tableSet }) =>
      readTableSet(exampleContent, tableSet),
    );
    expect([...tables.keys()]).toEqual(archive.unitYears.map(({ disclosureId }) => disclosureId));
  });
});
