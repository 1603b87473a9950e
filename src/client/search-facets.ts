import type { FacetName, SearchManifest } from '../format/search-files.ts';
import type { SearchFilters } from '../format/search-filters.ts';
import { searchKinds } from '../format/search-record.ts';
import { element } from './search-element.ts';
import type { SearchNames } from './search-names.ts';

/** One value of a filter to be shown: how deep it stands in its tree and how many records it has. */
interface FacetRow {
  readonly value: string;
  readonly depth: number;
  /** null = the value stands in parts of the archive that were not searched. */
  readonly count: number | null;
}

/** The places, subjects and years of an archive, in the order shown. */
export type FacetLists = Pick<SearchManifest, 'regions' | 'subjects' | 'years'>;

/** Rows shown of one filter before the reader asks for more. */
const rowsAtFirst = 10;

/**
 * Shows the values of one filter in its fieldset, keeping focus and the choice of all or some; those
 * that are not counted without a number.
 */
export function renderFacet(
  fieldset: HTMLElement,
  facet: FacetName,
  counts: ReadonlyMap<string, number>,
  filters: SearchFilters,
  manifest: FacetLists,
  names: SearchNames,
  uncounted: readonly string[] = [],
): void {
  const chosen = filters[facet];
  const countOf: CountOf = (value) => counts.get(value) ?? (uncounted.includes(value) ? null : 0);
  const rows = listRows(facet, countOf, chosen, manifest);
  fieldset.hidden = rows.length === 0;
  const focused =
    document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
  const focusedValue = focused?.name === facet ? focused.value : undefined;
  const items = rows.map(({ value, depth, count }, i) => {
    const input = element('input', { type: 'checkbox', name: facet, value });
    input.checked = chosen.includes(value);
    const label = element(
      'label',
      {},
      input,
      element('span', { class: 'facet-name' }, names.facetValue(facet, value)),
      element(
        'span',
        { class: 'facet-count num' },
        count === null ? '未查' : count.toLocaleString('zh-CN'),
      ),
    );
    return element('li', { 'data-depth': depth, class: i >= rowsAtFirst && 'is-further' }, label);
  });
  const list = fieldset.querySelector('ul');
  list?.replaceChildren(...items);
  const more = fieldset.querySelector<HTMLButtonElement>('.facet-more');
  if (more !== null) more.hidden = rows.length <= rowsAtFirst;
  if (focusedValue !== undefined) {
    list?.querySelector<HTMLInputElement>(`input[value="${CSS.escape(focusedValue)}"]`)?.focus();
  }
}

/** Records of a value; null = not counted. */
type CountOf = (value: string) => number | null;

function listRows(
  facet: FacetName,
  countOf: CountOf,
  chosen: readonly string[],
  manifest: FacetLists,
): FacetRow[] {
  const isShown = (value: string): boolean => countOf(value) !== 0 || chosen.includes(value);
  if (facet === 'region') return listRegions(manifest, countOf, isShown, chosen);
  if (facet === 'subject') return listSubjects(manifest, countOf, isShown, chosen);
  const known: readonly string[] =
    facet === 'kind'
      ? searchKinds
      : facet === 'year'
        ? manifest.years.map(String).reverse()
        : facet === 'fund'
          ? ['general', 'fund', 'state_capital', 'special_account', 'unit_funds']
          : ['current', 'carryover', 'none'];
  return known.filter(isShown).map((value) => ({ value, depth: 0, count: countOf(value) }));
}

/** Provinces; below each that is chosen, or alone at its level, its prefectures; and so on. */
function listRegions(
  { regions }: FacetLists,
  countOf: CountOf,
  isShown: (value: string) => boolean,
  chosen: readonly string[],
): FacetRow[] {
  const parents = new Map(regions.map(([code, , parent]) => [code, parent]));
  const holdsChosen = (code: string): boolean =>
    chosen.some((one) => {
      for (let at = one; at !== ''; at = parents.get(at) ?? '') if (at === code) return true;
      return false;
    });
  const below = (parent: string, depth: number): FacetRow[] => {
    const children = regions.filter(([code, , above]) => above === parent && isShown(code));
    return children.flatMap(([code]) => {
      const opened = children.length === 1 || holdsChosen(code);
      return [
        { value: code, depth, count: countOf(code) },
        ...(opened ? below(code, depth + 1) : []),
      ];
    });
  };
  return below('', 0);
}

/** 类; below each that is chosen its 款 and 项. */
function listSubjects(
  { subjects }: FacetLists,
  countOf: CountOf,
  isShown: (value: string) => boolean,
  chosen: readonly string[],
): FacetRow[] {
  return subjects
    .map(([code]) => code)
    .filter((code) => {
      if (!isShown(code)) return false;
      if (code.length === 3) return true;
      const above = code.slice(0, code.length - 2);
      return chosen.some((one) => one.startsWith(above));
    })
    .map((code) => ({ value: code, depth: (code.length - 3) / 2, count: countOf(code) }));
}

/** Counts over the whole archive, for the filters before anything is typed. */
export function archiveCounts(
  manifest: SearchManifest,
  facet: FacetName,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const add = (value: string, count: number): void => {
    counts.set(value, (counts.get(value) ?? 0) + count);
  };
  const parents = new Map(manifest.regions.map(([code, , parent]) => [code, parent]));
  for (const [value, count] of manifest.facets[facet]) {
    if (facet === 'region') {
      for (let at = value; at !== ''; at = parents.get(at) ?? '') add(at, count);
    } else if (facet === 'subject') {
      for (const digits of [3, 5, 7])
        if (digits <= value.length) add(value.slice(0, digits), count);
    } else add(value, count);
  }
  return counts;
}
