import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { Tinypool } from 'tinypool';
import { buildPart, isBuilt } from './build-part.ts';
import type { PartTask } from './build-part.ts';
import type { Part } from './plan-parts.ts';

/** Where parts are built from and to, and by how many processes. */
export interface PartsPlan {
  readonly content: string;
  readonly folder: string;
  readonly parts: readonly Part[];
  /** Processes at once; left out = one a core. */
  readonly jobs?: number | undefined;
}

/**
 * Builds those parts that the folder does not hold as planned, and removes parts that are no longer
 * planned; the ids of those built. One part alone is built in this process.
 * @throws what {@link buildPart} throws; parts built until then stay, and are not built again.
 */
export async function buildParts({ content, folder, parts, jobs }: PartsPlan): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const planned = new Set(parts.map(({ id }) => id));
  for (const name of readdirSync(folder)) {
    if (!planned.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  const missing = parts.filter((part) => !isBuilt(folder, part));
  const tasks = missing.map((part): PartTask => ({ content, folder, part }));
  const processes = Math.min(jobs ?? availableParallelism(), tasks.length);
  if (processes <= 1) for (const task of tasks) await buildPart(task);
  else await inProcesses(tasks, processes);
  return missing.map(({ id }) => id);
}

async function inProcesses(tasks: readonly PartTask[], processes: number): Promise<void> {
  const pool = new Tinypool({
    filename: resolve(import.meta.dirname, 'build-part.ts'),
    name: 'buildPart',
    runtime: 'child_process',
    minThreads: processes,
    maxThreads: processes,
  });
  // The largest first, so that no process is left with a large one at the end.
  const ordered = tasks.toSorted((a, b) => b.part.files.length - a.part.files.length);
  try {
    await Promise.all(ordered.map(async (task): Promise<unknown> => pool.run(task)));
  } finally {
    await pool.destroy();
  }
}
