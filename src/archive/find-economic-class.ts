import type { EconomicClass } from '../schema/economic-class.ts';
import type { Row } from '../schema/table.ts';

/** Spelling by which printed names are compared: width and blanks evened out. */
export function comparableName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '');
}

/** Finds the economic class of a row, given the 类 that stands above it; null = not in the register. */
export type FindEconomicClass = (
  row: Pick<Row, 'code' | 'name' | 'kind'>,
  parentCode: string | null,
) => EconomicClass | null;

/**
 * A lookup of economic classes by printed code, else by name or alias. A name several classes share
 * is decided by the 类 above the row, then by whether the row is a group; otherwise it stays open.
 */
export function indexEconomicClasses(classes: readonly EconomicClass[]): FindEconomicClass {
  const byCode = new Map(classes.map((economicClass) => [economicClass.code, economicClass]));
  const byName = new Map<string, EconomicClass[]>();
  for (const economicClass of classes) {
    for (const name of new Set(
      [economicClass.name, ...economicClass.aliases].map(comparableName),
    )) {
      byName.set(name, [...(byName.get(name) ?? []), economicClass]);
    }
  }
  return (row, parentCode) => {
    const coded = row.code === null ? undefined : byCode.get(row.code);
    if (coded !== undefined) return coded;
    const named = byName.get(comparableName(row.name)) ?? [];
    const level = named.filter(({ parent }) => (parent === null) === (row.kind === 'group'));
    const candidates = level.length > 0 ? level : named;
    const siblings = candidates.filter(({ parent }) => parent !== null && parent === parentCode);
    const chosen = siblings.length > 0 ? siblings : candidates;
    return chosen.length === 1 ? (chosen[0] ?? null) : null;
  };
}
