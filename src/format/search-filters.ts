import type { FacetName, SearchManifest } from './search-files.ts';
import type { SearchHit } from './search-hit.ts';
import { fundSources } from './search-record.ts';

/** The filters that choose among values, in the order they are shown. */
export const facetNames = [
  'kind',
  'region',
  'year',
  'subject',
  'fund',
  'phase',
] as const satisfies readonly FacetName[];

/** What is chosen: of each filter the values of which one must hold (none chosen = all), and a range. */
export interface SearchFilters extends Readonly<Record<FacetName, readonly string[]>> {
  /** Least amount in 分; null = no limit. Records without an amount are left out when a limit is set. */
  readonly minFen: number | null;
  readonly maxFen: number | null;
}

/** Nothing chosen. */
export const noFilters: SearchFilters = {
  kind: [],
  region: [],
  year: [],
  subject: [],
  fund: [],
  phase: [],
  minFen: null,
  maxFen: null,
};

/** Records of each value of each filter among those that all the other filters let through. */
export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

/** What the filters look at. */
export type FilteredHit = Pick<
  SearchHit,
  'kind' | 'regions' | 'years' | 'subject' | 'funds' | 'phase' | 'amountFen'
>;

/** The hits that all filters let through, in the same order, and the counts beside the values. */
export function filterHits<H extends FilteredHit>(
  hits: readonly H[],
  filters: SearchFilters,
  regionsAbove: RegionsAbove,
): { hits: H[]; facets: FacetCounts } {
  const counts: Record<FacetName, Map<string, number>> = {
    kind: new Map(),
    region: new Map(),
    year: new Map(),
    subject: new Map(),
    fund: new Map(),
    phase: new Map(),
  };
  const chosen = facetNames.map((facet) => new Set(filters[facet]));
  const passing: H[] = [];
  for (const hit of hits) {
    if (!isInRange(hit.amountFen, filters)) continue;
    const values = facetNames.map((facet) => facetValues(hit, facet, regionsAbove));
    const failing = values.flatMap((list, f) => {
      const set = chosen[f];
      return set === undefined || set.size === 0 || list.some((value) => set.has(value)) ? [] : [f];
    });
    if (failing.length === 0) passing.push(hit);
    if (failing.length > 1) continue;
    facetNames.forEach((facet, f) => {
      if (failing.length === 1 && failing[0] !== f) return;
      const of = counts[facet];
      for (const value of values[f] ?? []) of.set(value, (of.get(value) ?? 0) + 1);
    });
  }
  return { hits: passing, facets: counts };
}

function isInRange(amountFen: number | null, { minFen, maxFen }: SearchFilters): boolean {
  if (minFen === null && maxFen === null) return true;
  if (amountFen === null) return false;
  return (minFen === null || amountFen >= minFen) && (maxFen === null || amountFen <= maxFen);
}

/** For each region code the code itself and those above it. */
export type RegionsAbove = ReadonlyMap<string, readonly string[]>;

/** See {@link RegionsAbove}. */
export function listRegionsAbove(regions: SearchManifest['regions']): RegionsAbove {
  const parents = new Map(regions.map(([code, , parent]) => [code, parent]));
  return new Map(
    regions.map(([code]) => {
      const list: string[] = [];
      for (let at = code; at !== '' && !list.includes(at); at = parents.get(at) ?? '')
        list.push(at);
      return [code, list];
    }),
  );
}

/** The values by which a filter can choose a hit: a region also by those above, a subject by 类 and 款. */
export function facetValues(
  hit: FilteredHit,
  facet: FacetName,
  regionsAbove: RegionsAbove,
): readonly string[] {
  switch (facet) {
    case 'kind':
      return [hit.kind];
    case 'region':
      if (hit.regions.length === 1) return regionsAbove.get(hit.regions[0] ?? '') ?? hit.regions;
      return [...new Set(hit.regions.flatMap((code) => regionsAbove.get(code) ?? [code]))];
    case 'year':
      return hit.years.map(String);
    case 'subject':
      return subjectValues(hit.subject);
    case 'fund':
      return fundSources.filter((_, bit) => (hit.funds & (1 << bit)) !== 0);
    case 'phase':
      return hit.kind === 'project' || hit.kind === 'indicator' ? [hit.phase] : [];
  }
}

/** A subject code with those of its 款 and 类. */
export const subjectValues = (code: string): string[] =>
  [3, 5, 7].filter((digits) => digits <= code.length).map((digits) => code.slice(0, digits));
