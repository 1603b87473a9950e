import type { SearchHit } from './search-hit.ts';
import type { SearchPhase } from './search-record.ts';

/** A sum of project amounts of one phase, and what it leaves out. */
export interface PhaseTotal {
  readonly phase: Exclude<SearchPhase, 'none'>;
  /** Sum in 分; null = no project with an amount. */
  readonly fen: number | null;
  /** Projects in the sum. */
  readonly known: number;
  /** Projects that print no amount. */
  readonly missing: number;
  /** Projects left out because the department's budget, which includes the unit's, is in the results. */
  readonly overlapping: number;
  /** The same by year, newest first; amounts in 分, null = none known. */
  readonly byYear: readonly { readonly year: number; readonly fen: number | null }[];
}

/** The total of the projects among the hits, the phases apart, and the projects that have none. */
export interface ProjectTotals {
  readonly phases: readonly PhaseTotal[];
  /** Projects of budgets found only in a form, which has no row and so no amount of a table. */
  readonly formOnly: number;
  /** Projects of final accounts (决算), which are no money besides that of the budgets. */
  readonly finalAccounts: number;
}

/** What a total looks at. */
export type TotalledHit = Pick<SearchHit, 'kind' | 'phase' | 'entry' | 'amountFen'>;

/**
 * Adds the amounts of the projects among the hits. Only projects: rows of different tables repeat
 * the same money. Only budgets: final accounts report what a budget plans. A unit's project is left
 * out where its department's budget of the same year is in the results as well. Null is counted as missing, never as zero.
 * Basis: our own practice; a 部门 budget contains its 单位.
 */
export function totalProjects(hits: readonly TotalledHit[]): ProjectTotals {
  const all = hits.filter(({ kind }) => kind === 'project');
  const projects = all.filter(({ entry }) => entry?.kind !== 'final-accounts');
  const present = new Set(projects.map(({ entry }) => `${entry?.unitId} ${entry?.year}`));
  const isOverlapping = ({ entry }: TotalledHit): boolean =>
    entry !== null && entry.includedIn !== '' && present.has(`${entry.includedIn} ${entry.year}`);
  const phases = (['current', 'carryover'] as const).flatMap((phase) => {
    const ofPhase = projects.filter((hit) => hit.phase === phase);
    if (ofPhase.length === 0) return [];
    const counted = ofPhase.filter((hit) => !isOverlapping(hit));
    const known = counted.filter(({ amountFen }) => amountFen !== null);
    const years = [...new Set(counted.map(({ entry }) => entry?.year ?? 0))].sort((a, b) => b - a);
    return [
      {
        phase,
        fen: addKnown(known),
        known: known.length,
        missing: counted.length - known.length,
        overlapping: ofPhase.length - counted.length,
        byYear: years.map((year) => ({
          year,
          fen: addKnown(known.filter(({ entry }) => entry?.year === year)),
        })),
      },
    ];
  });
  const formOnly = projects.filter(({ phase }) => phase === 'none').length;
  return { phases, formOnly, finalAccounts: all.length - projects.length };
}

/** Sum of amounts that are all known; null for none. */
function addKnown(hits: readonly TotalledHit[]): number | null {
  if (hits.length === 0) return null;
  return hits.reduce((sum, { amountFen }) => sum + (amountFen ?? 0), 0);
}
