import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { readPartEntries, type Slice } from '../../../src/archive/part-files.ts';
import type { OpenedProgram, PageProgram } from './page-program.ts';
import type { PageTask } from './page-task.ts';
import type { Renderers } from './renderers.ts';

/** What the program of the pages of a site is made from. */
export interface ProgramOfPages {
  readonly content: string;
  /** Folder for what processes need of their own. */
  readonly work: string;
  /** Key of the code of the generator. */
  readonly code: string;
  readonly base: string;
  /** Public address of the host; undefined = not known. */
  readonly site: string | undefined;
  /** Ends the processes. */
  readonly signal?: AbortSignal | undefined;
}

/** What the pages of a site are made from. */
export interface PagesPlan extends ProgramOfPages {
  /** Folder of the site. */
  readonly out: string;
  /** Folders of the parts, in the order of their ids. */
  readonly parts: readonly string[];
  /** The program, where it is already being made; left out = it is made now. */
  readonly program?: Promise<OpenedProgram>;
  /** The processes that render, where they are already open; left out = they are opened now. */
  readonly renderers?: Renderers;
  /** Key of everything that all pages are made with. */
  readonly common: string;
  /** The units whose pages are made, each with the number of its records and the key of its pages. */
  readonly units: readonly UnitPages[];
  /** Whether the pages over several units are made too. */
  readonly indexes: boolean;
  /** Processes at once; left out = one a core. */
  readonly jobs?: number | undefined;
  /** Records of a task at most; left out = as many as are worth one. */
  readonly recordsPerProcess?: number | undefined;
}

/** A unit whose pages are made. */
export interface UnitPages {
  readonly id: string;
  readonly records: number;
  readonly key: string;
}

/** Up to so many records are one task. */
const fewRecords = 200;

/** Records of a task at most: a process has their summaries in memory, so that it stays flat. */
const mostRecords = 2000;

/** Records that are worth a task of their own, so that at the end no core waits long for another. */
const leastRecords = 100;

/** What tasks are planned from. */
export interface TaskPlan {
  readonly plan: PagesPlan;
  readonly program: PageProgram;
  /** Units whose pages the site does not hold as they would be. */
  readonly stale: readonly UnitPages[];
  /** Keys of the pages over several units that the site holds, by address. */
  readonly known: Readonly<Record<string, string>>;
}

const countRecords = (units: readonly UnitPages[]): number =>
  units.reduce((sum, unit) => sum + unit.records, 0);

/** Whether the pages of units are so few that one process renders them. */
const areFew = (units: readonly UnitPages[]): boolean => countRecords(units) <= fewRecords;

/** What tasks the pages are: one the indexes, others the units. */
export function planTasks(tasks: TaskPlan): PageTask[] {
  const { plan, stale } = tasks;
  const holders = holdersOf(plan.parts);
  const lists = cut(stale, roomOf(plan, stale));
  return [
    ...(plan.indexes ? [planTask(tasks, 'indexes', plan.parts, null)] : []),
    ...lists.map((units, i) => {
      const holding = new Set(units.flatMap((id) => [...(holders.get(id) ?? [])]));
      const parts = plan.parts.filter((folder) => holding.has(folder));
      return planTask(tasks, `units-${i}`, parts, units);
    }),
  ];
}

/** How many records the next process renders when so many are left. */
function roomOf(
  { jobs, recordsPerProcess }: PagesPlan,
  stale: readonly UnitPages[],
): (left: number) => number {
  if (recordsPerProcess !== undefined) return () => recordsPerProcess;
  if (areFew(stale)) return () => fewRecords;
  const shares = 2 * (jobs ?? availableParallelism());
  // Ever fewer, so that the last ones end at about the same time.
  return (left) => Math.min(mostRecords, Math.max(leastRecords, Math.ceil(left / shares)));
}

/** The task of some units; null = that of the indexes. */
function planTask(
  { plan, program, known }: TaskPlan,
  name: string,
  parts: readonly string[],
  units: readonly string[] | null,
): PageTask {
  const work = resolve(plan.work, name);
  mkdirSync(work, { recursive: true });
  const slice = join(work, 'slice.json');
  const { content, base, site = null } = plan;
  writeFileSync(slice, JSON.stringify({ content, parts, units } satisfies Slice));
  const choice = units === null ? 'indexes' : 'units';
  const out = resolve(plan.out);
  return { work, out, program, slice, choice, units: units ?? [], known, base, site };
}

/** The folders of the parts that hold a record of a unit, by its id. */
function holdersOf(parts: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const holders = new Map<string, Set<string>>();
  for (const folder of parts) {
    for (const { unitId } of readPartEntries(folder)) {
      const known = holders.get(unitId) ?? new Set();
      holders.set(unitId, known.add(folder));
    }
  }
  return holders;
}

/** The units in lists, each of at most as many records as there is room for, but of at least one unit. */
function cut(units: readonly UnitPages[], roomFor: (left: number) => number): string[][] {
  const lists: string[][] = [];
  let left = countRecords(units);
  let room = 0;
  for (const { id, records } of units) {
    if (records > room || lists.length === 0) {
      lists.push([]);
      room = roomFor(left);
    }
    lists.at(-1)?.push(id);
    room -= records;
    left -= records;
  }
  return lists;
}
