import type { UnitYear } from './model.ts';

/** A change of name between two years of a unit. */
export interface TrendRename {
  readonly from: string;
  readonly to: string;
}

/** One year of a unit over the years; null = the archive has no document of that year. */
export interface TrendYear {
  readonly year: number;
  readonly unitYear: UnitYear | null;
  /** How the name differs from that of the last document before; null = it does not. */
  readonly renamed: TrendRename | null;
}

/**
 * Every year from the first to the last document of a unit, oldest first; years between without a
 * document are there, with null. A renamed unit stays one unit, and says so.
 */
export function unitTrend(unitYears: readonly UnitYear[]): TrendYear[] {
  const known = [...unitYears].sort((a, b) => a.year - b.year);
  const [first] = known;
  const last = known.at(-1);
  if (first === undefined || last === undefined) return [];
  let name = first.unitName;
  return Array.from({ length: last.year - first.year + 1 }, (_, i) => {
    const year = first.year + i;
    const unitYear = known.find((other) => other.year === year) ?? null;
    const to = unitYear?.unitName ?? name;
    const renamed = to === name ? null : { from: name, to };
    name = to;
    return { year, unitYear, renamed };
  });
}
