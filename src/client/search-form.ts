import type { SearchManifest } from '../format/search-files.ts';
import { facetNames, noFilters, type FacetCounts } from '../format/search-filters.ts';
import type { UncountedValues } from '../format/search-scope.ts';
import { searchOrders } from '../format/search-view.ts';
import { readAmount, writeAddress, type SearchState } from './search-address.ts';
import { find } from './search-element.ts';
import { archiveCounts, renderFacet } from './search-facets.ts';
import type { SearchNames } from './search-names.ts';

/** The box, the filters and the order: between what the controls show and the state of the search. */
export class SearchForm {
  readonly #page: HTMLElement;
  readonly input: HTMLInputElement;
  readonly #order: HTMLSelectElement;

  constructor(page: HTMLElement) {
    this.#page = page;
    this.input = find(page, 'input[name=q]', HTMLInputElement);
    this.#order = find(page, 'select[name=sort]', HTMLSelectElement);
  }

  /** Puts a state into the controls. */
  fill(state: SearchState): void {
    const params = new URLSearchParams(writeAddress(state));
    if (this.input.value.trim() !== state.typed.trim()) this.input.value = state.typed;
    this.#order.value = state.order;
    for (const name of ['min', 'max']) this.#amount(name).value = params.get(name) ?? '';
    for (const facet of facetNames) {
      for (const box of this.#boxes(facet)) box.checked = state.filters[facet].includes(box.value);
    }
  }

  /** What the controls say, but for what is typed. */
  read(): Pick<SearchState, 'filters' | 'order'> {
    const chosen = facetNames.map((facet) => [
      facet,
      this.#boxes(facet)
        .filter(({ checked }) => checked)
        .map(({ value }) => value),
    ]);
    return {
      filters: {
        ...noFilters,
        ...(Object.fromEntries(chosen) as Partial<SearchState['filters']>),
        minFen: readAmount(this.#amount('min').value),
        maxFen: readAmount(this.#amount('max').value),
      },
      order: searchOrders.find((order) => order === this.#order.value) ?? 'relevance',
    };
  }

  /** Calls back when a filter or the order was changed. */
  onChange(changed: () => void): void {
    find(this.#page, '.search-filters').addEventListener('change', changed);
    this.#order.addEventListener('change', changed);
  }

  /** Shows the values of every filter with their counts; without counts, those of the whole archive. */
  showFacets(
    state: SearchState,
    manifest: SearchManifest,
    names: SearchNames,
    counts?: FacetCounts,
    uncounted?: UncountedValues,
  ): void {
    for (const facet of facetNames) {
      const fieldset = find(this.#page, `fieldset[data-facet=${facet}]`);
      const of = counts?.[facet] ?? archiveCounts(manifest, facet);
      const others = facet === 'region' || facet === 'year' ? uncounted?.[facet] : [];
      renderFacet(fieldset, facet, of, state.filters, manifest, names, others);
    }
  }

  #amount(name: string): HTMLInputElement {
    return find(this.#page, `input[name=${name}]`, HTMLInputElement);
  }

  #boxes(facet: string): HTMLInputElement[] {
    return [...this.#page.querySelectorAll<HTMLInputElement>(`input[name=${facet}]`)];
  }
}
