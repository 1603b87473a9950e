import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { buildArchive } from '../../../src/archive/build-archive.ts';
import { childHoldings, nearestHoldings, provinceHoldings } from '../../../src/archive/holdings.ts';
import type { ArchiveModel } from '../../../src/archive/model.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import type { Region } from '../../../src/schema/region.ts';
import { exampleContent } from '../../support/example-content.ts';

const region = (code: string, parent: string | null): Region => ({
  code,
  name: `示例${code}`,
  shortName: code,
  level: parent === null ? 'province' : parent.endsWith('0000') ? 'prefecture' : 'county',
  parent,
  validFrom: null,
  validTo: null,
});

/** The example archive with places that have no documents. */
function archiveWithEmptyPlaces(): ArchiveModel {
  const registers = readRegisters(exampleContent);
  const summaries = readContent(exampleContent).unitYears;
  return buildArchive({
    contentDirectory: exampleContent,
    summaries,
    ...registers,
    regions: [
      ...registers.regions,
      region('980000', null),
      region('980100', '980000'),
      region('990102', '990100'),
      region('990300', '990000'),
      region('990201', '990200'),
    ],
  });
}

const archive = archiveWithEmptyPlaces();
const entryOf = (code: string) => {
  const entry = archive.region(code);
  if (entry === undefined) throw new Error(`No region ${code}`);
  return entry;
};
const codes = (entries: readonly { readonly region: Region }[]) =>
  entries.map((entry) => entry.region.code);

describe('provinceHoldings', () => {
  test('parts provinces with documents from those without', () => {
    const { withDocuments, withoutDocuments } = provinceHoldings(archive);
    expect([codes(withDocuments), codes(withoutDocuments)]).toEqual([['990000'], ['980000']]);
  });
});

describe('childHoldings', () => {
  test('parts the children of a region in code order', () => {
    const { withDocuments, withoutDocuments } = childHoldings(archive, entryOf('990000'));
    expect([codes(withDocuments), codes(withoutDocuments)]).toEqual([
      ['990100', '990200'],
      ['990300'],
    ]);
  });
});

describe('nearestHoldings', () => {
  test.each([
    ['a county: its prefecture and the counties beside it', '990102', ['990100', '990101']],
    ['a county alone under its prefecture: the prefecture', '990201', ['990200']],
    ['a prefecture: the prefectures beside it', '990300', ['990100', '990200']],
    ['a place in a province without documents: the provinces with some', '980100', ['990000']],
    ['a province: the provinces with some', '980000', ['990000']],
    ['a place with documents: none', '990101', []],
  ])('for %s', (_name, code, expected) => {
    expect(codes(nearestHoldings(archive, entryOf(code)))).toEqual(expected);
  });
});
