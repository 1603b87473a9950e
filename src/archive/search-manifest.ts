import { facetNames } from '../format/search-filters.ts';
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
import { boundsOfPart } from './search-parts.ts';

/** Unit-years in one directory file. */
export const directorySize = 256;

/** What the whole archive needs to know of the index of a part. */
export interface PartSummary {
  readonly counts: Readonly<Record<SearchKind, number>>;
  readonly blocks: number;
  /** Digest of all that the part holds. */
  readonly digest: string;
  readonly unitYears: number;
  /** Years of the unit-years, ascending. */
  readonly years: readonly number[];
  /** Ids of the tables that rows stand in, in text order. */
  readonly tables: readonly string[];
  readonly facets: SearchManifest['facets'];
}

/** The summary of a part but for what is known only once it is written. */
export function describePart(
  records: Iterable<SearchRecord>,
  directory: readonly DirectoryEntry[],
): Omit<PartSummary, 'blocks' | 'digest'> {
  const counts = noRecords();
  const facets = new FacetCounts();
  for (const record of records) {
    counts[record.kind] += 1;
    countRecord(record, directory, facets);
  }
  return {
    counts,
    unitYears: directory.length,
    years: [...new Set(directory.map(({ year }) => year))].sort((a, b) => a - b),
    tables: [...facets.tables].sort(compareText),
    facets: facets.lists(),
  };
}

/** What the manifest needs besides the parts. */
export interface ManifestNames {
  /** Code, name and code above (empty for a province) of every region that may be needed. */
  readonly regions: readonly (readonly [code: string, name: string, parent: string])[];
  readonly subjects: readonly (readonly [code: string, name: string])[];
  readonly tables: readonly (readonly [id: string, label: string])[];
}

/** A part by its id, with what is known of it. */
export interface DescribedPart {
  readonly id: string;
  readonly summary: PartSummary;
}

/**
 * The manifest of an archive: its parts in the order given, those without a record left out, and
 * their counts added up.
 */
export function describeArchive(
  described: readonly DescribedPart[],
  names: ManifestNames,
  directories: Pick<SearchManifest, 'pairs' | 'pinyin'>,
): SearchManifest {
  const counts = noRecords();
  const facets = new FacetCounts();
  const tables = new Set<string>();
  const years = new Set<number>();
  for (const { summary } of described) {
    for (const kind of searchKinds) counts[kind] += summary.counts[kind];
    facets.addAll(summary.facets);
    for (const table of summary.tables) tables.add(table);
    for (const year of summary.years) years.add(year);
  }
  const sum = (of: (summary: PartSummary) => number): number =>
    described.reduce((total, { summary }) => total + of(summary), 0);
  return {
    version: 2,
    counts,
    blocks: sum(({ blocks }) => blocks),
    parts: described.map(({ id, summary: { digest, counts: of } }) => ({
      id,
      digest,
      records: Object.values(of).reduce((total, count) => total + count, 0),
      ...boundsOfPart(id),
    })),
    ...directories,
    unitYears: sum(({ unitYears }) => unitYears),
    directorySize,
    regions: withAncestors(facets.valuesOf('region'), names.regions),
    subjects: [...names.subjects].sort(([a], [b]) => compareText(a, b)),
    tables: names.tables.filter(([id]) => tables.has(id)),
    years: [...years].sort((a, b) => a - b),
    facets: facets.lists(),
  };
}

const noRecords = (): Record<SearchKind, number> => ({
  project: 0,
  indicator: 0,
  line: 0,
  unit: 0,
  subject: 0,
  document: 0,
  text: 0,
});

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

  add(facet: FacetName, value: string, count = 1): void {
    const values = this.#counts.get(facet) ?? new Map<string, number>();
    this.#counts.set(facet, values);
    values.set(value, (values.get(value) ?? 0) + count);
  }

  addAll(facets: SearchManifest['facets']): void {
    for (const facet of facetNames) {
      for (const [value, count] of facets[facet]) this.add(facet, value, count);
    }
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
  regions: ManifestNames['regions'],
): SearchManifest['regions'] {
  const byCode = new Map(regions.map((region) => [region[0], region]));
  const kept = new Set<string>();
  for (const code of codes) {
    for (let at = code; at !== '' && !kept.has(at); at = byCode.get(at)?.[2] ?? '') kept.add(at);
  }
  return [...kept].sort(compareText).map((code) => byCode.get(code) ?? [code, code, '']);
}
