import { describe, expect, test } from 'vitest';
import { boundsOfPart, isDividedInto, partEntities } from '../../../src/archive/search-parts.ts';
import { listRegionsAbove } from '../../../src/format/search-filters.ts';
import { isInScope, orderParts, uncountedValues } from '../../../src/format/search-scope.ts';
import { exampleEntities, exampleRegions } from '../../support/example-parts.ts';

const above = listRegionsAbove(exampleRegions);
const part = (id: string) => ({ id, digest: 'd', records: 1, ...boundsOfPart(id) });

describe('isInScope', () => {
  test.each([
    ['98-2024', [], [], true],
    ['98-2024', ['980000'], [], true],
    ['98-2024', ['980101'], ['2024'], true],
    ['98-2024', ['990000'], [], false],
    ['98-2024', ['990000', '980100'], [], true],
    ['98-2024', [], ['2023'], false],
    ['9801-2024', ['980000'], [], true],
    ['9802-2024', ['980100'], [], false],
    ['units-98', ['990101'], [], false],
    ['units-98', ['980101'], ['2023'], true],
    ['names', ['990101'], ['2023'], true],
    ['all', ['990101'], ['2023'], true],
  ])('of %s under regions %j and years %j is %s', (id, region, year, expected) => {
    expect(isInScope(part(id), { region, year }, above)).toBe(expected);
  });
});

test('the values that parts not searched could have are their places, provinces and years', () => {
  const parts = ['9801-2024', '99-2023', 'names'].map(part);
  expect(uncountedValues(parts, { regions: exampleRegions })).toEqual({
    region: ['980000', '980100', '990000'],
    year: ['2023', '2024'],
  });
});

test('parts are searched from the latest year, what has no year first', () => {
  const parts = ['98-2023', '98-2024', '99-2024', 'names'].map(part);
  expect(orderParts(parts).map(({ id }) => id)).toEqual(['names', '98-2024', '99-2024', '98-2023']);
});

describe('partEntities', () => {
  test('keeps all together in an archive that is not divided', () => {
    expect([...partEntities(exampleEntities, ['all'])]).toEqual([['names', exampleEntities]]);
  });

  test('puts the units of each province apart in a divided one', () => {
    const parts = partEntities(exampleEntities, ['98-2024', '99-2024']);
    const ids = [...parts].map(([id, records]) => [id, records.map((record) => record.id)]);
    expect(ids).toEqual([
      ['names', ['20807']],
      ['units-98', ['980101-shilidanwei']],
      ['units-99', ['990101-shilidanwei']],
    ]);
    expect(isDividedInto(['all'])).toBe(false);
  });
});
