import { pinyin } from 'pinyin-pro';
import { ImportRefusal } from '../extract/refusal.ts';
import type { Unit } from '../schema/unit.ts';
import type { FoundRegion } from './find-region.ts';

/** What an import knows about a unit. */
export interface KnownUnit {
  readonly name: string;
  readonly year: number;
  readonly found: FoundRegion;
  /** Id asked for by the operator; null = by name. */
  readonly id: string | null;
}

const syllables = (name: string): string[] =>
  pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).map((part) =>
    part.toLowerCase().replace(/[^a-z0-9]/gu, ''),
  );

/** The id proposed for a new unit: division code and the pinyin of its name without the division. */
export function proposeUnitId(found: FoundRegion): string {
  return `${found.region.code}-${syllables(found.ownName).join('')}`;
}

/**
 * The unit of a document as the register has it, with name and year of the document added; a new
 * entry with a proposed id when the register does not have it. Ids given are never changed.
 * @throws ImportRefusal when the proposed id belongs to another unit.
 */
export function registerUnit(
  units: readonly Unit[],
  known: KnownUnit,
): { unit: Unit; isNew: boolean } {
  const { name, year, found } = known;
  const byName = units.find(
    (unit) =>
      unit.regionCode === found.region.code && unit.names.some((entry) => entry.name === name),
  );
  const registered = known.id === null ? byName : units.find((unit) => unit.id === known.id);
  if (registered !== undefined) return { unit: withName(registered, name, year), isNew: false };
  const id = known.id ?? proposeUnitId(found);
  const holder = units.find((unit) => unit.id === id);
  if (holder !== undefined) {
    throw new ImportRefusal({
      place: null,
      unexpected: `unit id "${id}" for ${name}`,
      expected: `an id of its own; it belongs to ${holder.name}`,
      todo: 'If it is the same unit under a new name, import with --unit <id>; else register an id.',
    });
  }
  return {
    isNew: true,
    unit: {
      id,
      name,
      regionCode: found.region.code,
      names: [{ name, from: year, to: null }],
      supervisingDepartment: null,
      level: null,
      includedIn: null,
      pinyin: syllables(name)
        .filter((part) => part !== '')
        .join(' '),
    },
  };
}

/** The unit with a name known for a year; the name of the latest year is its name. */
function withName(unit: Unit, name: string, year: number): Unit {
  const entry = unit.names.find((one) => one.name === name);
  if (entry !== undefined) {
    const from = entry.from === null ? year : Math.min(entry.from, year);
    return { ...unit, names: unit.names.map((one) => (one === entry ? { ...one, from } : one)) };
  }
  const latest = Math.max(0, ...unit.names.map((one) => one.from ?? 0));
  const names = [...unit.names, { name, from: year, to: year > latest ? null : year }];
  return { ...unit, name: year > latest ? name : unit.name, names };
}
