import type { Region } from '../schema/region.ts';
import type { DepartmentsOf } from './aggregate.ts';
import { aggregateByYear } from './aggregate.ts';
import type { RegionEntry, UnitEntry } from './model.ts';
import { compareText, pushTo } from './order.ts';

/**
 * Every region with its place in the tree and its holdings, in code order; regions without documents
 * are there too.
 * @throws when a code stands twice or a parent is not a region.
 */
export function indexByRegion(
  regions: readonly Region[],
  units: readonly UnitEntry[],
  departmentsOf: DepartmentsOf,
): RegionEntry[] {
  const byCode = indexRegions(regions);
  const childrenOf = new Map<string, Region[]>();
  const unitsAt = new Map<string, UnitEntry[]>();
  const unitsBelow = new Map<string, UnitEntry[]>();
  for (const region of byCode.values()) {
    if (region.parent !== null) pushTo(childrenOf, region.parent, region);
  }
  for (const entry of units) {
    const region = byCode.get(entry.unit.regionCode);
    if (region === undefined) {
      throw new Error(
        `content/units.json: ${entry.unit.id}: Unexpected regionCode ${entry.unit.regionCode}, expected a code of content/regions.json.`,
      );
    }
    pushTo(unitsAt, region.code, entry);
    for (const { code } of [...ancestorsOf(region, byCode), region])
      pushTo(unitsBelow, code, entry);
  }
  return [...byCode.values()].map((region) => {
    const below = unitsBelow.get(region.code) ?? [];
    return {
      region,
      ancestors: ancestorsOf(region, byCode),
      children: childrenOf.get(region.code) ?? [],
      units: unitsAt.get(region.code) ?? [],
      unitsBelow: below.length,
      unitYearsBelow: below.reduce((count, { unitYears }) => count + unitYears.length, 0),
      expenditureByYear: expenditureByYear(below, departmentsOf),
    };
  });
}

function expenditureByYear(
  units: readonly UnitEntry[],
  departmentsOf: DepartmentsOf,
): RegionEntry['expenditureByYear'] {
  const amounts = units
    .flatMap(({ unitYears }) => unitYears)
    .map((unitYear) => ({ unitYear, fen: unitYear.totals.expenditureFen }));
  return aggregateByYear(amounts, departmentsOf).map(({ year, sum }) => ({
    year,
    expenditure: sum,
  }));
}

function indexRegions(regions: readonly Region[]): Map<string, Region> {
  const byCode = new Map<string, Region>();
  for (const region of [...regions].sort((a, b) => compareText(a.code, b.code))) {
    if (byCode.has(region.code)) {
      throw new Error(
        `content/regions.json: Unexpected second region ${region.code}, expected one. Keep one.`,
      );
    }
    byCode.set(region.code, region);
  }
  for (const { code, parent } of byCode.values()) {
    if (parent !== null && !byCode.has(parent)) {
      throw new Error(
        `content/regions.json: ${code}: Unexpected parent ${parent}, expected a code of the file.`,
      );
    }
  }
  return byCode;
}

function ancestorsOf(region: Region, byCode: ReadonlyMap<string, Region>): Region[] {
  const ancestors: Region[] = [];
  let parent = region.parent === null ? undefined : byCode.get(region.parent);
  while (parent !== undefined) {
    if (ancestors.includes(parent)) {
      throw new Error(
        `content/regions.json: ${region.code}: Unexpected circle of parents, expected a tree.`,
      );
    }
    ancestors.unshift(parent);
    parent = parent.parent === null ? undefined : byCode.get(parent.parent);
  }
  return ancestors;
}
