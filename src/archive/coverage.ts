import type { Region } from '../schema/region.ts';
import type { TableSet } from '../schema/table-set.ts';
import type { Unit } from '../schema/unit.ts';
import { divideList, type ListPage } from './divide-list.ts';
import type { ArchiveModel, RegionEntry, UnitYear } from './model.ts';
import { compareText } from './order.ts';

/** What the archive holds of one unit. */
export interface UnitCoverage {
  readonly unit: Unit;
  /** Its unit-years, oldest first. */
  readonly held: readonly UnitYear[];
  /** Years of {@link ArchiveModel.years} without a document of the unit, ascending. */
  readonly absentYears: readonly number[];
}

/** A region with units of its own and what the archive holds of each. */
export interface RegionCoverage {
  readonly entry: RegionEntry;
  readonly units: readonly UnitCoverage[];
  /** Unit-years of the region itself, for each year of the archive. */
  readonly years: readonly { readonly year: number; readonly unitYears: readonly UnitYear[] }[];
}

/** Regions that have units of their own, in code order, with every unit and year. */
export function coverageByRegion(archive: ArchiveModel): RegionCoverage[] {
  return archive.regions
    .filter(({ units }) => units.length > 0)
    .map((entry) => ({
      entry,
      units: entry.units.map(({ unit, unitYears }) => ({
        unit,
        held: unitYears,
        absentYears: archive.years.filter((year) => !unitYears.some((held) => held.year === year)),
      })),
      years: archive.years.map((year) => ({
        year,
        unitYears: entry.units
          .flatMap(({ unitYears }) => unitYears)
          .filter((unitYear) => unitYear.year === year),
      })),
    }));
}

/** How much the archive holds, in plain counts. */
export interface ArchiveTotals {
  readonly disclosures: number;
  /** Units with at least one document. */
  readonly units: number;
  /** Regions with at least one unit of their own that has a document. */
  readonly regions: number;
  /** All regions the archive has a page for. */
  readonly allRegions: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly projects: number;
  readonly indicators: number;
  readonly corrections: number;
  readonly gaps: number;
  /** Results of the checks that are a difference. */
  readonly differences: number;
}

/** Counts over the whole archive; the years are null when it is empty. */
export function archiveTotals(archive: ArchiveModel): ArchiveTotals {
  const { unitYears, years } = archive;
  const count = (of: (unitYear: UnitYear) => number): number =>
    unitYears.reduce((sum, unitYear) => sum + of(unitYear), 0);
  return {
    disclosures: unitYears.length,
    units: new Set(unitYears.map(({ unitId }) => unitId)).size,
    regions: new Set(unitYears.map(({ regionCode }) => regionCode)).size,
    allRegions: archive.regions.length,
    firstYear: years[0] ?? null,
    lastYear: years.at(-1) ?? null,
    projects: count(({ projects }) => projects.length),
    indicators: count(({ indicators }) => indicators),
    corrections: count(({ corrections }) => corrections),
    gaps: count(({ gaps }) => gaps),
    differences: count(({ findings }) => findings.difference),
  };
}

/** The unit-years of the latest budget years, latest first, then in id order. */
export function latestUnitYears(archive: ArchiveModel, limit: number): UnitYear[] {
  return [...archive.unitYears]
    .sort((a, b) => b.year - a.year || compareText(a.disclosureId, b.disclosureId))
    .slice(0, limit);
}

/** The tables of one unit-year by what they print, as their numbers in the table set. */
export interface TableCoverage {
  readonly filled: readonly number[];
  readonly printedEmpty: readonly number[];
  /** Tables of the set that the document does not have. */
  readonly missing: readonly number[];
}

/** How complete the tables of the unit-years are, by disclosure id. */
export function tableCoverages(
  { unitYears }: { readonly unitYears: readonly UnitYear[] },
  tableSetOf: (unitYear: UnitYear) => TableSet,
): ReadonlyMap<string, TableCoverage> {
  return new Map(
    unitYears.map((unitYear) => [
      unitYear.disclosureId,
      tableCoverage(unitYear, tableSetOf(unitYear)),
    ]),
  );
}

/** How complete the tables of a unit-year are, against the table set of its document. */
export function tableCoverage(unitYear: UnitYear, tableSet: TableSet): TableCoverage {
  const numbersOf = (ids: readonly string[]): number[] =>
    tableSet.tables.filter(({ id }) => ids.includes(id)).map(({ number }) => number);
  const withStatus = (wanted: 'filled' | 'printed-empty'): number[] =>
    numbersOf(unitYear.tables.filter(({ status }) => status === wanted).map(({ id }) => id));
  return {
    filled: withStatus('filled'),
    printedEmpty: withStatus('printed-empty'),
    missing: numbersOf(unitYear.missingTables),
  };
}

/** Pages of {@link coverageByRegion}, unit by unit. */
export interface CoveragePage {
  readonly list: ListPage<LocatedCoverage>;
  /** The regions of the units on this page, with those units alone. */
  readonly regions: readonly RegionCoverage[];
}

/** The coverage of a unit with the region it belongs to. */
export interface LocatedCoverage extends UnitCoverage {
  readonly region: RegionCoverage;
}

const coveragePagesOf = new WeakMap<ArchiveModel, readonly CoveragePage[]>();

/** The pages of what the archive holds of every unit and year, divided once for an archive. */
export function coveragePages(archive: ArchiveModel): readonly CoveragePage[] {
  const known = coveragePagesOf.get(archive);
  if (known !== undefined) return known;
  const units = coverageByRegion(archive).flatMap((region) =>
    region.units.map((unit) => ({ ...unit, region })),
  );
  const pages = divideList(archive, units, {
    regionCode: ({ unit }) => unit.regionCode,
    lines: ({ held, absentYears }) => held.length + (absentYears.length > 0 ? 1 : 0),
  }).map((list) => ({
    list,
    regions: [...Map.groupBy(list.rows, ({ region }) => region)].map(([region, members]) => ({
      ...region,
      units: members.map(({ unit, held, absentYears }) => ({ unit, held, absentYears })),
    })),
  }));
  coveragePagesOf.set(archive, pages);
  return pages;
}

/** A place the list of what is held goes on at: units registered there, documents, and those of each year. */
export interface CoveragePlace {
  readonly region: Region;
  readonly counts: readonly number[];
}

/** The places a page of what is held goes on at; the years are those of the archive. */
export const coveragePlaces = (
  { years }: Pick<ArchiveModel, 'years'>,
  { below }: Pick<ListPage<UnitCoverage>, 'below'>,
): CoveragePlace[] =>
  below.map(({ entry, rows }) => {
    const held = rows.flatMap((unit) => unit.held);
    const byYear = Map.groupBy(held, ({ year }) => year);
    return {
      region: entry.region,
      counts: [rows.length, held.length, ...years.map((year) => byYear.get(year)?.length ?? 0)],
    };
  });
