import type { Topic } from '../schema/topic.ts';
import type { UnitYearSummary } from './model.ts';

/** Ids of the projects that topics decide on by hand. */
export const decidedProjects = (
  topics: readonly Pick<Topic, 'include' | 'exclude'>[],
): ReadonlySet<string> =>
  new Set(
    topics.flatMap(({ include, exclude }) =>
      [...include, ...exclude].map(({ project }) => project),
    ),
  );

/**
 * A summary with what the joining of an archive looks at: the lists that only pages show are empty, and of
 * the projects those are left that a topic finds or decides on, or that cite a document. A small part of
 * the summary, so that joining a large archive reads little.
 */
export function outlineOf(summary: UnitYearSummary, decided: ReadonlySet<string>): UnitYearSummary {
  const named = new Set([
    ...summary.citations.map(({ projectN }) => projectN),
    ...summary.topics.flatMap(({ projects }) => projects.map(({ n }) => n)),
  ]);
  return {
    ...summary,
    tables: [],
    missingTables: [],
    checkCounts: {},
    notableFindings: [],
    economicClasses: [],
    projects: summary.projects.filter(({ id, n }) => named.has(n) || decided.has(id)),
  };
}
