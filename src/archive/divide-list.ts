import type { ArchiveModel, RegionEntry } from './model.ts';
import { compareText } from './order.ts';

/** A place that a long list goes on at, with all its rows there and below. */
export interface ListPlace<R> {
  readonly entry: RegionEntry;
  readonly rows: readonly R[];
}

/** One page of a list that goes by places where it is long. */
export interface ListPage<R> {
  /** The place whose rows these are; null = the beginning of the whole list. */
  readonly place: RegionEntry | null;
  /** Number of the page, from 1, and of the last page of the same place. */
  readonly page: number;
  readonly pages: number;
  /** All rows of the place and those below it, in the order of the list. */
  readonly all: readonly R[];
  /** The rows on this page, in the order of the list; where it goes on elsewhere, those of the place itself. */
  readonly rows: readonly R[];
  /** The places it goes on at, in code order; empty where every row is here, and on all pages but the first. */
  readonly below: readonly ListPlace<R>[];
}

/** How a list is divided. */
export interface ListDivision<R> {
  readonly regionCode: (row: R) => string;
  /** Lines a row takes up; left out = one. */
  readonly lines?: (row: R) => number;
  /** Lines of a page; left out = as the archive is configured. */
  readonly limit?: number;
}

/**
 * The pages of a list. A short list is one page. A long one goes by places: its beginning names the
 * provinces, the page of a place names those right below it and lists the rows of the place itself, and a
 * place whose rows fit lists them all. Only the own rows of one place are ever cut at a number, so that a
 * row more moves no page of another place; and what was a page stays one while rows are added.
 */
export function divideList<R>(
  archive: ArchiveModel,
  rows: readonly R[],
  division: ListDivision<R>,
): ListPage<R>[] {
  const { lines = () => 1, limit = archive.config.rowsPerPage } = division;
  const first = { place: null, page: 1, pages: 1, all: rows };
  if (fits(rows, lines, limit)) return [{ ...first, rows, below: [] }];
  const tops = placesBelow(archive, rows, null, division);
  const pages = tops.flatMap((top) => pagesOfPlace(archive, top, { ...division, lines, limit }));
  return [{ ...first, rows: [], below: skipOnlyPlace(archive, tops, division) }, ...pages];
}

type Cut<R> = Required<ListDivision<R>>;

function pagesOfPlace<R>(
  archive: ArchiveModel,
  { entry, rows }: ListPlace<R>,
  division: Cut<R>,
): ListPage<R>[] {
  const { regionCode, lines, limit } = division;
  const isWhole = fits(rows, lines, limit);
  const own = isWhole ? rows : rows.filter((row) => regionCode(row) === entry.region.code);
  const below = isWhole ? [] : placesBelow(archive, rows, entry, division);
  const runs = cutIntoPages(own, lines, limit);
  return [
    ...runs.map((run, i) => ({
      place: entry,
      page: i + 1,
      pages: runs.length,
      all: rows,
      rows: run,
      below: i === 0 ? below : [],
    })),
    ...below.flatMap((place) => pagesOfPlace(archive, place, division)),
  ];
}

/** The rows by the places right below one; null = by the places the tree begins with. */
function placesBelow<R>(
  archive: ArchiveModel,
  rows: readonly R[],
  above: RegionEntry | null,
  { regionCode }: ListDivision<R>,
): ListPlace<R>[] {
  const depth = above === null ? 0 : above.ancestors.length + 1;
  const groups = new Map<string, R[]>();
  /** The group of each division code that rows have; null = of none. */
  const groupOf = new Map<string, R[] | null>();
  for (const row of rows) {
    const code = regionCode(row);
    let group = groupOf.get(code);
    if (group === undefined) {
      const entry = archive.region(code);
      const place = entry === undefined ? undefined : [...entry.ancestors, entry.region][depth];
      group = place === undefined ? null : (groups.get(place.code) ?? []);
      if (place !== undefined && group !== null) groups.set(place.code, group);
      groupOf.set(code, group);
    }
    group?.push(row);
  }
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([code, own]) => {
      const entry = archive.region(code);
      return entry === undefined ? [] : [{ entry, rows: own }];
    });
}

/** The places a list begins with; where it is one alone, that place itself and those right below it. */
function skipOnlyPlace<R>(
  archive: ArchiveModel,
  tops: readonly ListPlace<R>[],
  division: ListDivision<R>,
): readonly ListPlace<R>[] {
  const [only, ...others] = tops;
  if (only === undefined || others.length > 0) return tops;
  const below = placesBelow(archive, only.rows, only.entry, division);
  if (below.length === 0) return tops;
  const own = only.rows.filter((row) => division.regionCode(row) === only.entry.region.code);
  return [...(own.length > 0 ? [{ entry: only.entry, rows: own }] : []), ...below];
}

const fits = <R>(rows: readonly R[], lines: (row: R) => number, limit: number): boolean =>
  rows.reduce((sum, row) => sum + lines(row), 0) <= limit;

/** Rows in runs of at most so many lines, but at least one row; one empty run where there is none. */
export function cutIntoPages<R>(
  rows: readonly R[],
  lines: (row: R) => number,
  limit: number,
): R[][] {
  const runs: R[][] = [[]];
  let held = 0;
  for (const row of rows) {
    const more = lines(row);
    if (held > 0 && held + more > limit) {
      runs.push([]);
      held = 0;
    }
    runs.at(-1)?.push(row);
    held += more;
  }
  return runs;
}

/** The part of a route that tells the pages of a list apart; undefined = no part, its beginning. */
export const listParameter = ({
  place,
  page,
}: Pick<ListPage<unknown>, 'place' | 'page'>): string | undefined =>
  place === null ? undefined : `${place.region.code}${page === 1 ? '' : `/${page}`}`;
