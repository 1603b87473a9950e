import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import {
  explorerPage,
  explorerPageKeys,
  explorerPlaces,
} from '../../../src/archive/explorer-index.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const places = (code: string | null, limit?: number) => {
  const { own, below } = explorerPlaces(archive, code, limit);
  return [
    own.map(({ region, years }) => [
      region.code,
      ...years.map(({ year, projects }) => `${year}:${projects}`),
    ]),
    below.map(({ region }) => region.code),
  ];
};

describe('explorerPlaces', () => {
  test('names every place with documents of its own, with its projects by year', () => {
    expect(places(null)).toEqual([
      [
        ['990100', '2022:1', '2024:1'],
        ['990101', '2023:1', '2024:5'],
        ['990200', '2024:2'],
      ],
      [],
    ]);
  });

  test('of a region are its own and those below', () => {
    expect(places('990100')).toEqual([
      [
        ['990100', '2022:1', '2024:1'],
        ['990101', '2023:1', '2024:5'],
      ],
      [],
    ]);
  });

  test('go on by the places below where there are too many, the own years staying in reach', () => {
    expect(places(null, 1)).toEqual([[], ['990000']]);
    expect(places('990100', 1)).toEqual([[['990100', '2022:1', '2024:1']], ['990101']]);
  });
});

describe('explorerPage', () => {
  test('there is one for each region and year with documents, more where the list is long', () => {
    const keys = explorerPageKeys(archive).map(({ code, year, page }) => [code, year, page]);
    expect(keys).toEqual([
      ['990100', 2022, 1],
      ['990100', 2024, 1],
      ['990101', 2023, 1],
      ['990101', 2024, 1],
      ['990200', 2024, 1],
    ]);
    expect(explorerPageKeys(archive, 1).filter(({ page }) => page === 2)).toEqual([
      { code: '990101', year: 2024, page: 2 },
    ]);
  });

  test('lists whole unit-years; its totals are of all pages and leave out what the department includes', () => {
    const key = { code: '990101', year: 2024, page: 2 };
    const page = explorerPage(archive, key, 1);
    expect(page.units.map(({ unitYear, projects }) => [unitYear.unitId, projects.length])).toEqual([
      ['990101-jiaotongju', 4],
    ]);
    expect([page.page, page.pages, page.projects, page.unitYears]).toEqual([2, 2, 5, 2]);
    expect(
      page.totals.phases.map(({ phase, fen, known, overlapping }) => [
        phase,
        fen,
        known,
        overlapping,
      ]),
    ).toEqual([
      ['current', 100_000_000, 2, 1],
      ['carryover', 50_000_000, 2, 0],
    ]);
  });

  test('that does not exist is refused', () => {
    expect(() => explorerPage(archive, { code: '990101', year: 2024, page: 2 })).toThrow(
      'Unexpected page 2 of 990101 in 2024',
    );
  });
});
