import type { EconomicClass } from '../schema/economic-class.ts';
import type { EconomicClassEntry, UnitYear } from './model.ts';
import { compareText, pushTo } from './order.ts';

/**
 * Every economic class of the register, in code order, with each row of 表6 that uses it.
 * @throws when a code stands twice or a parent is not in the register.
 */
export function indexByEconomicClass(
  classes: readonly EconomicClass[],
  unitYears: readonly UnitYear[],
): EconomicClassEntry[] {
  const sorted = [...classes].sort((a, b) => compareText(a.code, b.code));
  const byCode = new Map<string, EconomicClass>();
  for (const economicClass of sorted) {
    if (byCode.has(economicClass.code)) {
      throw new Error(
        `content/economic-classes.json: Unexpected second class ${economicClass.code}, expected one. Keep one.`,
      );
    }
    byCode.set(economicClass.code, economicClass);
  }
  const rowsOf = new Map<string, EconomicClassEntry['rows'][number][]>();
  for (const unitYear of unitYears) {
    for (const amounts of unitYear.economicClasses) {
      if (amounts.code === null) continue;
      pushTo(rowsOf, amounts.code, { unitYear, amounts });
    }
  }
  return sorted.map((economicClass) => ({
    economicClass,
    parent: parentOf(economicClass, byCode),
    children: sorted.filter(({ parent }) => parent === economicClass.code),
    rows: rowsOf.get(economicClass.code) ?? [],
  }));
}

function parentOf(
  { code, parent }: EconomicClass,
  byCode: ReadonlyMap<string, EconomicClass>,
): EconomicClass | null {
  if (parent === null) return null;
  const found = byCode.get(parent);
  if (found === undefined) {
    throw new Error(
      `content/economic-classes.json: ${code}: Unexpected parent ${parent}, expected a code of the file.`,
    );
  }
  return found;
}
