import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openProcessPool } from '../process-pool.ts';
import {
  aheadFolder,
  isBuilt,
  type PartEffort,
  type PartsPlace,
  type PartTask,
} from './built-part.ts';
import type { Part } from './plan-parts.ts';

/** Where parts are built from and to, and by how many processes. */
export interface PartsPlan extends PartsPlace {
  readonly parts: readonly Part[];
  /** Key of everything that all parts are made with. */
  readonly common: string;
  /** Processes at once; left out = one a core. */
  readonly jobs?: number | undefined;
  /** Told the folders of the parts that are there as planned, before others are built. */
  readonly onKept?: ((folders: readonly string[]) => void) | undefined;
  /**
   * Told a folder for each part that holds what indexes look at of it, where that is there before the others
   * are built: when they have few records. The folders hold nothing else that can be relied on.
   */
  readonly onRead?: ((folders: readonly string[]) => void) | undefined;
}

/** Which parts were built, and what each took, in this process and in others. */
export interface PartsReport {
  readonly built: readonly string[];
  readonly own: readonly PartEffort[];
  readonly others: readonly PartEffort[];
}

/** Up to so many records are not worth a process of their own. */
const fewRecords = 20;

/** Up to so many records may be in memory between their reading and the building of their parts. */
const mostAhead = 500;

/**
 * Builds those parts that the folder does not hold as planned, and removes parts that are no longer
 * planned. A few records are read and built in this process.
 * @throws what building a part throws; parts built until then stay, and are not built again.
 */
export async function buildParts(plan: PartsPlan): Promise<PartsReport> {
  const { content, folder, parts, common, jobs, onRead } = plan;
  mkdirSync(folder, { recursive: true });
  const planned = new Set(parts.map(({ id }) => id));
  for (const name of readdirSync(folder)) {
    if (!planned.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  const missing = parts.filter((part) => !isBuilt(plan, part));
  const built = new Set(missing.map(({ id }) => id));
  const kept = parts.filter(({ id }) => !built.has(id));
  plan.onKept?.(kept.map(({ id }) => join(folder, id)));
  const tasks = missing.map((part): PartTask => ({ content, folder, part, common }));
  const records = missing.reduce((sum, { files }) => sum + files.length, 0);
  const report = { built: [...built], own: [], others: [] };
  if (tasks.length === 0) return report;
  if (records <= fewRecords) {
    const { buildEach } = await import('./build-part.ts');
    return { ...report, own: await buildEach(tasks) };
  }
  if (onRead !== undefined && kept.length > 0 && records <= mostAhead) {
    const folders = parts.map(({ id }) =>
      built.has(id) ? aheadFolder(folder, id) : join(folder, id),
    );
    return { ...report, others: await afterReading(tasks, () => onRead(folders)) };
  }
  const processes = Math.min(jobs ?? availableParallelism(), tasks.length);
  return { ...report, others: await inProcesses(tasks, processes) };
}

/** Builds parts in one process, after it has read the records of all of them. */
async function afterReading(tasks: readonly PartTask[], onRead: () => void): Promise<PartEffort[]> {
  const pool = openProcessPool('parts/build-part.ts', { name: 'buildEach', most: 1 });
  try {
    const reading = (await pool.run(tasks, { name: 'readEach' })) as PartEffort[];
    onRead();
    return [...reading, ...((await pool.run(tasks)) as PartEffort[])];
  } finally {
    await pool.destroy();
  }
}

/** Lists of so many for each process keep all processes at work to the end. */
const listsPerProcess = 4;

/**
 * What a process builds in one go: the years of a region one after the other, so that records of the year
 * before are read once; where those are too few lists, each part by itself. The largest come first, so that
 * no process is left with a large one at the end.
 */
function inLists(tasks: readonly PartTask[], processes: number): PartTask[][] {
  const regions = [...Map.groupBy(tasks, ({ part }) => part.id.replace(/-\d{4}$/u, '')).values()];
  const lists =
    regions.length < processes * listsPerProcess ? tasks.map((task) => [task]) : regions;
  const records = (list: readonly PartTask[]): number =>
    list.reduce((sum, { part }) => sum + part.files.length, 0);
  return lists.toSorted((a, b) => records(b) - records(a));
}

async function inProcesses(tasks: readonly PartTask[], processes: number): Promise<PartEffort[]> {
  const pool = openProcessPool('parts/build-part.ts', { name: 'buildEach', most: processes });
  const lists = inLists(tasks, processes);
  try {
    const efforts = await Promise.all(
      lists.map(async (list) => pool.run(list) as Promise<PartEffort[]>),
    );
    return efforts.flat();
  } finally {
    await pool.destroy();
  }
}
