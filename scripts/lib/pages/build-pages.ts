import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import pLimit from 'p-limit';
import type { Slice } from '../../../src/archive/part-files.ts';
import type { Effort } from '../build-report.ts';
import { unitOfAddress } from './choose-pages.ts';
import { openPageProgram, runProcess, type PageProgram } from './page-program.ts';
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

/** What became of the pages of a build. */
export interface PagesReport {
  readonly rendered: number;
  readonly kept: number;
  /** What the processes took that were started for them. */
  readonly efforts: readonly Effort[];
}

/** Up to so many records are rendered in this process, together with the indexes. */
const fewRecords = 200;

/** Records a process renders at most before another takes over, so that memory stays flat. */
const mostRecords = 2000;

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
  const { code, content, base } = plan;
  const work = join(plan.work, 'program');
  const opened = await openPageProgram({ content, work, code, base, site: plan.site ?? null });
  const { program } = opened;
  const tasks = planTasks(plan, program, stale, knownPages(plan, tree));
  const single = tasks.length === 1 ? tasks[0] : undefined;
  if (single !== undefined) await renderPages(single);
  else {
    const limit = pLimit(plan.jobs ?? availableParallelism());
    await Promise.all(tasks.map(async (task) => limit(async () => renderInProcess(task))));
  }
  for (const { id, key } of plan.units)
    if (tree.intact[groupOfUnit(id)] === key) tree.keep(groupOfUnit(id));
  const results = tasks.map(({ work: folder }) => takePages(tree, plan, folder));
  if (plan.indexes) tree.copy(program.linked, () => madeAnew);
  return {
    rendered: results.reduce((sum, { pages }) => sum + pages.length, 0),
    kept:
      results.reduce((sum, { kept }) => sum + kept.length, 0) + plan.units.length - stale.length,
    efforts: [
      ...(opened.effort === null ? [] : [opened.effort]),
      ...(single === undefined ? results.map(({ effort }) => effort) : []),
    ],
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
  program: PageProgram,
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
    const { content, parts, base } = plan;
    writeFileSync(slice, JSON.stringify({ content, parts, units: sliced } satisfies Slice));
    return { work, program, slice, choice, units, known, base, site: plan.site ?? null };
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
  await runProcess('render-pages.ts', file);
}

/** Brings the pages of one task into the site. */
function takePages(tree: SiteTree, plan: PagesPlan, work: string): PageResult {
  const made = madeBy(work);
  const result = JSON.parse(readFileSync(made.result, 'utf8')) as PageResult;
  const keys = new Map(plan.units.map(({ id, key }) => [id, key]));
  const pages = result.pages.map(({ path, sha256, address, key, moved }) => {
    if (moved) return { path, sha256, group: madeAnew };
    const unit = unitOfAddress(address);
    const unitKey = unit === null ? undefined : keys.get(unit);
    if (unit !== null && unitKey !== undefined)
      return { path, sha256, group: { name: groupOfUnit(unit), key: unitKey } };
    if (key === null) return { path, sha256, group: madeAnew };
    return { path, sha256, group: { name: groupOfPage(address), key: `${plan.common}:${key}` } };
  });
  tree.takeKnown(made.site, pages);
  for (const address of result.kept) tree.keep(groupOfPage(address));
  return result;
}
