import type { SearchManifest, SearchPart } from './search-files.ts';
import type { RegionsAbove, SearchFilters } from './search-filters.ts';

/** Whether the filters by region and year leave anything of a part, so that it must be searched. */
export function isInScope(
  part: SearchPart,
  { region, year }: Pick<SearchFilters, 'region' | 'year'>,
  regionsAbove: RegionsAbove,
): boolean {
  if (part.year !== null && year.length > 0 && !year.includes(String(part.year))) return false;
  if (part.regions === '' || region.length === 0) return true;
  for (const [code, above] of regionsAbove) {
    if (code.startsWith(part.regions) && above.some((one) => region.includes(one))) return true;
  }
  return false;
}

/** Values of the filters by region and year that parts could have, though nothing is counted of them. */
export interface UncountedValues {
  readonly region: readonly string[];
  readonly year: readonly string[];
}

/** The regions and years of parts that were not searched: of each the whole place and its province. */
export function uncountedValues(
  parts: readonly SearchPart[],
  { regions }: Pick<SearchManifest, 'regions'>,
): UncountedValues {
  const known = new Set(regions.map(([code]) => code));
  const wholes = parts
    .filter((part) => part.regions !== '')
    .flatMap((part) => [part.regions.slice(0, 2).padEnd(6, '0'), part.regions.padEnd(6, '0')]);
  return {
    region: [...new Set(wholes)].filter((code) => known.has(code)).sort(),
    year: [...new Set(parts.flatMap(({ year }) => year ?? []))].sort((a, b) => a - b).map(String),
  };
}

/** The parts in the order they are searched: later years first, then by region. */
export function orderParts(parts: readonly SearchPart[]): SearchPart[] {
  return [...parts].sort(
    (a, b) => (b.year ?? 9999) - (a.year ?? 9999) || (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}
