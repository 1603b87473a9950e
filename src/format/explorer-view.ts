import {
  filterHits,
  type FacetCounts,
  type RegionsAbove,
  type SearchFilters,
} from './search-filters.ts';
import { matchesQuery, parseSearchQuery } from './search-query.ts';
import { totalProjects, type ProjectTotals } from './search-totals.ts';
import { columnFen, isMoneyColumn, type ExplorerColumn } from './explorer-columns.ts';
import type { ExplorerProject } from './explorer-file.ts';

/** The order of the rows: by one column, up or down; null = as the archive has them. */
export interface ExplorerSort {
  readonly column: ExplorerColumn;
  readonly descending: boolean;
}

/** What the reader wants to see of the projects. */
export interface ExplorerRequest {
  readonly typed: string;
  readonly filters: SearchFilters;
  readonly sort: ExplorerSort | null;
}

/** The projects as they are shown. */
export interface ExplorerView {
  readonly projects: readonly ExplorerProject[];
  /** Projects of each value of each filter among those that all the other filters let through. */
  readonly facets: FacetCounts;
  readonly totals: ProjectTotals;
}

/**
 * The projects whose names contain every typed word and that all filters let through, sorted; their
 * totals. Words are compared as in the search.
 */
export function viewProjects(
  projects: readonly ExplorerProject[],
  { typed, filters, sort }: ExplorerRequest,
  regionsAbove: RegionsAbove,
): ExplorerView {
  const { words } = parseSearchQuery(typed);
  const named =
    words.length === 0 ? projects : projects.filter(({ text }) => matchesQuery(text, words));
  const { hits, facets } = filterHits(named, filters, regionsAbove);
  return { projects: sortProjects(hits, sort), facets, totals: totalProjects(hits) };
}

const byPinyin = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true });

/**
 * The projects in the order of a column; equal ones stay in the order of the archive, and what has no
 * value in the column comes last whichever way the order goes.
 */
export function sortProjects(
  projects: readonly ExplorerProject[],
  sort: ExplorerSort | null,
): readonly ExplorerProject[] {
  if (sort === null) return projects;
  const keys = projects.map((project, i) => ({ project, i, key: sortKey(project, sort.column) }));
  const direction = sort.descending ? -1 : 1;
  keys.sort((a, b) => {
    if (a.key === null || b.key === null)
      return Number(a.key === null) - Number(b.key === null) || a.i - b.i;
    return compareKeys(a.key, b.key) * direction || a.i - b.i;
  });
  return keys.map(({ project }) => project);
}

function compareKeys(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return byPinyin.compare(String(a), String(b));
}

function sortKey(project: ExplorerProject, column: ExplorerColumn): number | string | null {
  if (isMoneyColumn(column)) return columnFen(project, column);
  const orNull = (text: string): string | null => (text === '' ? null : text);
  switch (column) {
    case 'year':
      return project.entry.year;
    case 'indicators':
      return project.indicators;
    case 'region':
      return Number(project.entry.regionCode);
    case 'unit':
      return project.entry.unitName;
    case 'phase':
      return { current: 0, carryover: 1, none: null }[project.phase];
    case 'subject':
      return orNull(project.subject);
    case 'attribute':
      return project.attribute;
    case 'name':
      return project.name;
  }
}
