import { amountsDigest } from './amounts-digest.ts';
import { divideList, type ListPage } from './divide-list.ts';
import { rowTotalByYear } from './economic-totals.ts';
import type {
  Aggregate,
  ArchiveModel,
  EconomicAmounts,
  SubjectAmounts,
  UnitYear,
} from './model.ts';
import { knownAmounts } from './page-key.ts';
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

const placesOf = new WeakMap<ListPage<never>, readonly IndexPlace[]>();

/** The places of a page, with what is spent there in the years shown; summed once for a page. */
export function indexPlaces<A extends SubjectAmounts | EconomicAmounts>(
  archive: ArchiveModel,
  list: ListPage<IndexRow<A>>,
): readonly IndexPlace[] {
  const known = placesOf.get(list as ListPage<never>);
  if (known !== undefined) return known;
  const places = list.below.map(({ entry, rows }) => ({
    region: entry.region,
    disclosures: new Set(rows.map(({ unitYear }) => unitYear)).size,
    sums: sumsOfYears(archive.years.slice(-5), rowTotalByYear(archive, rows)),
  }));
  placesOf.set(list as ListPage<never>, places);
  return places;
}

const heads = new WeakMap<UnitYear, string>();

/** The digest of the amounts of a unit-year. */
function headOf(unitYear: UnitYear): string {
  const known = heads.get(unitYear);
  if (known !== undefined) return known;
  const head = knownAmounts(unitYear) ?? amountsDigest(unitYear);
  heads.set(unitYear, head);
  return head;
}

/** Rows as far as their unit-years tell them: one short text, since an archive has very many rows. */
export function shownRows(rows: readonly { readonly unitYear: UnitYear }[]): string {
  const shown: string[] = [];
  let last: UnitYear | undefined;
  for (const { unitYear } of rows) {
    if (unitYear !== last) shown.push(headOf(unitYear));
    last = unitYear;
  }
  return shown.join();
}

/**
 * What a page of the list of a subject or an economic class shows, for its key: the first of a place shows
 * sums over all rows there, the others their own rows.
 */
export const shownList = ({ page, pages, all, rows }: ListPage<IndexRow<object>>): unknown[] => [
  page,
  pages,
  all.length,
  shownRows(page === 1 ? all : rows),
];

/** The sums of all rows of a list's place by year; `whole` = those of the whole list. Only on the first page. */
export const placeTotals = <A extends SubjectAmounts | EconomicAmounts>(
  archive: ArchiveModel,
  { place, page, all }: ListPage<IndexRow<A>>,
  whole: ReturnType<typeof rowTotalByYear>,
): ReturnType<typeof rowTotalByYear> => {
  if (page > 1) return [];
  return place === null ? whole : rowTotalByYear(archive, all);
};
