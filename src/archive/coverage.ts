import type { Unit } from '../schema/unit.ts';
import type { ArchiveModel, RegionEntry, UnitYear } from './model.ts';
import { compareText } from './order.ts';

/** What the archive holds of one unit, year by year; null = no document of that year. */
export interface UnitCoverage {
  readonly unit: Unit;
  /** One cell for each year of {@link ArchiveModel.years}. */
  readonly cells: readonly { readonly year: number; readonly unitYear: UnitYear | null }[];
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
        cells: archive.years.map((year) => ({
          year,
          unitYear: unitYears.find((unitYear) => unitYear.year === year) ?? null,
        })),
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
  };
}

/** The unit-years of the latest budget years, latest first, then in id order. */
export function latestUnitYears(archive: ArchiveModel, limit: number): UnitYear[] {
  return [...archive.unitYears]
    .sort((a, b) => b.year - a.year || compareText(a.disclosureId, b.disclosureId))
    .slice(0, limit);
}
