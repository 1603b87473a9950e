import type { WorkReport } from '../build-report.ts';

/** What the measurement of builds compares, in the order it runs. */
export const contestantNames = [
  'ours',
  'changed',
  'pages',
  'floor',
  'naive',
  'usual',
  'hugo',
] as const;

/**
 * `ours` = the whole build; `changed` = the same build again after one record changed; `pages` = the way
 * ours renders pages, with the template of the floor in place of its own; `floor` = a bare
 * Astro site that renders the same tables and nothing else; `naive` = the same template over a `glob()`
 * collection of whole records, and Pagefind as shipped over its pages; `usual` = the pages of this very site
 * with their checks, by one `astro build`, and Pagefind as shipped over them, but no data files; `hugo` =
 * the template of the floor in Hugo.
 */
export type ContestantName = (typeof contestantNames)[number];

/** What processes took. */
export interface Effort {
  readonly wallSeconds: number;
  /** Processor time of all processes; null = this system does not tell. */
  readonly cpuSeconds: number | null;
  /** The largest resident set of any one process; null = this system does not tell. */
  readonly peakBytes: number | null;
}

/** What one stage took. */
export interface StageEffort extends Effort {
  readonly name: string;
}

/** Files and bytes of a built site: of its pages, of its search index, and of everything else. */
export interface OutputSize {
  readonly files: number;
  readonly pages: number;
  readonly pageBytes: number;
  readonly searchBytes: number;
  readonly dataBytes: number;
}

/** A contestant that was measured at a size. */
export interface Measured extends Effort {
  readonly outcome: 'measured';
  readonly contestant: ContestantName;
  /** Unit-years of the archive. */
  readonly size: number;
  /** Its stages in order; empty = it has but one. */
  readonly stages: readonly StageEffort[];
  /** null = it writes into a site that was counted before. */
  readonly output: OutputSize | null;
  /** Seconds of the work on records, by kind; empty = not told apart. */
  readonly work: WorkReport;
  /** Files that differ from those of a full build; null = not compared. */
  readonly differing: readonly string[] | null;
  /**
   * Share of the records it was run with, where it cannot take them all: its times and its output are
   * told in a straight line from there. Its memory is what the share took.
   */
  readonly share: number;
}

/** A contestant without measures at a size: left out before it began, or ended badly. */
export interface NotMeasured {
  readonly outcome: 'left out' | 'failed';
  readonly contestant: ContestantName;
  readonly size: number;
  readonly reason: string;
}

/** What became of a contestant at a size. */
export type Result = Measured | NotMeasured;

/** The measures of a contestant at a size; undefined = there are none. */
export function findMeasured(
  results: readonly Result[],
  contestant: ContestantName,
  size: number,
): Measured | undefined {
  const found = results.find((one) => one.contestant === contestant && one.size === size);
  return found?.outcome === 'measured' ? found : undefined;
}

/** An effort as it would be in a straight line for more of the same; memory stays as it was measured. */
export const timesEffort = <T extends Effort>(effort: T, factor: number): T => ({
  ...effort,
  wallSeconds: effort.wallSeconds * factor,
  cpuSeconds: effort.cpuSeconds === null ? null : effort.cpuSeconds * factor,
});

/** A number of records, and what a contestant took for them or made of them. */
type Point<T> = readonly [records: number, value: T];

const alongLine = ([few, low]: Point<number>, [more, high]: Point<number>, at: number): number =>
  low + ((high - low) / (more - few)) * (at - few);

/** An effort in the straight line through those for fewer and for more records; memory is that for more. */
export const extendEffort = <T extends Effort>(
  [few, low]: Point<Effort>,
  [more, high]: Point<T>,
  at: number,
): T => ({
  ...high,
  wallSeconds: alongLine([few, low.wallSeconds], [more, high.wallSeconds], at),
  cpuSeconds:
    low.cpuSeconds === null || high.cpuSeconds === null
      ? null
      : alongLine([few, low.cpuSeconds], [more, high.cpuSeconds], at),
});

/** A site in the straight line through those of fewer and of more records. */
export function extendOutput(
  [few, low]: Point<OutputSize>,
  [more, high]: Point<OutputSize>,
  at: number,
): OutputSize {
  const of = (name: keyof OutputSize): number =>
    Math.round(alongLine([few, low[name]], [more, high[name]], at));
  return {
    files: of('files'),
    pages: of('pages'),
    pageBytes: of('pageBytes'),
    searchBytes: of('searchBytes'),
    dataBytes: of('dataBytes'),
  };
}

/** A site as it would be in a straight line for more of the same. */
export const timesOutput = (output: OutputSize, factor: number): OutputSize => ({
  files: Math.round(output.files * factor),
  pages: Math.round(output.pages * factor),
  pageBytes: output.pageBytes * factor,
  searchBytes: output.searchBytes * factor,
  dataBytes: output.dataBytes * factor,
});

/** The stages of a command one after the other as one effort. */
export function addEfforts(efforts: readonly Effort[]): Effort {
  const sum = (values: readonly (number | null)[]): number | null =>
    values.reduce<number | null>(
      (total, value) => (total === null || value === null ? null : total + value),
      0,
    );
  const peaks = efforts.map(({ peakBytes }) => peakBytes);
  return {
    wallSeconds: efforts.reduce((total, { wallSeconds }) => total + wallSeconds, 0),
    cpuSeconds: sum(efforts.map(({ cpuSeconds }) => cpuSeconds)),
    peakBytes: sum(peaks) === null ? null : Math.max(...peaks.map((peak) => peak ?? 0)),
  };
}
