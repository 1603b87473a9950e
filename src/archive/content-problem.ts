/**
 * What is wrong with the records while the development server runs. The loader that finds it and the
 * server's integration that shows it are loaded apart, each with a copy of this module of its own, so it
 * is kept where both reach.
 */
const key = Symbol.for('open-budget-archive.content-problem');
const shared = globalThis as { [key]?: string | null };

/** Notes why the records cannot be read; null = nothing is wrong. */
export function noteContentProblem(problem: string | null): void {
  shared[key] = problem;
}

/** Why the records cannot be read; null = nothing is wrong, or nothing was read yet. */
export const contentProblem = (): string | null => shared[key] ?? null;
