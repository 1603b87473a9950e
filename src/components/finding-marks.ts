import { findingTarget } from '../format/finding-target.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { NumberedFinding } from './finding-groups.ts';

/** What the findings of a page mark in its tables, and where the places of its figures lead. */
export interface FindingMarks {
  /** Name of the kept source; null = it is not kept. */
  readonly original: string | null;
  /** Every anchor that a finding points at; cells have an anchor only when they are among these. */
  readonly targets: ReadonlySet<string>;
  /** Numbers of the differences by the anchor they point at. */
  readonly differences: ReadonlyMap<string, readonly number[]>;
  /** Differences by the number of the project they concern. */
  readonly ofProjects: ReadonlyMap<number, readonly NumberedFinding[]>;
}

/** No finding at all. */
export const noMarks: FindingMarks = {
  original: null,
  targets: new Set(),
  differences: new Map(),
  ofProjects: new Map(),
};

/** The marks of the findings of a disclosure. */
export function findingMarks(
  findings: readonly NumberedFinding[],
  disclosure: Disclosure,
): FindingMarks {
  const targets = new Set<string>();
  const differences = new Map<string, number[]>();
  const ofProjects = new Map<number, NumberedFinding[]>();
  for (const { n, finding } of findings) {
    const { projectN, result } = finding;
    if (result === 'difference' && projectN !== null) {
      ofProjects.set(projectN, [...(ofProjects.get(projectN) ?? []), { n, finding }]);
    }
    const target = findingTarget(finding, disclosure);
    if (target === null) continue;
    targets.add(target);
    if (result !== 'difference') continue;
    differences.set(target, [...(differences.get(target) ?? []), n]);
  }
  return { original: disclosure.source.original ?? null, targets, differences, ofProjects };
}
