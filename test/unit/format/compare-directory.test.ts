import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { comparableUnitYears } from '../../../src/archive/compare-directory.ts';
import {
  comparisonNotes,
  readCompared,
  writeCompared,
  yearOfDisclosure,
} from '../../../src/format/compare-directory.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const of = (year: number) => comparableUnitYears(archive, year);
const find = (id: string) => {
  const unitYear = of(yearOfDisclosure(id) ?? 0).find(({ disclosureId }) => disclosureId === id);
  if (unitYear === undefined) throw new Error(`Unexpected ${id}`);
  return unitYear;
};

describe('comparableUnitYears', () => {
  test('are those of one year with their place, level and totals', () => {
    expect(of(2024).map(({ disclosureId }) => disclosureId)).toEqual([
      '990100-wenhuaguan-2024-budget',
      '990101-gongluduan-2024-budget',
      '990101-jiaotongju-2024-budget',
      '990200-tushuguan-2024-budget',
    ]);
    expect(of(2023)).toEqual([
      {
        disclosureId: '990101-jiaotongju-2023-budget',
        unitId: '990101-jiaotongju',
        unitName: '示例甲县交通运输局',
        regionName: '示例省示例一市示例甲县',
        year: 2023,
        kind: 'budget',
        tableSet: 'shanxi-13',
        level: 'department',
        includedIn: null,
        totals: archive.unitYear('990101-jiaotongju-2023-budget')?.totals,
      },
    ]);
    expect(of(1999)).toEqual([]);
  });
});

describe('the address of a comparison', () => {
  test('keeps the disclosures in their order', () => {
    const ids = ['990101-b-2024-budget', '990101-a-2023-final-accounts'];
    const params = new URLSearchParams();
    writeCompared(params, ids);
    expect(params.toString()).toBe(`a=${ids[0]}&b=${ids[1]}`);
    expect(readCompared(params)).toEqual(ids);
  });

  test('is read without what is no disclosure, and each only once', () => {
    const id = '990101-a-2024-budget';
    expect(readCompared(new URLSearchParams({ a: 'x', b: id, c: id, e: id }))).toEqual([id]);
  });
});

describe('comparisonNotes', () => {
  const county = find('990101-jiaotongju-2024-budget');

  test('has nothing to say of like unit-years', () => {
    expect(comparisonNotes([county, { ...county, unitId: '990102-shili' }])).toEqual([]);
  });

  test('says years, kinds, levels and table sets that differ', () => {
    const other = {
      ...county,
      year: 2023,
      kind: 'final-accounts' as const,
      level: 'unit' as const,
      tableSet: 'shili-9',
    };
    expect(comparisonNotes([county, other]).map((note) => note.split('：')[0])).toEqual([
      '年度不同（2024、2023）',
      '有的是预算，有的是决算',
      '单位的层级不同',
      '报表体系不同',
    ]);
  });

  test('says that a department includes its unit', () => {
    const notes = comparisonNotes([find('990101-gongluduan-2024-budget'), county]);
    expect(notes.at(-1)).toBe('示例甲县交通局的部门预算包含示例甲县公路段，两者的数不能相加。');
  });
});
