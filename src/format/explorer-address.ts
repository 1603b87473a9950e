import { defaultColumns, explorerColumns, type ExplorerColumn } from './explorer-columns.ts';
import type { ExplorerSort } from './explorer-view.ts';

/** Most projects that can be compared side by side. */
export const mostSelected = 6;

/** What an address of the explorer keeps beside words and filters. */
export interface ExplorerChoices {
  readonly sort: ExplorerSort | null;
  readonly columns: readonly ExplorerColumn[];
  /** Ids of the projects to compare, in the order chosen, each once, at most {@link mostSelected}. */
  readonly selected: readonly string[];
  /** Whether all projects are to be read however many they are. */
  readonly all: boolean;
}

/** Nothing chosen. */
export const noChoices: ExplorerChoices = {
  sort: null,
  columns: defaultColumns,
  selected: [],
  all: false,
};

const projectIdPattern = /^\d{6}-[a-z0-9-]+-\d{4}-(?:budget|final-accounts)-p\d+$/u;

/** The choices an address describes. What it does not understand it leaves out. */
export function readChoices(params: URLSearchParams): ExplorerChoices {
  const words = (name: string): string[] => (params.get(name) ?? '').split(',').filter(Boolean);
  const columns = explorerColumns.filter((column) => words('cols').includes(column));
  const selected = words('sel').filter((id) => projectIdPattern.test(id));
  return {
    sort: readSort(params.get('sort') ?? ''),
    columns: columns.length === 0 ? defaultColumns : withName(columns),
    selected: [...new Set(selected)].slice(0, mostSelected),
    all: params.get('all') === '1',
  };
}

/** Puts the choices into an address; what is as at first is left out. */
export function writeChoices(params: URLSearchParams, choices: ExplorerChoices): void {
  const { sort, columns, selected, all } = choices;
  if (sort !== null) params.set('sort', `${sort.descending ? '-' : ''}${sort.column}`);
  if (columns.join() !== defaultColumns.join()) params.set('cols', columns.join());
  if (selected.length > 0) params.set('sel', selected.join());
  if (all) params.set('all', '1');
}

/** The name first, whatever else is shown. */
const withName = (columns: readonly ExplorerColumn[]): ExplorerColumn[] => [
  'name',
  ...columns.filter((column) => column !== 'name'),
];

function readSort(text: string): ExplorerSort | null {
  const descending = text.startsWith('-');
  const column = explorerColumns.find((known) => known === text.replace(/^-/u, ''));
  return column === undefined ? null : { column, descending };
}

/**
 * The order after a header is used: texts begin upwards, numbers downwards; a second use turns the
 * order round, a third gives that of the archive back.
 */
export function nextSort(
  sort: ExplorerSort | null,
  column: ExplorerColumn,
  startsDescending: boolean,
): ExplorerSort | null {
  if (sort?.column !== column) return { column, descending: startsDescending };
  return sort.descending === startsDescending ? { column, descending: !startsDescending } : null;
}

/** Adds a project to the selection or takes it out; a full selection takes no more. */
export function toggleSelected(selected: readonly string[], id: string): readonly string[] {
  if (selected.includes(id)) return selected.filter((other) => other !== id);
  return selected.length < mostSelected ? [...selected, id] : selected;
}

/** Region and year of a project id, by which its file is found; undefined = not such an id. */
export function placeOfProject(id: string): { regionCode: string; year: string } | undefined {
  const match = /^(\d{6})-.*-(\d{4})-(?:budget|final-accounts)-p\d+$/u.exec(id);
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { regionCode: match[1], year: match[2] };
}
