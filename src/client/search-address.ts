import { formatFenPlain, parseFen } from '../money/fen.ts';
import { facetNames, noFilters, type SearchFilters } from '../format/search-filters.ts';
import { searchOrders, type SearchOrder } from '../format/search-view.ts';

/** Everything about a search that an address keeps. */
export interface SearchState {
  readonly typed: string;
  readonly filters: SearchFilters;
  readonly order: SearchOrder;
}

/** The state an address describes. What it does not understand it leaves out. */
export function readAddress(search: string): SearchState {
  const params = new URLSearchParams(search);
  const chosen = facetNames.map((facet) => [
    facet,
    [...new Set(params.getAll(facet).flatMap((value) => value.split(',')))].filter(
      (value) => value !== '',
    ),
  ]);
  const order = params.get('sort');
  return {
    typed: (params.get('q') ?? '').trim(),
    filters: {
      ...noFilters,
      ...(Object.fromEntries(chosen) as Partial<SearchFilters>),
      minFen: readAmount(params.get('min') ?? ''),
      maxFen: readAmount(params.get('max') ?? ''),
    },
    order: searchOrders.find((known) => known === order) ?? 'relevance',
  };
}

/** The query part of the address of a state, empty or beginning with `?`; amounts in 万元. */
export function writeAddress({ typed, filters, order }: SearchState): string {
  const params = new URLSearchParams();
  if (typed.trim() !== '') params.set('q', typed.trim());
  for (const facet of facetNames) {
    for (const value of filters[facet]) params.append(facet, value);
  }
  if (filters.minFen !== null) params.set('min', formatFenPlain(filters.minFen, '万元'));
  if (filters.maxFen !== null) params.set('max', formatFenPlain(filters.maxFen, '万元'));
  if (order !== 'relevance') params.set('sort', order);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** An amount typed in 万元, in 分; null = nothing typed or not an amount. */
export function readAmount(typed: string): number | null {
  try {
    return typed.trim() === '' ? null : parseFen(typed, '万元');
  } catch {
    return null;
  }
}
