import type { BenchWording } from './bench-wording.ts';
import {
  absent,
  formatCount,
  formatMebibytes,
  formatMegabytes,
  formatRate,
  formatRatio,
  formatSeconds,
  markdownTable,
} from './format-values.ts';
import {
  findMeasured,
  type Effort,
  type Measured,
  type OutputSize,
  type Result,
} from './measurement.ts';
import { comparisons, type Verdict } from './targets.ts';

/**
 * The table of one size, with a row for each contestant and below it one for each of its stages; then the
 * seconds of our work on records, and how ours compares.
 */
export function sizeTable(results: readonly Result[], size: number, words: BenchWording): string[] {
  const here = results.filter((one) => one.size === size);
  const rows = here.flatMap((one) =>
    one.outcome === 'measured' ? measuredRows(one, words) : [notMeasuredRow(one, words)],
  );
  const compared = comparisons.flatMap(({ name, format, measure }) => {
    const value = measure(results, size);
    return value === null ? [] : [`${name[words.language]} ${format(value)}`];
  });
  return [
    ...markdownTable(words.columns, rows),
    ...here.flatMap((one) => workLine(one, words)),
    ...(compared.length === 0 ? [] : ['', `${words.compared}${compared.join(' · ')}`]),
  ];
}

function measuredRows(one: Measured, words: BenchWording): string[][] {
  const name = words.contestants[one.contestant] + shareNote(one, words);
  const pages = one.output?.pages ?? null;
  // Where pages are a stage of their own, they are counted by its time.
  const pageSeconds = one.stages.find((stage) => stage.name === 'pages') ?? one;
  return [
    [name, ...effortCells(one), ...outputCells(one.output, rate(pages, pageSeconds))],
    ...one.stages.map((stage) => [
      `${name} · ${words.stages[stage.name] ?? stage.name}`,
      ...effortCells(stage),
      ...outputCells(null, absent),
    ]),
  ];
}

/** What a name bears whose measures are those of a share; empty = they are of all records. */
const shareNote = ({ share, size }: Measured, words: BenchWording): string =>
  share === 1 ? '' : words.share(formatCount(size * share));

const rate = (pages: number | null, { wallSeconds }: Effort): string =>
  pages === null || wallSeconds === 0 ? absent : formatRate(pages / wallSeconds);

const effortCells = ({ wallSeconds, cpuSeconds, peakBytes }: Effort): string[] => [
  formatSeconds(wallSeconds),
  formatSeconds(cpuSeconds),
  formatMebibytes(peakBytes),
];

const outputCells = (output: OutputSize | null, pagesPerSecond: string): string[] => [
  output === null ? absent : formatCount(output.pages),
  pagesPerSecond,
  output === null ? absent : formatCount(output.files),
  formatMegabytes(output?.pageBytes ?? null),
  formatMegabytes(output?.searchBytes ?? null),
  formatMegabytes(output?.dataBytes ?? null),
];

const notMeasuredRow = (one: Exclude<Result, Measured>, words: BenchWording): string[] => [
  words.contestants[one.contestant],
  one.outcome === 'failed' ? words.failed : words.left,
  ...words.columns.slice(2).map(() => absent),
];

const workLine = (one: Result, words: BenchWording): string[] => {
  if (one.outcome !== 'measured' || Object.keys(one.work).length === 0) return [];
  const parts = Object.entries(one.work).map(
    ([name, seconds]) => `${words.kinds[name] ?? name} ${seconds.toFixed(1)}`,
  );
  return ['', `${words.work}${parts.join(' · ')}`];
};

/** How our time and memory grow from each size to the next; empty with fewer than two. */
export function growthTable(results: readonly Result[], words: BenchWording): string[] {
  const sizes = [...new Set(results.map(({ size }) => size))];
  const rows = sizes.slice(1).flatMap((size, i) => {
    const before = findMeasured(results, 'ours', sizes[i] ?? 0);
    const after = findMeasured(results, 'ours', size);
    if (before === undefined || after === undefined) return [];
    return [
      [
        `${formatCount(before.size)} – ${formatCount(after.size)}`,
        formatRatio(after.size / before.size),
        formatRatio(after.wallSeconds / before.wallSeconds),
        before.peakBytes === null || after.peakBytes === null
          ? absent
          : formatRatio(after.peakBytes / before.peakBytes),
      ],
    ];
  });
  return rows.length === 0 ? [] : markdownTable(words.growth, rows);
}

/** The targets with what was measured. */
export const targetTable = (verdicts: readonly Verdict[], words: BenchWording): string[] =>
  markdownTable(
    words.targets,
    verdicts.map(({ target, value, outcome }) => [
      target.name[words.language],
      `${target.strict ? '<' : '≤'} ${target.format(target.limit)}`,
      value === null ? absent : target.format(value),
      words.outcomes[outcome],
    ]),
  );
