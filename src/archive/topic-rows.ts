import { aggregate, type DepartmentsOf } from './aggregate.ts';
import type { Aggregate, RegionEntry } from './model.ts';
import { pushTo } from './order.ts';
import type { TopicCell, TopicProject, TopicRow } from './topic-model.ts';

/** What the table of a topic is laid out over. */
export interface TopicGround {
  readonly regions: readonly RegionEntry[];
  readonly years: readonly number[];
  readonly departmentsOf: DepartmentsOf;
}

/**
 * The table of a topic: the regions that have units with documents, in code order, against the years
 * of the archive. A unit's amounts are left out where its department's, which include them, are known.
 * Basis: 部门预算 contains the budgets of its 单位; carry-over is no money of the year.
 */
export function topicRows(
  projects: readonly TopicProject[],
  mentions: readonly TopicProject[],
  { regions, years, departmentsOf }: TopicGround,
): TopicRow[] {
  const byCell = (list: readonly TopicProject[]): Map<string, TopicProject[]> => {
    const cells = new Map<string, TopicProject[]>();
    for (const item of list) pushTo(cells, `${item.region.code} ${item.unitYear.year}`, item);
    return cells;
  };
  const found = byCell(projects);
  const mentioned = byCell(mentions);
  return regions.flatMap(({ region, ancestors, units }) => {
    const unitYears = units.flatMap((entry) => entry.unitYears);
    if (unitYears.length === 0) return [];
    const cells = years.map((year): TopicCell => {
      const key = `${region.code} ${year}`;
      return topicCell(
        year,
        unitYears.filter((unitYear) => unitYear.year === year).length,
        found.get(key) ?? [],
        (mentioned.get(key) ?? []).length,
        departmentsOf,
      );
    });
    return [{ region, ancestors, cells }];
  });
}

function topicCell(
  year: number,
  unitYears: number,
  projects: readonly TopicProject[],
  mentions: number,
  departmentsOf: DepartmentsOf,
): TopicCell {
  const budgets = projects.filter(({ unitYear }) => unitYear.kind === 'budget');
  const sumOf = (phase: 'current' | 'carryover'): Aggregate | null => {
    const amounts = budgets
      .filter(({ project }) => project.phase === phase)
      .map(({ unitYear, project }) => ({ unitYear, fen: project.totalFen }));
    return amounts.length === 0 ? null : aggregate(amounts, departmentsOf);
  };
  const without = unitYears === 0 ? 'unarchived' : mentions > 0 ? 'mentioned' : 'none';
  return {
    year,
    state: projects.length > 0 ? 'found' : without,
    unitYears,
    projects: projects.length,
    current: sumOf('current'),
    carryover: sumOf('carryover'),
    formOnly: budgets.filter(({ project }) => project.phase === null).length,
    finalAccounts: projects.length - budgets.length,
  };
}
