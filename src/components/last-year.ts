import type { UnitEntry, UnitYear } from '../archive/model.ts';
import type { LastYear } from './change-view.ts';

/** The amounts of the unit's record of the year before, by topic of the explanations; null = not in the archive. */
export function lastYearOf(unitYear: UnitYear, entry: UnitEntry): LastYear | null {
  const last = entry.unitYears.find(
    ({ year, kind }) => year === unitYear.year - 1 && kind === unitYear.kind,
  );
  if (last === undefined) return null;
  const { totals } = last;
  return {
    'revenue-total': totals.revenueFen,
    'expenditure-total': totals.expenditureFen,
    'three-public': totals.threePublicFen,
    'agency-operating': totals.agencyOperatingFen,
  };
}
