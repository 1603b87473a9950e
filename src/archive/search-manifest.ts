import type { DirectoryFile, FacetName, SearchManifest } from '../format/search-files.ts';
import {
  fundSources,
  searchKinds,
  searchPhases,
  type DirectoryEntry,
  type SearchKind,
  type SearchRecord,
} from '../format/search-record.ts';
import { compareText } from './order.ts';

/** Unit-years in one directory file. */
export const directorySize = 256;

/** What the manifest needs besides the records. */
export interface ManifestParts {
  readonly directory: readonly DirectoryEntry[];
  readonly blocks: number;
  readonly digest: string;
  readonly pinyinParts: number;
  /** Code, name and code above (empty for a province) of every region that may be needed. */
  readonly regions: readonly (readonly [code: string, name: string, parent: string])[];
  readonly subjects: readonly (readonly [code: string, name: string])[];
  readonly tables: readonly (readonly [id: string, label: string])[];
}

/** The manifest of an index: counts, names and the records of each filter value. */
export function describeIndex(
  records: Iterable<SearchRecord>,
  parts: ManifestParts,
): SearchManifest {
  const counts: Record<SearchKind, number> = {
    project: 0,
    indicator: 0,
    line: 0,
    unit: 0,
    subject: 0,
    document: 0,
    text: 0,
  };
  const facets = new FacetCounts();
  for (const record of records) {
    counts[record.kind] += 1;
    countRecord(record, parts.directory, facets);
  }
  const regions = withAncestors(facets.valuesOf('region'), parts.regions);
  const usedTables = new Set(facets.tables);
  return {
    version: 1,
    counts,
    blocks: parts.blocks,
    digest: parts.digest,
    unitYears: parts.directory.length,
    directorySize,
    pinyinParts: parts.pinyinParts,
    regions,
    subjects: [...parts.subjects].sort(([a], [b]) => compareText(a, b)),
    tables: parts.tables.filter(([id]) => usedTables.has(id)),
    years: [...new Set(parts.directory.map(({ year }) => year))].sort((a, b) => a - b),
    facets: facets.lists(),
  };
}

/** The directory cut into files, by column. */
export function* prepareDirectory(directory: readonly DirectoryEntry[]): Generator<DirectoryFile> {
  for (let from = 0; from < directory.length; from += directorySize) {
    const part = directory.slice(from, from + directorySize);
    yield {
      unitId: part.map(({ unitId }) => unitId),
      unitName: part.map(({ unitName }) => unitName),
      regionCode: part.map(({ regionCode }) => regionCode),
      year: part.map(({ year }) => year),
      kind: part.map(({ kind }) => (kind === 'budget' ? 0 : 1)),
      includedIn: part.map(({ includedIn }) => includedIn),
    };
  }
}

class FacetCounts {
  readonly tables = new Set<string>();
  readonly #counts = new Map<FacetName, Map<string, number>>();

  add(facet: FacetName, value: string): void {
    const values = this.#counts.get(facet) ?? new Map<string, number>();
    this.#counts.set(facet, values);
    values.set(value, (values.get(value) ?? 0) + 1);
  }

  valuesOf(facet: FacetName): string[] {
    return [...(this.#counts.get(facet)?.keys() ?? [])];
  }

  lists(): SearchManifest['facets'] {
    const list = (facet: FacetName): [string, number][] =>
      [...(this.#counts.get(facet) ?? [])].sort(([a], [b]) => compareText(a, b));
    return {
      kind: list('kind'),
      region: list('region'),
      year: list('year'),
      subject: list('subject'),
      fund: list('fund'),
      phase: list('phase'),
    };
  }
}

function countRecord(
  record: SearchRecord,
  directory: readonly DirectoryEntry[],
  facets: FacetCounts,
): void {
  if (!searchKinds.includes(record.kind)) {
    throw new Error(`Unexpected kind "${record.kind}", expected one of ${searchKinds.join(', ')}`);
  }
  facets.add('kind', record.kind);
  if ('id' in record) {
    for (const region of record.regions) facets.add('region', region);
    for (const year of record.years) facets.add('year', String(year));
    return;
  }
  const entry = directory[record.unitYear];
  if (entry === undefined) {
    throw new Error(
      `Unexpected unit-year ${record.unitYear} of "${record.fields[0]}", expected less than ${directory.length}`,
    );
  }
  facets.add('region', entry.regionCode);
  facets.add('year', String(entry.year));
  if (record.subject !== '') facets.add('subject', record.subject);
  if (searchPhases.includes(record.phase) && record.kind !== 'line') {
    facets.add('phase', record.phase);
  }
  fundSources.forEach((source, bit) => {
    if ((record.funds & (1 << bit)) !== 0) facets.add('fund', source);
  });
  if (record.tableId !== '') facets.tables.add(record.tableId);
}

function withAncestors(
  codes: readonly string[],
  regions: ManifestParts['regions'],
): SearchManifest['regions'] {
  const byCode = new Map(regions.map((region) => [region[0], region]));
  const kept = new Set<string>();
  for (const code of codes) {
    for (let at = code; at !== '' && !kept.has(at); at = byCode.get(at)?.[2] ?? '') kept.add(at);
  }
  return [...kept].sort(compareText).map((code) => byCode.get(code) ?? [code, code, '']);
}
