import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contestant } from './bench-contestant.ts';
import type { SearchCorpus } from './bench-corpus.ts';
import { libraries } from './bench-libraries.ts';
import { measure, type Measurement, type Question } from './bench-measure.ts';
import { ours } from './bench-ours.ts';
import { shippedPagefind } from './bench-pagefind.ts';
import { printTable } from './bench-print.ts';

/**
 * Those compared whose name begins so, ours first: once for each number of parts.
 * @throws when no name begins so
 */
export function listContestants(beginning: string, parts: readonly number[] = [1]): Contestant[] {
  const all = [...parts.map(ours), shippedPagefind(false), shippedPagefind(true), ...libraries];
  const chosen = all.filter(({ name }) => name.startsWith(beginning));
  if (chosen.length > 0) return chosen;
  throw new Error(
    `Unexpected --only "${beginning}", expected the beginning of one of: ${all.map(({ name }) => name).join(' · ')}`,
  );
}

/** Builds every index in turn, asks it the questions, and prints what was measured as a table. */
export async function compareContestants(
  chosen: readonly Contestant[],
  corpus: SearchCorpus,
  questions: readonly Question[],
  patienceMs: number,
  effects: { readonly print: (line: string) => void },
): Promise<string> {
  const rows: Measurement[] = [];
  for (const { name, build } of chosen) {
    const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
    const start = performance.now();
    const index = await build(corpus, folder);
    const buildMs = performance.now() - start;
    if (index === undefined) effects.print(`${name}: not installed, left out`);
    else {
      const measured = await measure(index, questions, patienceMs);
      const records = corpus.records.length;
      rows.push({ name, records, ...measured, indexBytes: index.bytes, buildMs });
      await index.close();
    }
    rmSync(folder, { recursive: true, force: true });
  }
  return printTable(rows);
}
