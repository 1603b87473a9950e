import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { buildArchive } from '../../../src/archive/build-archive.ts';
import { archiveTotals, coverageByRegion } from '../../../src/archive/coverage.ts';
import { provinceHoldings } from '../../../src/archive/holdings.ts';
import type { ArchiveModel } from '../../../src/archive/model.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { isInRoot } from '../../../src/archive/region-root.ts';
import { defaultArchiveConfig } from '../../../src/schema/archive-config.ts';
import { exampleContent } from '../../support/example-content.ts';

const registers = readRegisters(exampleContent);
const whole = readContent(exampleContent);

/** The example archive limited to a region, with the units and records below it. */
function limitedTo(regionRoot: string, keep: (regionCode: string) => boolean): ArchiveModel {
  return buildArchive({
    contentDirectory: exampleContent,
    ...registers,
    topics: [],
    units: registers.units.filter(({ regionCode }) => keep(regionCode)),
    summaries: whole.unitYears.filter(({ regionCode }) => keep(regionCode)),
    config: { ...defaultArchiveConfig, regionRoot },
  });
}

describe('an archive limited to a region', () => {
  const archive = limitedTo('990100', (code) => code.startsWith('9901'));

  test('has pages of that region and those below it, and of none beside or above it', () => {
    expect(archive.regions.map(({ region }) => region.code)).toEqual(['990100', '990101']);
    expect(archive.region('990101')?.ancestors.map(({ code }) => code)).toEqual(['990100']);
    expect(archive.region('990100')?.region.parent).toBeNull();
  });

  test('begins its tree of places there', () => {
    const { withDocuments, withoutDocuments } = provinceHoldings(archive);
    expect(withDocuments.map(({ region }) => region.code)).toEqual(['990100', '990101']);
    expect(withoutDocuments).toEqual([]);
  });

  test('counts only what is below it', () => {
    expect(archiveTotals(archive).allRegions).toBe(2);
    expect(coverageByRegion(archive).map(({ entry }) => entry.region.code)).toEqual([
      '990100',
      '990101',
    ]);
  });

  test('refuses a record outside, naming its file', () => {
    expect(() => limitedTo('990101', (code) => code.startsWith('9901'))).toThrow(
      'content/disclosures/990100/990100-wenhuaguan/2022-budget.json: Unexpected region 990100, expected 990101 or one below it (content/archive.json: regionRoot). Take it out, or widen regionRoot.',
    );
  });

  test('refuses a unit outside that has no record', () => {
    const units = registers.units.filter(({ regionCode }) => regionCode === '990200');
    expect(() =>
      buildArchive({
        contentDirectory: exampleContent,
        ...registers,
        topics: [],
        units,
        summaries: [],
        config: { ...defaultArchiveConfig, regionRoot: '990100' },
      }),
    ).toThrow('content/units.json: 990200-danganguan: Unexpected region 990200, expected 990100');
  });

  test('refuses a root that is no region', () => {
    expect(() => limitedTo('123456', () => false)).toThrow(
      'content/archive.json: regionRoot: Unexpected 123456, expected a code of content/regions.json.',
    );
  });
});

describe('isInRoot', () => {
  test.each([
    ['990101', '990100', true],
    ['990100', '990100', true],
    ['990200', '990100', false],
    ['990200', null, true],
  ])('%s in %s: %s', (code, root, expected) => {
    expect(isInRoot(registers.regions, code, root)).toBe(expected);
  });
});
