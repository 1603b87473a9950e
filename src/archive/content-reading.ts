/**
 * What the loader of the records last found while the development server runs. The loader that finds it
 * and the server's integration that shows it are loaded apart, each with a copy of this module of its
 * own, so it is kept where both reach.
 */
interface ContentReading {
  /** How many times the records were read, whether or not that went well. */
  readonly times: number;
  /** Why they could not be read the last time; null = nothing is wrong. */
  readonly problem: string | null;
}

const key = Symbol.for('open-budget-archive.content-reading');
const shared = globalThis as { [key]?: ContentReading };

/** How the records were last read; null problem and no times before the first reading. */
export const contentReading = (): ContentReading => shared[key] ?? { times: 0, problem: null };

/** Notes that the records were read, and why they could not be; null = nothing is wrong. */
export function noteContentReading(problem: string | null): void {
  shared[key] = { times: contentReading().times + 1, problem };
}
