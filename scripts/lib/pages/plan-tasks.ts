import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { readPartEntries, type Slice } from '../../../src/archive/part-files.ts';
import type { PageProgram } from './page-program.ts';
import type { PageTask } from './page-task.ts';

/** What the pages of a site are made from. */
export interface PagesPlan {
  readonly content: string;
  /** Folder for what processes need of their own. */
  readonly work: string;
  /** Folders of the parts, in the order of their ids. */
  readonly parts: readonly string[];
  /** Key of the code of the generator. */
  readonly code: string;
  /** Key of everything that all pages are made with. */
  readonly common: string;
  /** The units whose pages are made, each with the number of its records and the key of its pages. */
  readonly units: readonly UnitPages[];
  /** Whether the pages over several units are made too. */
  readonly indexes: boolean;
  readonly base: string;
  /** Public address of the host; undefined = not known. */
  readonly site: string | undefined;
  /** Processes at once; left out = one a core. */
  readonly jobs?: number | undefined;
  /** Records a process renders at most; left out = as many as are worth one. */
  readonly recordsPerProcess?: number | undefined;
}

/** A unit whose pages are made. */
export interface UnitPages {
  readonly id: string;
  readonly records: number;
  readonly key: string;
}

/** Up to so many records are rendered in one process, together with the indexes. */
const fewRecords = 200;

/** Records a process renders at most before another takes over, so that memory stays flat. */
const mostRecords = 2000;

/** What tasks are planned from. */
export interface TaskPlan {
  readonly plan: PagesPlan;
  readonly program: PageProgram;
  /** Units whose pages the site does not hold as they would be. */
  readonly stale: readonly UnitPages[];
  /** Keys of the pages over several units that the site holds, by address. */
  readonly known: Readonly<Record<string, string>>;
}

/** What processes render which pages: one everything, where that is little; otherwise one the indexes. */
export function planTasks(tasks: TaskPlan): PageTask[] {
  const { plan, stale } = tasks;
  const records = stale.reduce((sum, unit) => sum + unit.records, 0);
  const ids = stale.map(({ id }) => id);
  if (plan.indexes && records <= (plan.recordsPerProcess ?? fewRecords))
    return [planTask(tasks, 'pages', 'all', ids)];
  const processes = plan.jobs ?? availableParallelism();
  const most =
    plan.recordsPerProcess ?? Math.min(mostRecords, Math.ceil(records / (2 * processes)));
  return [
    ...(plan.indexes ? [planTask(tasks, 'indexes', 'indexes', [])] : []),
    ...cut(stale, most).map((units, i) => planTask(tasks, `units-${i}`, 'units', units)),
  ];
}

function planTask(
  { plan, program, known }: TaskPlan,
  name: string,
  choice: PageTask['choice'],
  units: readonly string[],
): PageTask {
  const work = resolve(plan.work, name);
  mkdirSync(work, { recursive: true });
  const slice = join(work, 'slice.json');
  const { content, parts, base } = plan;
  const sliced: Slice =
    choice === 'units'
      ? { content, parts: partsOfUnits(parts, units), units }
      : { content, parts, units: null };
  writeFileSync(slice, JSON.stringify(sliced));
  return { work, program, slice, choice, units, known, base, site: plan.site ?? null };
}

/** The folders of the parts that hold a record of one of the units. */
function partsOfUnits(parts: readonly string[], units: readonly string[]): string[] {
  const wanted = new Set(units);
  return parts.filter((folder) => readPartEntries(folder).some(({ unitId }) => wanted.has(unitId)));
}

/** The units in lists of at most so many records, but at least one unit. */
function cut(units: readonly UnitPages[], most: number): string[][] {
  const lists: string[][] = [];
  let room = 0;
  for (const { id, records } of units) {
    if (records > room || lists.length === 0) {
      lists.push([]);
      room = most;
    }
    lists.at(-1)?.push(id);
    room -= records;
  }
  return lists;
}
