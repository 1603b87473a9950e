import { parentOf } from './indicator-vocabulary.ts';

/** What is needed to find the first-level label of an indicator row. */
export interface LevelledRow {
  readonly level2: string | null;
  /** First-level label printed last above or in the row; null = none printed so far. */
  readonly above: string | null;
}

/**
 * The first-level label of a row: the one its second-level label belongs to where the form prints
 * it anywhere (the cell is merged and its label may stand lower down), else the label above for a
 * second-level label that belongs nowhere; null = the form prints none that fits.
 */
export function level1Of(row: LevelledRow, printed: ReadonlySet<string>): string | null {
  const parent = row.level2 === null ? undefined : parentOf(row.level2);
  if (parent === undefined) return row.above;
  return printed.has(parent) ? parent : null;
}

/** First-level labels that the second-level labels call for and the form does not print. */
export function missingLevel1(
  rows: readonly LevelledRow[],
  printed: ReadonlySet<string>,
): string[] {
  const wanted = rows.map((row) => (row.level2 === null ? undefined : parentOf(row.level2)));
  return [...new Set(wanted.filter((label) => label !== undefined))].filter(
    (label) => !printed.has(label),
  );
}
