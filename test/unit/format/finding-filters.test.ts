import { describe, expect, test } from 'vitest';
import type { FindingManifest, ListedFinding } from '../../../src/format/finding-file.ts';
import {
  filterFindings,
  type FindingState,
  isFiltered,
  noFindingFilters,
  readFindingState,
  writeFindingState,
} from '../../../src/format/finding-filters.ts';

const regions: FindingManifest['regions'] = [
  ['990000', '示例省', ''],
  ['990100', '示例一市', '990000'],
  ['990101', '示例甲县', '990100'],
  ['990200', '示例二市', '990000'],
];
const finding = (n: number, extra: Partial<ListedFinding>): ListedFinding => ({
  unitId: '990101-shili',
  unitName: '示例单位',
  regionCode: '990101',
  year: 2024,
  kind: 'budget',
  n,
  checkId: 'columns-add-up',
  result: 'difference',
  differenceFen: null,
  message: '示例',
  target: null,
  rank: [0, 2, 0],
  ...extra,
});
const findings = [
  finding(1, {}),
  finding(2, { regionCode: '990100', year: 2023 }),
  finding(3, { regionCode: '990200', checkId: 'project-names' }),
  finding(4, { result: 'rounding', rank: [2, 2, -1] }),
];
const state = (extra: Partial<FindingState>): FindingState => ({ ...noFindingFilters, ...extra });
const shown = (extra: Partial<FindingState>) =>
  filterFindings(findings, state(extra), regions).findings.map(({ n }) => n);

describe('filtering findings', () => {
  test.each([
    [{}, [1, 2, 3, 4]],
    [{ check: 'project-names' }, [3]],
    [{ region: '990100' }, [1, 2, 4]],
    [{ region: '990101' }, [1, 4]],
    [{ region: '990000', year: 2023 }, [2]],
    [{ result: 'rounding' as const }, [4]],
    [{ result: 'difference' as const, region: '990101' }, [1]],
    [{ check: 'unknown' }, []],
  ])('%o lets through %j', (filters, expected) => {
    expect(shown(filters)).toEqual(expected);
  });

  test('counts for each value what it would let through beside the other filters', () => {
    const { counts } = filterFindings(findings, state({ region: '990200' }), regions);
    expect(Object.fromEntries(counts.region)).toEqual({
      '990000': 4,
      '990100': 3,
      '990101': 2,
      '990200': 1,
    });
    expect(Object.fromEntries(counts.check)).toEqual({ 'project-names': 1 });
    expect(Object.fromEntries(counts.year)).toEqual({ 2024: 1 });
    expect(Object.fromEntries(counts.result)).toEqual({ difference: 1 });
  });
});

describe('the address of a choice', () => {
  test.each([
    ['', {}],
    ['?check=columns-add-up', { check: 'columns-add-up' }],
    [
      '?check=unit-slips&region=990101&year=2024&result=rounding&page=3',
      { check: 'unit-slips', region: '990101', year: 2024, result: 'rounding' as const, page: 3 },
    ],
  ])('%s reads back as it was written', (address, extra) => {
    expect(writeFindingState(state(extra))).toBe(address);
    expect(readFindingState(address)).toEqual(state(extra));
  });

  test.each([
    '?check=<b>&region=1&year=twenty&result=pass&page=0',
    '?region=9901011&page=-1',
    '?page=1e9&year=20245',
  ])('%s holds nothing that is understood', (address) => {
    expect(readFindingState(address)).toEqual(noFindingFilters);
  });

  test('a page alone is no filter', () => {
    expect(isFiltered(state({ page: 2 }))).toBe(false);
    expect(isFiltered(state({ year: 2024 }))).toBe(true);
  });
});
