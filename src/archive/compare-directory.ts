import type { ComparableUnitYear } from '../format/compare-directory.ts';
import type { Region } from '../schema/region.ts';
import type { ArchiveModel, UnitYear } from './model.ts';
import { compareText, pushTo } from './order.ts';

/** A province with the prefectures whose unit-years stand in files of their own. */
export interface ComparableProvince {
  readonly name: string;
  /** First four digits of the division codes, and the name to choose by; in code order. */
  readonly places: readonly { readonly code: string; readonly name: string }[];
}

/**
 * The places by which the lists of unit-years that can be compared are divided; empty while a list of a
 * whole year is short enough. Of a province without that place in the register, the code stands for it.
 */
export function comparableProvinces(archive: ArchiveModel): ComparableProvince[] {
  const { years, unitYears, config } = archive;
  const counts = years.map((year) => unitYears.filter((unitYear) => unitYear.year === year).length);
  if (Math.max(0, ...counts) <= config.rowsPerPage) return [];
  const codes = [...new Set(unitYears.map(({ regionCode }) => regionCode.slice(0, 4)))].sort(
    compareText,
  );
  return [...Map.groupBy(codes, (code) => code.slice(0, 2))].map(([province, own]) => ({
    name: archive.region(`${province}0000`)?.region.name ?? province,
    places: own.map((code) => ({ code, name: nameOf(archive, code) })),
  }));
}

function nameOf(archive: ArchiveModel, code: string): string {
  const region: Region | undefined = archive.region(`${code}00`)?.region;
  if (region === undefined) return code;
  return region.level === 'province' ? `${region.name}本级` : region.name;
}

const lists = new WeakMap<ArchiveModel, ReadonlyMap<string, readonly UnitYear[]>>();

/** The unit-years by year, and by year and place, each list in id order; made once for an archive. */
function listUnitYears(archive: ArchiveModel): ReadonlyMap<string, readonly UnitYear[]> {
  const known = lists.get(archive);
  if (known !== undefined) return known;
  const made = new Map<string, UnitYear[]>();
  for (const unitYear of archive.unitYears) {
    pushTo(made, `${unitYear.year}-`, unitYear);
    pushTo(made, `${unitYear.year}-${unitYear.regionCode.slice(0, 4)}`, unitYear);
  }
  lists.set(archive, made);
  return made;
}

/**
 * The unit-years of one year that can be compared, in id order; of one place, where they are divided: the
 * first four digits of its division codes.
 */
export const comparableUnitYears = (
  archive: ArchiveModel,
  year: number,
  place = '',
): ComparableUnitYear[] =>
  (listUnitYears(archive).get(`${year}-${place}`) ?? []).map((unitYear) =>
    comparable(archive, unitYear),
  );

/** What the list of {@link comparableUnitYears} shows, for the key of its page. */
export const comparableShows = (
  archive: ArchiveModel,
  year: number,
  place = '',
): readonly unknown[] =>
  (listUnitYears(archive).get(`${year}-${place}`) ?? []).map((unitYear) => {
    const unit = archive.unit(unitYear.unitId)?.unit;
    return [unitYear, unit?.level, unit?.includedIn];
  });

function comparable(archive: ArchiveModel, unitYear: UnitYear): ComparableUnitYear {
  const { disclosureId, unitId, unitName, regionCode, year, kind, tableSet, totals } = unitYear;
  const unit = archive.unit(unitId)?.unit;
  const entry = archive.region(regionCode);
  const regions = entry === undefined ? [] : [...entry.ancestors, entry.region];
  return {
    disclosureId,
    unitId,
    unitName,
    regionName: regions.map(({ name }) => name).join(''),
    year,
    kind,
    tableSet,
    level: unit?.level ?? null,
    includedIn: unit?.includedIn ?? null,
    totals,
  };
}
