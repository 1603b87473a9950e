import { aggregateByYear, indexDepartments, type DepartmentsOf } from './aggregate.ts';
import type { Aggregate, ArchiveModel, EconomicClassEntry } from './model.ts';

const departments = new WeakMap<ArchiveModel, DepartmentsOf>();

/**
 * Basic expenditure on an economic class by year over the budgets (预算) that print it, from 表6;
 * years ascending. A unit whose department is in the sum is left out and counted as overlapping.
 */
export function economicTotalByYear(
  archive: ArchiveModel,
  { rows }: EconomicClassEntry,
): readonly { readonly year: number; readonly total: Aggregate }[] {
  const departmentsOf =
    departments.get(archive) ?? indexDepartments(archive.units.map(({ unit }) => unit));
  departments.set(archive, departmentsOf);
  const amounts = rows.map(({ unitYear, amounts }) => ({ unitYear, fen: amounts.totalFen }));
  return aggregateByYear(amounts, departmentsOf).map(({ year, sum }) => ({ year, total: sum }));
}

/** Number of disclosures with at least one row of an economic class. */
export function economicDisclosures({ rows }: EconomicClassEntry): number {
  return new Set(rows.map(({ unitYear }) => unitYear.disclosureId)).size;
}
