import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import pLimit from 'p-limit';
import type { Slice } from '../../../src/archive/part-files.ts';
import type { Effort } from '../build-report.ts';
import { listFolder } from '../parts/build-keys.ts';
import { addressOf, unitOfAddress } from './choose-pages.ts';
import { madeBy, type PageChoice, type PageResult, type PageTask } from './page-task.ts';
import { renderPages } from './render-pages.ts';
import { madeAnew, type SiteTree } from './site-tree.ts';

/** What the pages of a site are made from. */
export interface PagesPlan {
  readonly content: string;
  /** Folder for what processes need of their own. */
  readonly work: string;
  /** Folders of the parts, in the order of their ids. */
  readonly parts: readonly string[];
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

/** What became of the pages of a build. */
export interface PagesReport {
  readonly rendered: number;
  readonly kept: number;
  /** What the processes took that were started for them. */
  readonly efforts: readonly Effort[];
}

/** Up to so many records are rendered in one process, together with the indexes. */
const fewRecords = 400;

/** Records a process renders at most before another takes over, so that memory stays flat. */
const mostRecords = 5000;

/** Name of the group of files of a unit's pages. */
export const groupOfUnit = (id: string): string => `unit:${id}`;
const groupOfPage = (address: string): string => `page:${address}`;

/**
 * Renders the pages that the site does not hold as they would be, in as many processes as that is worth,
 * and brings them into the site.
 * @throws what a process throws; the site is as it was then.
 */
export async function buildPages(planned: PagesPlan, tree: SiteTree): Promise<PagesReport> {
  const units = planned.units.map((unit) => ({ ...unit, key: `${planned.common}:${unit.key}` }));
  const plan = { ...planned, units };
  const stale = plan.units.filter(({ id, key }) => tree.intact[groupOfUnit(id)] !== key);
  const tasks = planTasks(plan, stale, knownPages(plan, tree));
  const single = tasks.length === 1 ? tasks[0] : undefined;
  if (single !== undefined) await renderPages(single);
  else {
    const limit = pLimit(plan.jobs ?? availableParallelism());
    await Promise.all(tasks.map(async (task) => limit(async () => renderInProcess(task))));
  }
  for (const { id, key } of plan.units)
    if (tree.intact[groupOfUnit(id)] === key) tree.keep(groupOfUnit(id));
  const results = tasks.map(
    ({ work }) => JSON.parse(readFileSync(madeBy(work).result, 'utf8')) as PageResult,
  );
  const keys = new Map(plan.units.map(({ id, key }) => [id, key]));
  for (const [i, task] of tasks.entries())
    takePages(tree, {
      site: madeBy(task.work).site,
      result: results[i],
      keys,
      plan,
      first: plan.indexes && i === 0,
    });
  return {
    rendered: results.reduce((sum, { rendered }) => sum + rendered, 0),
    kept:
      results.reduce((sum, { kept }) => sum + kept.length, 0) + plan.units.length - stale.length,
    efforts: single === undefined ? results.map(({ effort }) => effort) : [],
  };
}

/** Keys of the pages over several units that the site holds, by address. */
function knownPages({ common }: PagesPlan, tree: SiteTree): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree.intact).flatMap(([name, key]) =>
      name.startsWith('page:') && key.startsWith(`${common}:`)
        ? [[name.slice('page:'.length), key.slice(common.length + 1)]]
        : [],
    ),
  );
}

function planTasks(
  plan: PagesPlan,
  stale: readonly UnitPages[],
  known: Readonly<Record<string, string>>,
): PageTask[] {
  const make = (
    name: string,
    choice: PageChoice,
    units: readonly string[],
    sliced: Slice['units'],
  ): PageTask => {
    const work = resolve(plan.work, name);
    mkdirSync(work, { recursive: true });
    const slice = join(work, 'slice.json');
    writeFileSync(slice, JSON.stringify({ parts: plan.parts, units: sliced } satisfies Slice));
    const { content, base } = plan;
    const site = plan.site ?? null;
    return { work, content, slice, choice, units, known, base, site };
  };
  const records = stale.reduce((sum, unit) => sum + unit.records, 0);
  const ids = stale.map(({ id }) => id);
  if (plan.indexes && records <= (plan.recordsPerProcess ?? fewRecords))
    return [make('pages', 'all', ids, null)];
  const processes = plan.jobs ?? availableParallelism();
  const most =
    plan.recordsPerProcess ?? Math.min(mostRecords, Math.ceil(records / (2 * processes)));
  return [
    ...(plan.indexes ? [make('indexes', 'indexes', [], null)] : []),
    ...cut(stale, most).map((units, i) => make(`units-${i}`, 'units', units, units)),
  ];
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

async function renderInProcess(task: PageTask): Promise<void> {
  const file = join(task.work, 'task.json');
  writeFileSync(file, JSON.stringify(task));
  rmSync(madeBy(task.work).result, { force: true });
  const child = spawn(process.execPath, [resolve(import.meta.dirname, 'render-pages.ts'), file], {
    stdio: 'inherit',
  });
  const code = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', done);
  });
  if (code !== 0 || !existsSync(madeBy(task.work).result))
    throw new Error(`Pages of ${task.work}: Unexpected end of the process, see above.`);
}

/** Pages of one task, and what is known of them. */
interface Taken {
  readonly site: string;
  readonly result: PageResult | undefined;
  /** Keys of units by id. */
  readonly keys: ReadonlyMap<string, string>;
  readonly plan: PagesPlan;
  /** Whether files that belong to no unit are taken too: they are the same in every process. */
  readonly first: boolean;
}

function takePages(tree: SiteTree, { site, result, keys, plan, first }: Taken): void {
  if (!first) {
    for (const path of listFolder(site, true))
      if (unitOfAddress(`/${path}`) === null) rmSync(join(site, path));
  }
  const moved = new Set(result?.moved);
  const known = new Map(Object.entries(result?.keys ?? {}));
  tree.take(site, (path) => {
    const address = addressOf(path.replace(/(?:^|\/)index\.html$/u, ''));
    if (moved.has(address)) return madeAnew;
    const unit = unitOfAddress(address);
    const unitKey = unit === null ? undefined : keys.get(unit);
    if (unit !== null && unitKey !== undefined) return { name: groupOfUnit(unit), key: unitKey };
    const key = known.get(address);
    return key === undefined
      ? madeAnew
      : { name: groupOfPage(address), key: `${plan.common}:${key}` };
  });
  for (const address of result?.kept ?? []) tree.keep(groupOfPage(address));
}
