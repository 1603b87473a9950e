import type { SearchHit } from '../../src/format/search-hit.ts';
import type { DirectoryEntry } from '../../src/format/search-record.ts';

/** A unit-year of our own making. */
export function exampleEntry(entry: Partial<DirectoryEntry> = {}): DirectoryEntry {
  return {
    unitId: '990101-shilidanwei',
    unitName: '示例单位',
    regionCode: '990101',
    year: 2024,
    kind: 'budget',
    includedIn: '',
    ...entry,
  };
}

/** A hit of our own making: a current project of the example unit-year. */
export function exampleHit(hit: Partial<SearchHit> = {}): SearchHit {
  const entry = hit.entry === undefined ? exampleEntry() : hit.entry;
  return {
    kind: 'project',
    fields: ['示例项目'],
    rank: 1,
    entry,
    entity: '',
    n: 1,
    indicator: 0,
    slug: 'shilixiangmu',
    phase: 'current',
    subject: '2080799',
    funds: 1,
    tableId: 'projects-current',
    column: 'total',
    amountFen: 1_000_000,
    regions: entry === null ? [] : [entry.regionCode],
    years: entry === null ? [] : [entry.year],
    count: 0,
    part: 'all',
    block: 'b',
    at: 0,
    ...hit,
  };
}
