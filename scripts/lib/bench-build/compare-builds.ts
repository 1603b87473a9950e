import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchOptions } from './bench-options.ts';
import { formatGibibytes, formatSeconds } from './format-values.ts';
import type { ContestantName, Result } from './measurement.ts';
import { freeMemory } from './process-memory.ts';
import { hugoVersion, runs, type Course } from './run-contestant.ts';
import { openSynthArchive } from './synth-archive.ts';
import { shareOf } from './write-sites.ts';

/** What the comparison needs from outside. */
export interface CompareEffects {
  readonly print: (line: string) => void;
  /** Bytes of memory a contestant can have. */
  readonly freeBytes: () => number;
  /** The version of the Hugo there is; null = there is none. */
  readonly hugo: string | null;
}

/** Those of the machine the comparison runs on. */
export const realEffects = (print: CompareEffects['print']): CompareEffects => ({
  print,
  freeBytes: freeMemory,
  hugo: hugoVersion(),
});

/**
 * Memory all processes of a contestant take together: what it begins with, and more for each record.
 * Basis: floor and hugo as measured with 10,000 records, naive and usual with as many as they take; ours as its
 * targets allow two processes.
 */
const needs: Readonly<Record<ContestantName, readonly [base: number, each: number]>> = {
  ours: [2 * 2 ** 30, 100_000],
  changed: [2 * 2 ** 30, 100_000],
  pages: [0.8 * 2 ** 30, 60_000],
  floor: [0.4 * 2 ** 30, 60_000],
  naive: [0.5 * 2 ** 30, 2_200_000],
  usual: [0.8 * 2 ** 30, 8_000_000],
  hugo: [0.2 * 2 ** 30, 1_200_000],
};

/** Bytes of memory a contestant is expected to take at a size. */
export function neededBytes(contestant: ContestantName, size: number): number {
  const [base, each] = needs[contestant];
  return base + each * size * shareOf(contestant, size);
}

/** Why a contestant is not begun; null = nothing stands against it. */
export function whyLeftOut(
  contestant: ContestantName,
  size: number,
  allowedBytes: number,
  hugo: string | null,
): string | null {
  if (contestant === 'hugo' && hugo === null) return 'hugo is not installed';
  const needed = neededBytes(contestant, size);
  if (needed <= allowedBytes) return null;
  return `needs about ${formatGibibytes(needed)} of memory, ${formatGibibytes(allowedBytes)} can be had (--max-memory)`;
}

/** Measures every contestant at every size, one after the other; what one ends with stops no other. */
export async function compareBuilds(
  options: BenchOptions,
  generator: string,
  effects: CompareEffects,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const size of options.sizes) {
    effects.print(`${size} unit-years: the example archive`);
    const archive = openSynthArchive(generator, options.work, size);
    for (const contestant of options.contestants) {
      const maxBytes = options.maxBytes ?? effects.freeBytes();
      const verify = size <= options.verifyUpTo;
      const limits = { maxBytes, timeoutSeconds: options.timeoutSeconds };
      const course = { generator, work: options.work, size, archive, limits, verify };
      const result = await runOne(contestant, course, effects);
      effects.print(`  ${contestant}: ${tell(result)}`);
      results.push(result);
    }
    rmSync(join(options.work, `ours-${size}`), { recursive: true, force: true });
  }
  return results;
}

async function runOne(
  contestant: ContestantName,
  course: Course,
  { freeBytes, hugo }: CompareEffects,
): Promise<Result> {
  const { size, limits } = course;
  const reason = whyLeftOut(contestant, size, Math.min(limits.maxBytes, freeBytes()), hugo);
  if (reason !== null) return { outcome: 'left out', contestant, size, reason };
  try {
    return { outcome: 'measured', contestant, size, ...(await runs[contestant](course)) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', contestant, size, reason: message };
  }
}

const tell = (result: Result): string =>
  result.outcome === 'measured'
    ? `${formatSeconds(result.wallSeconds)} s`
    : `${result.outcome}: ${result.reason}`;
