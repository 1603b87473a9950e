import { sumFen } from '../money/fen.ts';
import type { Unit } from '../schema/unit.ts';
import type { Aggregate, UnitYear } from './model.ts';

/** Ids of the departments whose budgets include a unit's, nearest first; empty = none in the archive. */
export type DepartmentsOf = (unitId: string) => readonly string[];

/** An amount of a unit-year in 分; null = the document does not print it. */
export interface UnitYearAmount {
  readonly unitYear: Pick<UnitYear, 'unitId' | 'year' | 'kind'>;
  readonly fen: number | null;
}

/**
 * A lookup of the departments that include a unit.
 * @throws when a unit includes itself through others.
 */
export function indexDepartments(units: readonly Unit[]): DepartmentsOf {
  const includedIn = new Map(units.map((unit) => [unit.id, unit.includedIn]));
  const chains = new Map<string, readonly string[]>();
  for (const { id } of units) {
    const chain: string[] = [];
    for (
      let next = includedIn.get(id) ?? null;
      next !== null;
      next = includedIn.get(next) ?? null
    ) {
      if (next === id || chain.includes(next)) {
        throw new Error(
          `content/units.json: includedIn: Unexpected circle at ${id}, expected a department above it.`,
        );
      }
      chain.push(next);
    }
    chains.set(id, chain);
  }
  return (unitId) => chains.get(unitId) ?? [];
}

/**
 * The sum of one year's amounts, at most one a unit, in 分. A unit whose department is in the sum
 * with a known amount is left out and counted as overlapping; a blank amount is counted as missing.
 * Basis: 部门预算 contains the budgets of its 单位.
 */
export function aggregate(
  amounts: readonly UnitYearAmount[],
  departmentsOf: DepartmentsOf,
): Aggregate {
  const counted = new Set(
    amounts.filter(({ fen }) => fen !== null).map(({ unitYear }) => unitYear.unitId),
  );
  const own = amounts.filter(
    ({ unitYear }) => !departmentsOf(unitYear.unitId).some((department) => counted.has(department)),
  );
  const { fen, known, missing } = sumFen(own.map((amount) => amount.fen));
  return { fen, known, missing, overlapping: amounts.length - own.length };
}

/**
 * The sums of each year over the budgets (预算) among the amounts; years ascending. Several amounts of
 * one unit-year count as one: the sum of those that are printed.
 */
export function aggregateByYear(
  amounts: readonly UnitYearAmount[],
  departmentsOf: DepartmentsOf,
): { readonly year: number; readonly sum: Aggregate }[] {
  const years = new Map<number, Map<string, UnitYearAmount>>();
  for (const amount of amounts) {
    const { kind, year, unitId } = amount.unitYear;
    if (kind !== 'budget') continue;
    const units = years.get(year) ?? new Map<string, UnitYearAmount>();
    const other = units.get(unitId);
    units.set(unitId, other === undefined ? amount : addAmounts(other, amount));
    years.set(year, units);
  }
  return [...years]
    .sort(([a], [b]) => a - b)
    .map(([year, units]) => ({
      year,
      sum: aggregate([...units.values()], departmentsOf),
    }));
}

/** Two amounts of one unit-year as one: null only where neither is printed. */
const addAmounts = (one: UnitYearAmount, other: UnitYearAmount): UnitYearAmount => ({
  unitYear: one.unitYear,
  fen: sumFen([one.fen, other.fen]).fen,
});
