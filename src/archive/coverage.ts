import type { TableSet } from '../schema/table-set.ts';
import type { Unit } from '../schema/unit.ts';
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

/** How complete the tables of every unit-year are, by disclosure id. */
export function tableCoverages(
  archive: ArchiveModel,
  tableSetOf: (unitYear: UnitYear) => TableSet,
): ReadonlyMap<string, TableCoverage> {
  return new Map(
    archive.unitYears.map((unitYear) => [
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
