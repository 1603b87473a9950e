import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { openProcessPool } from '../process-pool.ts';
import { buildEach, isBuilt } from './build-part.ts';
import type { PartEffort, PartsPlace, PartTask } from './build-part.ts';
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
}

/** Which parts were built, and what each took, in this process and in others. */
export interface PartsReport {
  readonly built: readonly string[];
  readonly own: readonly PartEffort[];
  readonly others: readonly PartEffort[];
}

/** Up to so many records of one part are not worth a process of their own. */
const fewRecords = 20;

/**
 * Builds those parts that the folder does not hold as planned, and removes parts that are no longer
 * planned. One small part alone is built in this process.
 * @throws what {@link buildPart} throws; parts built until then stay, and are not built again.
 */
export async function buildParts(plan: PartsPlan): Promise<PartsReport> {
  const { content, folder, parts, common, jobs } = plan;
  mkdirSync(folder, { recursive: true });
  const planned = new Set(parts.map(({ id }) => id));
  for (const name of readdirSync(folder)) {
    if (!planned.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  const missing = parts.filter((part) => !isBuilt(plan, part));
  const built = missing.map(({ id }) => id);
  const kept = parts.filter(({ id }) => !built.includes(id));
  plan.onKept?.(kept.map(({ id }) => join(folder, id)));
  const tasks = missing.map((part): PartTask => ({ content, folder, part, common }));
  const processes = Math.min(jobs ?? availableParallelism(), tasks.length);
  const records = missing.reduce((sum, { files }) => sum + files.length, 0);
  if (processes > 1 || records > fewRecords)
    return { built, own: [], others: await inProcesses(tasks, processes) };
  return { built, own: await buildEach(tasks), others: [] };
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
