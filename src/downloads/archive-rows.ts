import type { ArchiveModel, UnitYearSummary } from '../archive/model.ts';
import { regionPath, subjectPath, disclosurePath } from '../format/url.ts';
import type { DisclosureRow, RegionRow, SubjectRow } from '../schema/archive-rows.ts';
import { yuanText } from './record-rows.ts';

/** Name of a region by its code, from the register; undefined = not there. */
export type RegionName = (code: string) => string | undefined;

/** The row of disclosures.csv of one disclosure. */
export const disclosureRow = (
  unitYear: UnitYearSummary,
  regionName: RegionName,
): DisclosureRow => ({
  disclosure_id: unitYear.disclosureId,
  unit_id: unitYear.unitId,
  unit_name: unitYear.unitName,
  region_code: unitYear.regionCode,
  region_name: regionName(unitYear.regionCode) ?? unitYear.regionCode,
  supervising_department: unitYear.supervisingDepartment,
  year: unitYear.year,
  kind: unitYear.kind,
  table_set: unitYear.tableSet,
  source_file: unitYear.source.file,
  source_sha256: unitYear.source.sha256,
  revenue_total_yuan: yuanText(unitYear.totals.revenueFen),
  expenditure_total_yuan: yuanText(unitYear.totals.expenditureFen),
  basic_yuan: yuanText(unitYear.totals.basicFen),
  project_yuan: yuanText(unitYear.totals.projectFen),
  carryover_yuan: yuanText(unitYear.totals.carryoverFen),
  projects: unitYear.projects.length,
  indicators: unitYear.indicators,
  findings_difference: unitYear.findings.difference,
  url: disclosurePath(unitYear),
});

/** Rows of regions.csv, in code order. */
export function regionRows(archive: ArchiveModel): RegionRow[] {
  return archive.regions.map(({ region, unitsBelow, unitYearsBelow }) => ({
    region_code: region.code,
    name: region.name,
    short_name: region.shortName,
    level: region.level,
    parent_code: region.parent,
    valid_from: region.validFrom,
    valid_to: region.validTo,
    units: unitsBelow,
    disclosures: unitYearsBelow,
    url: regionPath(region.code),
  }));
}

/** Rows of subjects.csv, in code order, the name shown before other printed names. */
export function subjectRows(archive: ArchiveModel): SubjectRow[] {
  return archive.subjects.flatMap(({ subject }) =>
    subject.names.map(({ name, years, disclosures }) => ({
      subject_code: subject.code,
      name: subject.name,
      level: subject.level,
      parent_code: subject.parent,
      printed_name: name,
      first_year: Math.min(...years),
      last_year: Math.max(...years),
      disclosures: disclosures.length,
      url: subjectPath(subject.code),
    })),
  );
}
