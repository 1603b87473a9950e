import type { UncountedValues } from './search-scope.ts';

/** How much of the archive an answer speaks of. Only parts that may contain the query count. */
export interface SearchCoverage {
  /** Parts that the filters leave. */
  readonly parts: number;
  /** Of these, the parts searched, whether they answered or not. */
  readonly searched: number;
  /** Of the searched ones, those whose index did not arrive; their records are missing. */
  readonly lost: number;
  /** Parts that the filters by region and year leave out, so that nothing is known of them. */
  readonly outside: number;
  /** Whether the search stopped before the last part because it had found enough for the present. */
  readonly paused: boolean;
  /** Values of the filters by region and year that parts not searched, or lost, may have. */
  readonly uncounted: UncountedValues;
}

/** Whether every part that the filters leave was searched and answered. */
export const isComplete = ({ parts, searched, lost }: SearchCoverage): boolean =>
  searched === parts && lost === 0;
