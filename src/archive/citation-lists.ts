import type { Region } from '../schema/region.ts';
import { divideList, type ListPage } from './divide-list.ts';
import type { ArchiveModel, DocumentEntry } from './model.ts';

type Citing = DocumentEntry['citations'][number];

/** How many projects, units and regions cite a document. */
export interface CitationCounts {
  readonly projects: number;
  readonly units: number;
  readonly regions: number;
}

/** The pages of the projects that cite a document. */
export const citationPages = (archive: ArchiveModel, { citations }: DocumentEntry) =>
  divideList(archive, citations, { regionCode: ({ unitYear }) => unitYear.regionCode });

const counted = new WeakMap<readonly Citing[], CitationCounts>();

/** How many projects, units and regions the citations of a list are of; counted once for a list. */
export function citationCounts(citations: readonly Citing[]): CitationCounts {
  const known = counted.get(citations);
  if (known !== undefined) return known;
  const counts = {
    projects: citations.length,
    units: new Set(citations.map(({ unitYear }) => unitYear.unitId)).size,
    regions: new Set(citations.map(({ unitYear }) => unitYear.regionCode)).size,
  };
  counted.set(citations, counts);
  return counts;
}

/** The places a list of citations goes on at. */
export const citationPlaces = ({
  below,
}: ListPage<Citing>): { readonly region: Region; readonly counts: CitationCounts }[] =>
  below.map(({ entry, rows }) => ({ region: entry.region, counts: citationCounts(rows) }));

/** The cited documents of one year of their numbers. */
export interface DocumentYear {
  /** The year of the number; null = a number without a year, or cited by title alone. */
  readonly year: number | null;
  /** In slug order. */
  readonly documents: readonly DocumentEntry[];
}

/** Cited documents by the year of their number, ascending; those without a year last. */
export function documentsByYear(documents: readonly DocumentEntry[]): DocumentYear[] {
  const years = Map.groupBy(documents, ({ slug }) => yearOfSlug(slug));
  return [...years]
    .sort(([a], [b]) => (a ?? Infinity) - (b ?? Infinity))
    .map(([year, members]) => ({ year, documents: members }));
}

/** The slug of a document begins with the digits of its number, and those with the year. */
function yearOfSlug(slug: string): number | null {
  const year = /^((?:19|20)\d{2})-/u.exec(slug)?.[1];
  return year === undefined ? null : Number(year);
}
