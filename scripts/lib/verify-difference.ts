/** The parts of a record that are read a second time. */
export type VerifiedPart = 'tables' | 'forms' | 'indicators' | 'key-facts';

/** Something in which record and source do not agree and that no correction explains. */
export interface Difference {
  readonly part: VerifiedPart;
  /**
   * different = both have a number there, not the same · missing-in-record = only the source has it ·
   * missing-in-source = only the record has it · not-at-place = the printed text is not there ·
   * order = the same numbers in another order · outside-table = the cell does not stand under the
   * title of its table · measure = the money measure is not the one printed · correction = the source
   * does not print what a correction corrects · column = the head above the cell names another
   * column · row = the line of the cell does not print code and name of its row
   */
  readonly kind:
    | 'different'
    | 'missing-in-record'
    | 'missing-in-source'
    | 'not-at-place'
    | 'order'
    | 'outside-table'
    | 'measure'
    | 'correction'
    | 'column'
    | 'row';
  readonly place: string;
  /** What of the record is concerned, or of the source where the record has nothing. */
  readonly what: string;
  /** As the record has it; null = nothing. */
  readonly record: string | null;
  /** As the second reader reads it; null = nothing. */
  readonly source: string | null;
}

/** What comparing one part gave. */
export interface PartResult {
  readonly part: VerifiedPart;
  /** Values compared. */
  readonly compared: number;
  /** Values that agree with the source as it is. */
  readonly equal: number;
  /** Values that agree with the source as corrected. */
  readonly explained: number;
  readonly differences: readonly Difference[];
  /** What the operator should know besides, one line each. */
  readonly notes?: readonly string[];
}

/** The sum of several results of one part. */
export function joinResults(part: VerifiedPart, results: readonly PartResult[]): PartResult {
  const sum = (of: (result: PartResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0);
  return {
    part,
    compared: sum((result) => result.compared),
    equal: sum((result) => result.equal),
    explained: sum((result) => result.explained),
    differences: results.flatMap((result) => result.differences),
    notes: results.flatMap((result) => result.notes ?? []),
  };
}
