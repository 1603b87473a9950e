import { divideList, type ListPage } from './divide-list.ts';
import { rowTotalByYear } from './economic-totals.ts';
import type {
  Aggregate,
  ArchiveModel,
  EconomicAmounts,
  SubjectAmounts,
  UnitYear,
} from './model.ts';
import { sumsOfYears } from './subject-years.ts';
import type { Region } from '../schema/region.ts';

/** A row of the list of a subject or an economic class. */
export interface IndexRow<A> {
  readonly unitYear: UnitYear;
  readonly amounts: A;
}

/** A place the list of a subject or an economic class goes on at. */
export interface IndexPlace {
  readonly region: Region;
  readonly disclosures: number;
  /** One sum for each year shown; null = no disclosure of that year prints it. */
  readonly sums: readonly (Aggregate | null)[];
}

const made = new WeakMap<readonly unknown[], readonly ListPage<unknown>[]>();

/** The pages of the rows of one subject or economic class, divided once for an archive. */
export function indexPages<A>(
  archive: ArchiveModel,
  rows: readonly IndexRow<A>[],
): readonly ListPage<IndexRow<A>>[] {
  const pages =
    (made.get(rows) as readonly ListPage<IndexRow<A>>[] | undefined) ??
    divideList(archive, rows, { regionCode: ({ unitYear }) => unitYear.regionCode });
  made.set(rows, pages);
  return pages;
}

/** The places of a page, with what is spent there in the years shown. */
export const indexPlaces = <A extends SubjectAmounts | EconomicAmounts>(
  archive: ArchiveModel,
  { below }: ListPage<IndexRow<A>>,
): IndexPlace[] =>
  below.map(({ entry, rows }) => ({
    region: entry.region,
    disclosures: new Set(rows.map(({ unitYear }) => unitYear)).size,
    sums: sumsOfYears(archive.years.slice(-5), rowTotalByYear(archive, rows)),
  }));

/** What the rows of a page show, for its key. */
export const shownRows = <A>(rows: readonly IndexRow<A>[]): readonly unknown[] =>
  rows.map(({ unitYear: { disclosureId, unitName, year, kind, regionCode }, amounts }) => [
    disclosureId,
    unitName,
    year,
    kind,
    regionCode,
    amounts,
  ]);

/** The sums of all rows of a list's place by year; `whole` = those of the whole list. Only on the first page. */
export const placeTotals = <A extends SubjectAmounts | EconomicAmounts>(
  archive: ArchiveModel,
  { place, page, all }: ListPage<IndexRow<A>>,
  whole: ReturnType<typeof rowTotalByYear>,
): ReturnType<typeof rowTotalByYear> => {
  if (page > 1) return [];
  return place === null ? whole : rowTotalByYear(archive, all);
};
