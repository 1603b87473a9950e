import type { Region } from '../schema/region.ts';
import { cutIntoPages } from './divide-list.ts';
import type { ArchiveModel, RegionEntry, UnitEntry } from './model.ts';

/** Regions parted by whether the archive holds documents of them or of places below them. */
export interface RegionHoldings {
  readonly withDocuments: readonly RegionEntry[];
  readonly withoutDocuments: readonly RegionEntry[];
}

const provincesOf = new WeakMap<ArchiveModel, RegionHoldings>();

/**
 * Where the tree of places begins, each part in code order: the provinces; in an archive limited to a
 * region, that region and the places right below it.
 */
export function provinceHoldings(archive: ArchiveModel): RegionHoldings {
  const known = provincesOf.get(archive);
  if (known !== undefined) return known;
  const provinces = archive.regions.map(({ region }) => region);
  const holdings = partByHoldings(
    archive,
    provinces.filter(({ parent }) => parent === null || parent === archive.config.regionRoot),
  );
  provincesOf.set(archive, holdings);
  return holdings;
}

/** The children of a region, each part in code order. */
export function childHoldings(archive: ArchiveModel, entry: RegionEntry): RegionHoldings {
  return partByHoldings(archive, entry.children);
}

/**
 * The nearest places that have documents, for a region that has none: in the smallest region above it
 * that has any, that region itself when a unit of its own government is in the archive, then those of
 * its children that have documents; failing that, the provinces that have any. Empty only when the
 * archive is empty or the region itself has documents.
 */
export function nearestHoldings(archive: ArchiveModel, entry: RegionEntry): readonly RegionEntry[] {
  if (entry.unitYearsBelow > 0) return [];
  for (const { code } of [...entry.ancestors].reverse()) {
    const above = archive.region(code);
    if (above === undefined || above.unitYearsBelow === 0) continue;
    const itself = above.units.some(({ unitYears }) => unitYears.length > 0) ? [above] : [];
    return [...itself, ...childHoldings(archive, above).withDocuments];
  }
  return provinceHoldings(archive).withDocuments;
}

function partByHoldings(archive: ArchiveModel, regions: readonly Region[]): RegionHoldings {
  const entries = regions.flatMap(({ code }) => archive.region(code) ?? []);
  return {
    withDocuments: entries.filter(({ unitYearsBelow }) => unitYearsBelow > 0),
    withoutDocuments: entries.filter(({ unitYearsBelow }) => unitYearsBelow === 0),
  };
}

/** The units of a region's own government as its pages list them: whole units, one page at least. */
export const unitPages = (archive: ArchiveModel, { units }: RegionEntry): UnitEntry[][] =>
  cutIntoPages(units, ({ unitYears }) => Math.max(1, unitYears.length), archive.config.rowsPerPage);
