import {
  type FindingManifest,
  type FindingShardEntry,
  type ListedFinding,
  listedResults,
  type ListedResult,
} from './finding-file.ts';

/** What of the findings a reader wants to see; null = all. */
export interface FindingFilters {
  readonly check: string | null;
  /** Division code; all below it are meant as well. */
  readonly region: string | null;
  readonly year: number | null;
  readonly result: ListedResult | null;
}

/** A choice of filters and the page of the list, from 1. */
export interface FindingState extends FindingFilters {
  readonly page: number;
}

/** Nothing chosen. */
export const noFindingFilters: FindingState = {
  check: null,
  region: null,
  year: null,
  result: null,
  page: 1,
};

/** Names of the filters, in the order shown. */
export const findingFilterNames = ['check', 'region', 'year', 'result'] as const;

/** See {@link findingFilterNames}. */
export type FindingFilterName = (typeof findingFilterNames)[number];

/** Whether any filter is set. */
export const isFiltered = (filters: FindingFilters): boolean =>
  findingFilterNames.some((name) => filters[name] !== null);

/** The state an address describes. What it does not understand it leaves out. */
export function readFindingState(search: string): FindingState {
  const params = new URLSearchParams(search);
  const matching = (name: string, pattern: RegExp): string | null => {
    const value = params.get(name) ?? '';
    return pattern.test(value) ? value : null;
  };
  const year = matching('year', /^\d{4}$/u);
  const page = matching('page', /^[1-9]\d{0,5}$/u);
  return {
    check: matching('check', /^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
    region: matching('region', /^\d{6}$/u),
    year: year === null ? null : Number(year),
    result: listedResults.find((result) => result === params.get('result')) ?? null,
    page: page === null ? 1 : Number(page),
  };
}

/** The query part of the address of a state, empty or beginning with `?`. */
export function writeFindingState(state: FindingState): string {
  const params = new URLSearchParams();
  for (const name of findingFilterNames) {
    const value = state[name];
    if (value !== null) params.set(name, String(value));
  }
  if (state.page > 1) params.set('page', String(state.page));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

/** A region code with those of all regions below it. */
export function regionAndBelow(regions: FindingManifest['regions'], code: string): Set<string> {
  const found = new Set([code]);
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (const [below, , parent] of regions) if (found.has(parent)) found.add(below);
  }
  return found;
}

/** The files that hold the findings of a region and year. */
export function findingShardsFor(
  { shards, regions }: FindingManifest,
  { region, year }: Pick<FindingFilters, 'region' | 'year'>,
): FindingShardEntry[] {
  const codes = region === null ? null : [...regionAndBelow(regions, region)];
  return shards.filter(
    (shard) =>
      (year === null || shard.year === year) &&
      (codes === null || codes.some((code) => shard.from <= code && code <= shard.to)),
  );
}

/** Findings let through, and how many each value of each filter would let through beside the others. */
export interface FindingView {
  readonly findings: readonly ListedFinding[];
  readonly counts: Readonly<Record<FindingFilterName, ReadonlyMap<string, number>>>;
}

/** The findings that all filters let through, in the order given, with the counts of every filter. */
export function filterFindings(
  findings: readonly ListedFinding[],
  filters: FindingFilters,
  regions: FindingManifest['regions'],
): FindingView {
  const parents = new Map(regions.map(([code, , parent]) => [code, parent]));
  const wanted = filters.region === null ? null : regionAndBelow(regions, filters.region);
  const lets: Record<FindingFilterName, (finding: ListedFinding) => boolean> = {
    check: ({ checkId }) => filters.check === null || filters.check === checkId,
    region: ({ regionCode }) => wanted === null || wanted.has(regionCode),
    year: ({ year }) => filters.year === null || filters.year === year,
    result: ({ result }) => filters.result === null || filters.result === result,
  };
  const none = (): Map<string, number> => new Map();
  const counts = { check: none(), region: none(), year: none(), result: none() };
  const shown: ListedFinding[] = [];
  for (const finding of findings) {
    const closed = findingFilterNames.filter((name) => !lets[name](finding));
    if (closed.length === 0) shown.push(finding);
    for (const name of findingFilterNames) {
      if (closed.some((other) => other !== name)) continue;
      for (const value of valuesOf(finding, name, parents)) add(counts[name], value);
    }
  }
  return { findings: shown, counts };
}

function valuesOf(
  finding: ListedFinding,
  name: FindingFilterName,
  parents: ReadonlyMap<string, string>,
): string[] {
  if (name === 'check') return [finding.checkId];
  if (name === 'year') return [String(finding.year)];
  if (name === 'result') return [finding.result];
  const codes: string[] = [];
  for (let at = finding.regionCode; at !== ''; at = parents.get(at) ?? '') codes.push(at);
  return codes;
}

const add = (counts: Map<string, number>, value: string): void => {
  counts.set(value, (counts.get(value) ?? 0) + 1);
};
