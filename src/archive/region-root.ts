import type { Region } from '../schema/region.ts';
import type { UnitEntry } from './model.ts';

/** Where a configured region is written. */
const place = 'content/archive.json: regionRoot';

/** Codes at or below a region; a circle of parents ends the search as it ends the tree. */
function codesBelow(regions: readonly Region[], root: string): ReadonlySet<string> {
  const codes = new Set([root]);
  let known = 0;
  while (known < codes.size) {
    known = codes.size;
    for (const { code, parent } of regions) {
      if (parent !== null && codes.has(parent)) codes.add(code);
    }
  }
  return codes;
}

/**
 * The regions an archive is limited to: the root, which has no parent there, and all below it, in their
 * order; `root` null = all as they are.
 * @throws when the root is not one of them.
 */
export function regionsBelow(regions: readonly Region[], root: string | null): readonly Region[] {
  if (root === null) return regions;
  if (!regions.some(({ code }) => code === root)) {
    throw new Error(
      `${place}: Unexpected ${root}, expected a code of content/regions.json. Mend the code, or add the region.`,
    );
  }
  const codes = codesBelow(regions, root);
  return regions
    .filter(({ code }) => codes.has(code))
    .map((region) => (region.code === root ? { ...region, parent: null } : region));
}

/**
 * Refuses units of regions outside the root; their records are the place where they have any.
 * @throws naming the first one; a code that is no region at all is left to the index of regions.
 */
export function refuseUnitsOutside(
  units: readonly UnitEntry[],
  regions: readonly Region[],
  root: string | null,
): void {
  if (root === null) return;
  const inside = codesBelow(regions, root);
  const outside = units.find(
    ({ unit }) =>
      !inside.has(unit.regionCode) && regions.some(({ code }) => code === unit.regionCode),
  );
  if (outside === undefined) return;
  const { unit, unitYears } = outside;
  const [first] = unitYears;
  const where =
    first === undefined ? `content/units.json: ${unit.id}` : `content/disclosures/${first.file}`;
  throw new Error(`${where}: ${outsideMessage(unit.regionCode, root)}`);
}

/** What is said of a unit whose region is outside the root. */
export const outsideMessage = (regionCode: string, root: string): string =>
  `Unexpected region ${regionCode}, expected ${root} or one below it (${place}). Take it out, or widen regionRoot.`;

/** Whether a region is at or below the root; `root` null = every one is. */
export const isInRoot = (
  regions: readonly Region[],
  regionCode: string,
  root: string | null,
): boolean => root === null || codesBelow(regions, root).has(regionCode);
