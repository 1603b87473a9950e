import { ImportRefusal } from '../extract/refusal.ts';
import type { Region } from '../schema/region.ts';

/** The division a unit belongs to and the unit's name without the names of divisions before it. */
export interface FoundRegion {
  readonly region: Region;
  /** Name after the divisions; the whole name when nothing would be left. */
  readonly ownName: string;
}

/**
 * The deepest division whose names stand at the beginning of a unit's name, one below the other.
 * @throws ImportRefusal when no division, or more than one of the same name, stands there.
 * @example findRegion('吕梁市离石区教育局', regions, 2023).region.code // '141102'
 */
export function findRegion(
  unitName: string,
  regions: readonly Region[],
  year: number,
): FoundRegion {
  const valid = regions.filter(
    (region) => (region.validFrom ?? 0) <= year && year <= (region.validTo ?? 9999),
  );
  let found: Region | undefined;
  let rest = unitName;
  for (;;) {
    const next = longestPrefix(
      rest,
      valid.filter((region) => isBelow(region, found, valid)),
    );
    if (next.length === 0) break;
    if (next.length > 1) refuseAmbiguous(unitName, next);
    found = next[0];
    rest = rest.slice(found?.name.length ?? 0);
  }
  if (found === undefined) {
    throw new ImportRefusal({
      missing: 'region',
      place: null,
      unexpected: `unit name "${unitName}"`,
      expected: 'a name that begins with a division of content/regions.json',
      todo: 'Name the division with --region <six-digit code>.',
    });
  }
  return { region: found, ownName: rest === '' ? unitName : rest };
}

/**
 * A division named by its code, and the unit's name without the names of it and those above it.
 * @throws ImportRefusal when no division has the code in that year.
 */
export function namedRegion(
  code: string,
  unitName: string,
  regions: readonly Region[],
  year: number,
): FoundRegion {
  const region = regions.find(
    (one) => one.code === code && (one.validFrom ?? 0) <= year && year <= (one.validTo ?? 9999),
  );
  if (region === undefined) {
    throw new ImportRefusal({
      place: null,
      unexpected: `division code "${code}"`,
      expected: `a division of ${year} in content/regions.json`,
      todo: 'Correct --region.',
    });
  }
  const names: string[] = [];
  for (let at: Region | undefined = region; at !== undefined;) {
    names.unshift(at.name);
    const parent: string | null = at.parent;
    at = regions.find((one) => one.code === parent);
  }
  const rest = names.reduce(
    (text, name) => (text.startsWith(name) ? text.slice(name.length) : text),
    unitName,
  );
  return { region, ownName: rest === '' ? unitName : rest };
}

function longestPrefix(text: string, regions: readonly Region[]): Region[] {
  const fitting = regions.filter((region) => text.startsWith(region.name));
  const longest = Math.max(0, ...fitting.map((region) => region.name.length));
  return fitting.filter((region) => region.name.length === longest);
}

function isBelow(region: Region, above: Region | undefined, regions: readonly Region[]): boolean {
  if (above === undefined) return true;
  const parent = regions.find((one) => one.code === region.parent);
  return parent !== undefined && (parent.code === above.code || isBelow(parent, above, regions));
}

function refuseAmbiguous(unitName: string, regions: readonly Region[]): never {
  throw new ImportRefusal({
    missing: 'region',
    place: null,
    unexpected: `unit name "${unitName}" with ${regions.length} divisions of that name (${regions
      .map((region) => region.code)
      .join(', ')})`,
    expected: 'one division',
    todo: 'Name it with --region <six-digit code>.',
  });
}
