import { describe, expect, test } from 'vitest';
import { proposeUnitId, registerUnit } from '../../../src/assemble/register-unit.ts';
import type { Region } from '../../../src/schema/region.ts';
import type { Unit } from '../../../src/schema/unit.ts';

const region: Region = {
  code: '990102',
  name: '示例区',
  shortName: '示例',
  level: 'county',
  parent: '990100',
  validFrom: null,
  validTo: null,
};
const found = { region, ownName: '人力资源和社会保障局' };
const name = '示例区人力资源和社会保障局';
const known = { name, year: 2024, found, id: null };
const { unit } = registerUnit([], known);

describe('proposeUnitId', () => {
  test('division code and pinyin of the name without its division', () => {
    expect(proposeUnitId(found)).toBe('990102-renliziyuanheshehuibaozhangju');
    expect(proposeUnitId({ region, ownName: 'A2局（本级）' })).toBe('990102-a2jubenji');
  });
});

describe('registerUnit', () => {
  test('a unit that is not registered is proposed with its name and year', () => {
    expect(registerUnit([], known)).toEqual({
      isNew: true,
      unit: {
        id: '990102-renliziyuanheshehuibaozhangju',
        name,
        regionCode: '990102',
        names: [{ name, from: 2024, to: null }],
        supervisingDepartment: null,
        level: null,
        includedIn: null,
        pinyin: 'shi li qu ren li zi yuan he she hui bao zhang ju',
      },
    });
  });

  test('a registered unit keeps its id whatever it would be proposed', () => {
    const kept: Unit = { ...unit, id: '990102-hrss' };
    expect(registerUnit([kept], { ...known, year: 2022 })).toEqual({
      isNew: false,
      unit: { ...kept, names: [{ name, from: 2022, to: null }] },
    });
  });

  test('a new name of a unit named by its id is added, the latest is its name', () => {
    const renamed = { ...known, name: '示例区人社局', year: 2025, id: unit.id };
    const result = registerUnit([unit], renamed).unit;
    expect([result.id, result.name, result.names]).toEqual([
      unit.id,
      '示例区人社局',
      [
        { name, from: 2024, to: null },
        { name: '示例区人社局', from: 2025, to: null },
      ],
    ]);
  });

  test('an id that another unit has is refused', () => {
    const other: Unit = {
      ...unit,
      name: '另一局',
      names: [{ name: '另一局', from: null, to: null }],
    };
    expect(() => registerUnit([other], known)).toThrow('it belongs to 另一局');
  });
});
