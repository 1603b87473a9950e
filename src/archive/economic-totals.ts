import { aggregateByYear, indexDepartments, type DepartmentsOf } from './aggregate.ts';
import type { Aggregate, ArchiveModel, EconomicClassEntry, UnitYear } from './model.ts';
import { sumsOfYears } from './subject-years.ts';

const departments = new WeakMap<ArchiveModel, DepartmentsOf>();

/** A row of an index with the amount that is summed, in 分; null = printed blank. */
interface SummedRow {
  readonly unitYear: UnitYear;
  readonly amounts: { readonly totalFen: number | null };
}

/**
 * The sum of rows of a subject or an economic class by year over the budgets (预算) that print it; years
 * ascending. A unit whose department is in the sum is left out and counted as overlapping.
 */
export function rowTotalByYear(
  archive: ArchiveModel,
  rows: readonly SummedRow[],
): readonly { readonly year: number; readonly total: Aggregate }[] {
  const departmentsOf =
    departments.get(archive) ?? indexDepartments(archive.units.map(({ unit }) => unit));
  departments.set(archive, departmentsOf);
  const amounts = rows.map(({ unitYear, amounts }) => ({ unitYear, fen: amounts.totalFen }));
  return aggregateByYear(amounts, departmentsOf).map(({ year, sum }) => ({ year, total: sum }));
}

const classTotals = new WeakMap<EconomicClassEntry, ReturnType<typeof rowTotalByYear>>();

/** Basic expenditure on an economic class by year, from 表6, as {@link rowTotalByYear} sums it. */
export function economicTotalByYear(
  archive: ArchiveModel,
  entry: EconomicClassEntry,
): ReturnType<typeof rowTotalByYear> {
  const total = classTotals.get(entry) ?? rowTotalByYear(archive, entry.rows);
  classTotals.set(entry, total);
  return total;
}

/** Number of disclosures with at least one row of an economic class. */
export function economicDisclosures({ rows }: EconomicClassEntry): number {
  return new Set(rows.map(({ unitYear }) => unitYear.disclosureId)).size;
}

/** An economic class below another, with what is spent there in the years that are shown. */
export interface ChildClass {
  readonly economicClass: EconomicClassEntry['economicClass'];
  readonly disclosures: number;
  /** One sum for each year; null = no disclosure of that year prints it. */
  readonly sums: readonly (Aggregate | null)[];
}

/** The classes right below one, in code order, over the last five years of the archive. */
export const childClasses = (archive: ArchiveModel, entry: EconomicClassEntry): ChildClass[] =>
  entry.children
    .flatMap(({ code }) => archive.economicClass(code) ?? [])
    .map((child) => ({
      economicClass: child.economicClass,
      disclosures: economicDisclosures(child),
      sums: sumsOfYears(archive.years.slice(-5), economicTotalByYear(archive, child)),
    }));
