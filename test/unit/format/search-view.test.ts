import { describe, expect, test } from 'vitest';
import { listRegionsAbove, noFilters } from '../../../src/format/search-filters.ts';
import { searchOrders, viewHits, type SearchOrder } from '../../../src/format/search-view.ts';
import { exampleEntry, exampleHit } from '../../support/example-hit.ts';

const above = listRegionsAbove([]);

const hits = [
  exampleHit({
    n: 1,
    rank: 2,
    amountFen: null,
    entry: exampleEntry({ year: 2023, regionCode: '990300' }),
  }),
  exampleHit({
    n: 2,
    rank: 1,
    amountFen: 500,
    entry: exampleEntry({ year: 2025, regionCode: '990200' }),
  }),
  exampleHit({
    n: 3,
    rank: 3,
    amountFen: 0,
    entry: exampleEntry({ year: 2024, regionCode: '990100' }),
  }),
];

const view = (order: SearchOrder, limits = {}) =>
  viewHits(hits, { filters: noFilters, order, limits, limit: 10 }, above);

describe('viewHits', () => {
  test.each<[SearchOrder, number[]]>([
    ['relevance', [2, 1, 3]],
    ['amount-desc', [2, 3, 1]],
    ['amount-asc', [3, 2, 1]],
    ['year-desc', [2, 3, 1]],
    ['year-asc', [1, 3, 2]],
    ['region', [3, 2, 1]],
  ])('order by %s; what has no amount comes last', (order, expected) => {
    expect(view(order).groups[0]?.hits.map(({ n }) => n)).toEqual(expected);
    expect(searchOrders).toContain(order);
  });

  test('no order depends on the order of the hits', () => {
    const twins = [4, 6, 5].map((n) => exampleHit({ n }));
    for (const order of searchOrders) {
      const request = { filters: noFilters, order, limits: {}, limit: 10 };
      const [a] = viewHits(twins, request, above).groups;
      const [b] = viewHits([...twins].reverse(), request, above).groups;
      expect(a?.hits.map(({ n }) => n)).toEqual([4, 5, 6]);
      expect(b).toEqual(a);
    }
  });

  test('cuts each kind at its own limit and still counts all', () => {
    const mixed = [...hits, exampleHit({ kind: 'line', n: 9 })];
    const request = {
      filters: noFilters,
      order: 'relevance',
      limits: { project: 1 },
      limit: 10,
    } as const;
    const shown = viewHits(mixed, request, above);
    expect(shown.groups.map(({ kind, total, hits: cut }) => [kind, total, cut.length])).toEqual([
      ['project', 3, 1],
      ['line', 1, 1],
    ]);
    expect([shown.total, shown.found]).toEqual([4, 4]);
  });
});
