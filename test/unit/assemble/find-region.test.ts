import { describe, expect, test } from 'vitest';
import { findRegion, namedRegion } from '../../../src/assemble/find-region.ts';
import type { Region } from '../../../src/schema/region.ts';

const region = (code: string, name: string, parent: string | null, from?: number): Region => ({
  code,
  name,
  shortName: name,
  level: parent === null ? 'province' : parent.endsWith('0000') ? 'prefecture' : 'county',
  parent,
  validFrom: from ?? null,
  validTo: null,
});

const regions = [
  region('990000', '示例省', null),
  region('990100', '示例市', '990000'),
  region('990102', '城区', '990100'),
  region('990200', '另一市', '990000'),
  region('990202', '城区', '990200'),
  region('990281', '新设市', '990200', 2020),
];

describe('findRegion', () => {
  test.each([
    ['示例市教育局', '990100', '教育局'],
    ['示例市城区教育局', '990102', '教育局'],
    ['示例省示例市城区教育局', '990102', '教育局'],
    ['新设市教育局', '990281', '教育局'],
    ['示例市', '990100', '示例市'],
  ])('%s belongs to %s', (name, code, ownName) => {
    const found = findRegion(name, regions, 2024);
    expect([found.region.code, found.ownName]).toEqual([code, ownName]);
  });

  test.each([
    ['教育局', 2024, 'a name that begins with a division'],
    ['新设市教育局', 2019, 'a name that begins with a division'],
    ['城区教育局', 2024, 'with 2 divisions of that name (990102, 990202)'],
  ])('%s in %i is refused', (name, year, message) => {
    expect(() => findRegion(name, regions, year)).toThrow(message);
  });
});

describe('namedRegion', () => {
  test('the code decides, and the names above it are taken off the unit name', () => {
    expect(namedRegion('990202', '另一市城区教育局', regions, 2024)).toEqual({
      region: regions[4],
      ownName: '教育局',
    });
    expect(namedRegion('990202', '城区教育局', regions, 2024).ownName).toBe('教育局');
  });

  test('a code that is no division of the year is refused', () => {
    expect(() => namedRegion('990281', '教育局', regions, 2019)).toThrow('--region');
  });
});
