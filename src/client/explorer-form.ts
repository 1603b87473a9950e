import {
  defaultColumns,
  explorerColumns,
  type ExplorerColumn,
  type ExplorerNames,
} from '../format/explorer-columns.ts';
import type { ExplorerManifest } from '../format/explorer-file.ts';
import {
  facetNames,
  noFilters,
  type FacetCounts,
  type SearchFilters,
} from '../format/search-filters.ts';
import type { ExplorerState } from './explorer-address.ts';
import { readAmount, writeAddress } from './search-address.ts';
import { find } from './search-element.ts';
import { renderFacet } from './search-facets.ts';
import { namesOf } from './search-names.ts';

/** The filters the explorer offers, in the order shown. */
const facets = facetNames.filter((facet) => facet !== 'kind');

/** Words, filters and columns: between what the controls show and the state of the explorer. */
export class ExplorerForm {
  readonly #page: HTMLElement;
  readonly input: HTMLInputElement;

  constructor(page: HTMLElement) {
    this.#page = page;
    this.input = find(page, 'input[name=q]', HTMLInputElement);
  }

  /** Puts a state into the controls. */
  fill({ typed, filters, choices }: ExplorerState): void {
    const params = new URLSearchParams(writeAddress({ typed, filters, order: 'relevance' }));
    if (this.input.value.trim() !== typed) this.input.value = typed;
    for (const name of ['min', 'max']) this.#amount(name).value = params.get(name) ?? '';
    for (const facet of facets) {
      for (const box of this.#boxes(facet)) box.checked = filters[facet].includes(box.value);
    }
    for (const box of this.#boxes('column')) {
      box.checked = choices.columns.includes(box.value as ExplorerColumn);
    }
  }

  /** The filters the controls say. */
  filters(): SearchFilters {
    const chosen = facets.map((facet) => [facet, this.#checked(facet)]);
    return {
      ...noFilters,
      ...(Object.fromEntries(chosen) as Partial<SearchFilters>),
      minFen: readAmount(this.#amount('min').value),
      maxFen: readAmount(this.#amount('max').value),
    };
  }

  /** The columns the controls say, the name always among them. */
  columns(): readonly ExplorerColumn[] {
    const checked = this.#checked('column');
    const chosen = explorerColumns.filter(
      (column) => column === 'name' || checked.includes(column),
    );
    return chosen.join() === defaultColumns.join() ? defaultColumns : chosen;
  }

  /** Calls back when a filter or a column was changed. */
  onChange(changed: (what: 'filters' | 'columns') => void): void {
    find(this.#page, '.search-filters').addEventListener('change', () => changed('filters'));
    find(this.#page, '.explorer-columns').addEventListener('change', () => changed('columns'));
  }

  /** Shows the values of every filter with their counts. */
  showFacets(filters: SearchFilters, counts: FacetCounts, manifest: ExplorerManifest): void {
    const names = namesOf({ ...manifest, tables: [] });
    for (const facet of facets) {
      const fieldset = find(this.#page, `fieldset[data-facet=${facet}]`);
      renderFacet(fieldset, facet, counts[facet], filters, manifest, names);
    }
  }

  #amount(name: string): HTMLInputElement {
    return find(this.#page, `input[name=${name}]`, HTMLInputElement);
  }

  #boxes(name: string): HTMLInputElement[] {
    return [...this.#page.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)];
  }

  #checked(name: string): string[] {
    return this.#boxes(name)
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
  }
}

/** Names of regions and subjects of a manifest; a code without a name stands for itself. */
export function explorerNames({ regions, subjects }: ExplorerManifest): ExplorerNames {
  const region = new Map(regions.map(([code, name]) => [code, name]));
  const subject = new Map(subjects);
  return {
    region: (code) => region.get(code) ?? code,
    subject: (code) => subject.get(code) ?? '',
  };
}
