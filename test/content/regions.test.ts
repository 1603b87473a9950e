import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Region } from '../../scripts/make-regions.ts';

const text = readFileSync(new URL('../../content/regions.json', import.meta.url), 'utf8');
const { source, regions } = JSON.parse(text) as {
  source: Record<string, string>;
  regions: Region[];
};
const byCode = new Map(regions.map((region) => [region.code, region]));
const current = regions.filter((region) => region.validTo === null);
const RANK = { province: 0, prefecture: 1, county: 2 };

describe('content/regions.json', () => {
  test('the source is named with version, data date, licence and note', () => {
    expect(Object.keys(source)).toEqual(['name', 'version', 'dataDate', 'licence', 'note']);
    expect(Object.values(source).filter((value) => value === '')).toEqual([]);
  });

  test('codes have six digits, are unique and sorted', () => {
    const codes = regions.map(({ code }) => code);
    expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([]);
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => Number(a) - Number(b)));
  });

  test('each region stands on a line of its own', () => {
    const lines = text.split('\n').filter((line) => line.startsWith('{"code":'));
    expect(lines).toHaveLength(regions.length);
  });

  test('each parent exists, is of a higher level and shares the code from the left', () => {
    const wrong = regions.filter(({ code, level, parent }) => {
      if (parent === null) return level !== 'province';
      const above = byCode.get(parent);
      return (
        !above || RANK[above.level] >= RANK[level] || !code.startsWith(parent.replace(/(00)+$/, ''))
      );
    });
    expect(wrong).toEqual([]);
  });

  test('only provinces and prefectures have codes that end in 00', () => {
    const wrong = regions.filter(({ code, level }) => {
      const fromCode = code.endsWith('0000')
        ? 'province'
        : code.endsWith('00')
          ? 'prefecture'
          : 'county';
      return fromCode !== level;
    });
    expect(wrong).toEqual([]);
  });

  test.each([
    ['140602', '朔城区', '140600', '朔州市'],
    ['140900', '忻州市', '140000', '山西省'],
    ['141100', '吕梁市', '140000', '山西省'],
    ['141102', '离石区', '141100', '吕梁市'],
    ['141182', '汾阳市', '141100', '吕梁市'],
    ['429004', '仙桃市', '420000', '湖北省'],
    ['419001', '济源市', '410000', '河南省'],
    ['110101', '东城区', '110000', '北京市'],
    ['500229', '城口县', '500000', '重庆市'],
    ['653228', '和康县', '653200', '和田地区'],
  ])('%s is %s under %s %s', (code, name, parent, parentName) => {
    expect(byCode.get(code)).toMatchObject({ name, parent });
    expect(byCode.get(parent)?.name).toBe(parentName);
  });

  test.each(['441900', '442000', '460300', '460400', '620200'])(
    '%s is a prefecture, with or without counties',
    (code) => {
      expect(byCode.get(code)?.level).toBe('prefecture');
    },
  );

  test('there are as many regions of each level as in China, give or take a few years', () => {
    const count = (level: Region['level']) => current.filter((r) => r.level === level).length;
    expect(count('province')).toBe(34);
    expect(count('prefecture')).toBeGreaterThanOrEqual(330);
    expect(count('prefecture')).toBeLessThanOrEqual(336);
    expect(count('county')).toBeGreaterThanOrEqual(2835);
    expect(count('county')).toBeLessThanOrEqual(2855);
  });

  test('no name is a pseudo-prefecture or a development zone', () => {
    const wrong = /^市辖区$|^县$|直辖县级|开发区|高新|管理区|示范区|工业园区|产业园区|新城$/;
    expect(regions.filter(({ name }) => wrong.test(name))).toEqual([]);
  });

  test('siblings of today have different short names', () => {
    const keys = current.map(({ parent, shortName }) => `${parent ?? ''} ${shortName}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('a county of 大同 in 2017 and its successor both have a place', () => {
    expect(byCode.get('140202')).toMatchObject({ name: '城区', validTo: 2018 });
    expect(byCode.get('140213')).toMatchObject({ name: '平城区', validFrom: 2018, validTo: null });
  });
});
