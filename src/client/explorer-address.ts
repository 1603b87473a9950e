import {
  noChoices,
  readChoices,
  writeChoices,
  type ExplorerChoices,
} from '../format/explorer-address.ts';
import { noFilters } from '../format/search-filters.ts';
import { readAddress, writeAddress, type SearchState } from './search-address.ts';

/** Everything about the explorer that an address keeps: words and filters as in the search, and choices. */
export interface ExplorerState extends Pick<SearchState, 'typed' | 'filters'> {
  readonly choices: ExplorerChoices;
}

/** The state before anything is chosen. */
export const startState: ExplorerState = { typed: '', filters: noFilters, choices: noChoices };

/** The state an address describes. What it does not understand it leaves out. */
export function readExplorerAddress(search: string): ExplorerState {
  const { typed, filters } = readAddress(search);
  return {
    typed,
    filters: { ...filters, kind: [] },
    choices: readChoices(new URLSearchParams(search)),
  };
}

/** The query part of the address of a state, empty or beginning with `?`. */
export function writeExplorerAddress({ typed, filters, choices }: ExplorerState): string {
  const params = new URLSearchParams(writeAddress({ typed, filters, order: 'relevance' }));
  writeChoices(params, choices);
  const text = params.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
