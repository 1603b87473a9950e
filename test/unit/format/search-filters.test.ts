import { describe, expect, test } from 'vitest';
import {
  filterHits,
  listRegionsAbove,
  noFilters,
  type SearchFilters,
} from '../../../src/format/search-filters.ts';
import { exampleEntry, exampleHit } from '../../support/example-hit.ts';

const above = listRegionsAbove([
  ['990000', '示例省', ''],
  ['990100', '示例市', '990000'],
  ['990101', '示例县', '990100'],
  ['990200', '另一市', '990000'],
]);

const hits = [
  exampleHit({ n: 1, amountFen: 100 }),
  exampleHit({ n: 2, amountFen: null, phase: 'carryover', funds: 2, subject: '20807' }),
  exampleHit({ n: 3, entry: exampleEntry({ regionCode: '990200', year: 2023 }), funds: 3 }),
  exampleHit({ n: 4, kind: 'line', phase: 'none', subject: '' }),
  exampleHit({
    n: 5,
    kind: 'subject',
    entry: null,
    entity: '208',
    phase: 'none',
    subject: '',
    funds: 0,
    amountFen: null,
  }),
];

const passing = (filters: Partial<SearchFilters>): number[] =>
  filterHits(hits, { ...noFilters, ...filters }, above).hits.map(({ n }) => n);

describe('filterHits', () => {
  test.each<[string, Partial<SearchFilters>, number[]]>([
    ['nothing chosen', {}, [1, 2, 3, 4, 5]],
    ['kind', { kind: ['project'] }, [1, 2, 3]],
    ['either of two kinds', { kind: ['line', 'subject'] }, [4, 5]],
    ['a province with all below', { region: ['990000'] }, [1, 2, 3, 4]],
    ['a prefecture', { region: ['990100'] }, [1, 2, 4]],
    ['a county', { region: ['990101'] }, [1, 2, 4]],
    ['year', { year: ['2023'] }, [3]],
    ['a class with all its items', { subject: ['208'] }, [1, 2, 3]],
    ['an item', { subject: ['2080799'] }, [1, 3]],
    ['a source of money among several', { fund: ['fund'] }, [2, 3]],
    ['phase, of projects only', { phase: ['none'] }, []],
    [
      'several filters together',
      { kind: ['project'], region: ['990101'], phase: ['current'] },
      [1],
    ],
    ['least amount leaves out what has none', { minFen: 0 }, [1, 3, 4]],
    ['greatest amount', { maxFen: 100 }, [1]],
    ['a value nothing has', { year: ['1999'] }, []],
  ])('%s', (_, filters, expected) => {
    expect(passing(filters)).toEqual(expected);
  });

  test('the count beside a value is what choosing it would show', () => {
    const filters = { ...noFilters, kind: ['project'], year: ['2024'] };
    const { facets } = filterHits(hits, filters, above);
    for (const facet of ['kind', 'region', 'year', 'subject', 'fund', 'phase'] as const) {
      for (const [value, count] of facets[facet]) {
        const chosen = filterHits(hits, { ...filters, [facet]: [value] }, above).hits.length;
        expect([facet, value, count]).toEqual([facet, value, chosen]);
      }
    }
    expect([...facets.kind]).toEqual([
      ['project', 2],
      ['line', 1],
    ]);
  });
});
