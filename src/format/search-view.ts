import {
  filterHits,
  type FacetCounts,
  type RegionsAbove,
  type SearchFilters,
} from './search-filters.ts';
import { hitRecordId, type SearchHit } from './search-hit.ts';
import { searchKinds, type SearchKind } from './search-record.ts';
import { totalProjects, type ProjectTotals } from './search-totals.ts';

/** The orders results can stand in. */
export const searchOrders = [
  'relevance',
  'amount-desc',
  'amount-asc',
  'year-desc',
  'year-asc',
  'region',
] as const;

/** See {@link searchOrders}. */
export type SearchOrder = (typeof searchOrders)[number];

/** What the reader wants to see of the hits. */
export interface ViewRequest {
  readonly filters: SearchFilters;
  readonly order: SearchOrder;
  /** Hits shown of each kind, at most. */
  readonly limits: Readonly<Partial<Record<SearchKind, number>>>;
  readonly limit: number;
}

/** The hits as they are shown. */
export interface SearchView {
  /** Hits that the filters let through. */
  readonly total: number;
  /** Hits before any filter. */
  readonly found: number;
  /** The kinds with hits, in their order, each with its first hits. */
  readonly groups: readonly {
    readonly kind: SearchKind;
    readonly total: number;
    readonly hits: readonly SearchHit[];
  }[];
  readonly facets: FacetCounts;
  readonly totals: ProjectTotals;
}

/** The hits filtered, grouped by kind, sorted and cut. */
export function viewHits(
  found: readonly SearchHit[],
  request: ViewRequest,
  regionsAbove: RegionsAbove,
): SearchView {
  const { hits, facets } = filterHits(found, request.filters, regionsAbove);
  const compare = compareBy(request.order);
  const groups = searchKinds.flatMap((kind) => {
    const ofKind = hits.filter((hit) => hit.kind === kind);
    if (ofKind.length === 0) return [];
    ofKind.sort((a, b) => compare(a, b) || compareRelevance(a, b) || compareIds(a, b));
    const limit = request.limits[kind] ?? request.limit;
    return [{ kind, total: ofKind.length, hits: ofKind.slice(0, limit) }];
  });
  return {
    total: hits.length,
    found: found.length,
    groups,
    facets,
    totals: totalProjects(hits),
  };
}

type Compare = (a: SearchHit, b: SearchHit) => number;

function compareBy(order: SearchOrder): Compare {
  switch (order) {
    case 'relevance':
      return () => 0;
    case 'amount-desc':
      return lastIfMissing(({ amountFen }) => amountFen, -1);
    case 'amount-asc':
      return lastIfMissing(({ amountFen }) => amountFen, 1);
    case 'year-desc':
      return lastIfMissing(({ years }) => years.at(-1) ?? null, -1);
    case 'year-asc':
      return lastIfMissing(({ years }) => years[0] ?? null, 1);
    case 'region':
      return lastIfMissing(({ regions }) => Number(regions[0] ?? NaN) || null, 1);
  }
}

/** Order by a value, up or down; what has none always comes last. */
function lastIfMissing(valueOf: (hit: SearchHit) => number | null, direction: 1 | -1): Compare {
  return (a, b) => {
    const left = valueOf(a);
    const right = valueOf(b);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return (left - right) * direction;
  };
}

const compareRelevance: Compare = (a, b) =>
  a.rank - b.rank ||
  (b.years.at(-1) ?? 0) - (a.years.at(-1) ?? 0) ||
  Number(a.regions[0] ?? 0) - Number(b.regions[0] ?? 0);

function compareIds(a: SearchHit, b: SearchHit): number {
  const left = a.entry?.unitId ?? a.entity;
  const right = b.entry?.unitId ?? b.entity;
  if (left !== right) return left < right ? -1 : 1;
  const byNumber = a.n - b.n || a.indicator - b.indicator;
  if (byNumber !== 0) return byNumber;
  return hitRecordId(a) < hitRecordId(b) ? -1 : 1;
}
