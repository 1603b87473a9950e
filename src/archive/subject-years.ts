import type { Aggregate } from './model.ts';

/** A sum for each of the given years; null where no unit-year of that year has the subject. */
export function sumsOfYears(
  years: readonly number[],
  sums: readonly { readonly year: number; readonly total: Aggregate }[],
): (Aggregate | null)[] {
  const byYear = new Map(sums.map(({ year, total }) => [year, total]));
  return years.map((year) => byYear.get(year) ?? null);
}
