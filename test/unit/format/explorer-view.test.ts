import { describe, expect, test } from 'vitest';
import { sortProjects, viewProjects } from '../../../src/format/explorer-view.ts';
import type { ExplorerSort } from '../../../src/format/explorer-view.ts';
import { listRegionsAbove, noFilters } from '../../../src/format/search-filters.ts';
import { exampleProject } from '../../support/example-explorer.ts';

const regionsAbove = listRegionsAbove([
  ['990000', '示例省', ''],
  ['990100', '示例一市', '990000'],
  ['990101', '示例甲县', '990100'],
  ['990200', '示例二市', '990000'],
]);
const general = (fen: number) => ({
  general: fen,
  fund: null,
  state_capital: null,
  special_account: null,
  unit_funds: null,
});
const projects = [
  exampleProject({ n: 1, name: '零工市场建设', amountFen: 300, fundFens: general(300) }),
  exampleProject({ n: 2, name: '零工 市场运营', amountFen: 0, fundFens: general(0) }),
  exampleProject({ n: 3, name: '驻村帮扶', phase: 'carryover', amountFen: 50 }, { year: 2023 }),
  exampleProject({ n: 4, name: '未列金额', amountFen: null }, { regionCode: '990200' }),
  exampleProject({ n: 5, name: '只有表', formName: '零工市场（示例）', phase: 'none' }),
];
const numbers = (of: readonly { n: number }[]) => of.map(({ n }) => n);
const view = (typed: string, filters = {}, sort: ExplorerSort | null = null) =>
  viewProjects(projects, { typed, filters: { ...noFilters, ...filters }, sort }, regionsAbove);

describe('viewProjects', () => {
  test.each([
    ['no words', '', {}, [1, 2, 3, 4, 5]],
    ['a word in the name, blanks aside, or in the name of the form', '零工市场', {}, [1, 2, 5]],
    ['all of several words', '市场 运营', {}, [2]],
    ['a region with all below it', '', { region: ['990100'] }, [1, 2, 3, 5]],
    ['one of several years', '', { year: ['2023', '2022'] }, [3]],
    ['a phase', '', { phase: ['none'] }, [5]],
    ['a source of money, zero being none', '', { fund: ['general'] }, [1]],
    ['a least amount, for which a blank is no zero', '', { minFen: 0 }, [1, 2, 3]],
    ['a range', '', { minFen: 1, maxFen: 299 }, [3]],
    ['nothing where nothing fits', '法律顾问', {}, []],
  ])('lets through by %s', (_, typed, filters, expected) => {
    expect(numbers(view(typed, filters).projects)).toEqual(expected);
  });

  test('counts the values of each filter among what the others let through', () => {
    const { facets } = view('', { year: ['2024'], phase: ['current'] });
    expect([...facets.year]).toEqual([['2024', 3]]);
    expect([...facets.phase]).toEqual([
      ['current', 3],
      ['none', 1],
    ]);
  });

  test('adds up what is shown, the phases apart, and counts what has no amount', () => {
    const { phases, formOnly } = view('').totals;
    expect(phases.map(({ phase, fen, known, missing }) => [phase, fen, known, missing])).toEqual([
      ['current', 300, 2, 1],
      ['carryover', 50, 1, 0],
    ]);
    expect(formOnly).toBe(1);
  });

  test('never adds a unit to the department that includes it', () => {
    const both = [
      exampleProject({ n: 1, amountFen: 100 }, { unitId: '990101-ju' }),
      exampleProject({ n: 2, amountFen: 30 }, { unitId: '990101-zhan', includedIn: '990101-ju' }),
    ];
    const totals = (list: typeof both) =>
      viewProjects(list, { typed: '', filters: noFilters, sort: null }, regionsAbove).totals.phases;
    expect(totals(both)).toMatchObject([{ fen: 100, known: 1, overlapping: 1 }]);
    expect(totals(both.slice(1))).toMatchObject([{ fen: 30, known: 1, overlapping: 0 }]);
  });
});

describe('sortProjects', () => {
  test.each<[string, ExplorerSort | null, number[]]>([
    ['as the archive has them', null, [1, 2, 3, 4, 5]],
    ['amounts upwards, blanks last', { column: 'total', descending: false }, [2, 3, 1, 4, 5]],
    [
      'amounts downwards, blanks still last',
      { column: 'total', descending: true },
      [1, 3, 2, 4, 5],
    ],
    ['years', { column: 'year', descending: false }, [3, 1, 2, 4, 5]],
    ['regions by code', { column: 'region', descending: true }, [4, 1, 2, 3, 5]],
    ['phases, none last', { column: 'phase', descending: true }, [3, 1, 2, 4, 5]],
    ['names by pinyin', { column: 'name', descending: false }, [2, 1, 4, 5, 3]],
    ['columns that all leave blank', { column: 'subject', descending: true }, [1, 2, 3, 4, 5]],
  ])('sorts %s', (_, sort, expected) => {
    expect(numbers(sortProjects(projects, sort))).toEqual(expected);
  });
});
