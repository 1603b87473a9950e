import { formatCount, formatGibibytes, formatPercent, formatRatio } from './format-values.ts';
import { findMeasured, type ContestantName, type Result } from './measurement.ts';

/** A bound on what is measured. */
export interface Target {
  /** What is measured, for operators and for readers. */
  readonly name: { readonly en: string; readonly zh: string };
  readonly limit: number;
  /** Whether the limit itself misses the target. */
  readonly strict: boolean;
  readonly format: (value: number) => string;
  /** The value; null = not measured. */
  readonly measure: (results: readonly Result[]) => number | null;
}

/** A target with what was measured. */
export interface Verdict {
  readonly target: Target;
  /** null = not measured. */
  readonly value: number | null;
  readonly outcome: 'met' | 'missed' | 'not measured';
}

type Value = number | null | undefined;

/** One divided by another; null = one of them is not known. */
const divide = (one: Value, other: Value): number | null =>
  one == null || other == null || other === 0 ? null : one / other;

type Measure = (results: readonly Result[], contestant: ContestantName, size: number) => Value;

const wall: Measure = (results, contestant, size) =>
  findMeasured(results, contestant, size)?.wallSeconds;

const peak: Measure = (results, contestant, size) =>
  findMeasured(results, contestant, size)?.peakBytes;

const searchBytes: Measure = (results, contestant, size) =>
  findMeasured(results, contestant, size)?.output?.searchBytes;

/** A ratio within one size, with the bound it has at {@link boundSize}. */
interface Comparison {
  readonly name: Target['name'];
  readonly limit: number;
  readonly strict: boolean;
  readonly format: Target['format'];
  readonly measure: (results: readonly Result[], size: number) => number | null;
}

/** What is compared at every size. */
export const comparisons: readonly Comparison[] = [
  {
    name: { en: 'time of ours to naive', zh: '本站用时与通常做法之比' },
    limit: 1 / 3,
    strict: false,
    format: formatRatio,
    measure: (all, size) => divide(wall(all, 'ours', size), wall(all, 'naive', size)),
  },
  {
    name: {
      en: 'time of ours to the usual way with the same pages',
      zh: '同样的网页，本站用时与通常做法之比',
    },
    limit: 1 / 3,
    strict: false,
    format: formatRatio,
    measure: (all, size) => divide(wall(all, 'ours', size), wall(all, 'usual', size)),
  },
  {
    name: { en: "bytes of our search index to naive's", zh: '本站检索库与通常做法的大小之比' },
    limit: 0.25,
    strict: false,
    format: formatPercent,
    measure: (all, size) => divide(searchBytes(all, 'ours', size), searchBytes(all, 'naive', size)),
  },
  {
    name: {
      en: "time of our pages to the floor, on the floor's template",
      zh: '同一模板下，本站出网页用时与最简站点之比',
    },
    limit: 1.3,
    strict: false,
    format: formatRatio,
    measure: (all, size) => divide(wall(all, 'pages', size), wall(all, 'floor', size)),
  },
  {
    name: {
      en: 'time of our pages to Hugo, on the same template',
      zh: '同一模板下，本站出网页用时与 Hugo 之比',
    },
    limit: 1,
    strict: true,
    format: formatRatio,
    measure: (all, size) => divide(wall(all, 'pages', size), wall(all, 'hugo', size)),
  },
  {
    name: { en: 'time after one change to a full build', zh: '改动一条后的用时与全部生成之比' },
    limit: 0.05,
    strict: true,
    format: formatPercent,
    measure: (all, size) => divide(wall(all, 'changed', size), wall(all, 'ours', size)),
  },
];

/** The size at which the comparisons are bound. */
const boundSize = 10_000;

/** The size that shows how ours grows. */
const largeSize = 50_000;

const memoryTarget = (size: number, gibibytes: number): Target => ({
  name: {
    en: `${formatCount(size)}: peak memory of ours`,
    zh: `${formatCount(size)} 条：本站任一进程的内存峰值`,
  },
  limit: gibibytes * 2 ** 30,
  strict: false,
  format: formatGibibytes,
  measure: (results) => peak(results, 'ours', size) ?? null,
});

/** All targets: at the size most archives will not exceed, and at five times that size. */
export const targets: readonly Target[] = [
  memoryTarget(boundSize, 2),
  ...comparisons.map((one) => ({
    ...one,
    name: {
      en: `${formatCount(boundSize)}: ${one.name.en}`,
      zh: `${formatCount(boundSize)} 条：${one.name.zh}`,
    },
    measure: (results: readonly Result[]) => one.measure(results, boundSize),
  })),
  {
    name: {
      en: 'one change: files unlike a full build',
      zh: '改动一条后与全部生成不同的文件数',
    },
    limit: 0,
    strict: false,
    format: String,
    measure: countDiffering,
  },
  {
    name: {
      en: `${formatCount(largeSize)} to ${formatCount(boundSize)}: time of ours`,
      zh: `${formatCount(largeSize)} 条与 ${formatCount(boundSize)} 条：本站用时之比`,
    },
    limit: 5.5,
    strict: false,
    format: formatRatio,
    measure: (all) => divide(wall(all, 'ours', largeSize), wall(all, 'ours', boundSize)),
  },
  memoryTarget(largeSize, 3),
];

/** Files that differ over all sizes compared; null = none was compared. */
function countDiffering(results: readonly Result[]): number | null {
  const counts = results.flatMap((one) =>
    one.outcome === 'measured' && one.differing !== null ? [one.differing.length] : [],
  );
  return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
}

/** Whether each target was met. */
export const judgeTargets = (results: readonly Result[]): Verdict[] =>
  targets.map((one) => {
    const value = one.measure(results);
    if (value === null) return { target: one, value, outcome: 'not measured' };
    const met = one.strict ? value < one.limit : value <= one.limit;
    return { target: one, value, outcome: met ? 'met' : 'missed' };
  });
