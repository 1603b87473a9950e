import type { ComparableUnitYear } from '../format/compare-directory.ts';
import type { ArchiveModel } from './model.ts';

/** The unit-years of one year that can be compared, in id order. */
export function comparableUnitYears(archive: ArchiveModel, year: number): ComparableUnitYear[] {
  return archive.unitYears
    .filter((unitYear) => unitYear.year === year)
    .map(({ disclosureId, unitId, unitName, regionCode, kind, tableSet, totals }) => {
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
    });
}
