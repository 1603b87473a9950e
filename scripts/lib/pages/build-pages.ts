import { join } from 'node:path';
import type { Effort } from '../build-report.ts';
import { unitOfAddress } from './choose-pages.ts';
import { openPageProgram, type OpenedProgram } from './page-program.ts';
import type { PageResult } from './page-task.ts';
import { planTasks, type PagesPlan, type ProgramOfPages } from './plan-tasks.ts';
import { openRenderers } from './renderers.ts';
import { madeAnew, type SiteTree } from './site-tree.ts';

/** What became of the pages of a build. */
export interface PagesReport {
  readonly rendered: number;
  readonly kept: number;
  /** What the processes took that were started for them. */
  readonly efforts: readonly Effort[];
}

/** Name of the group of files of a unit's pages. */
export const groupOfUnit = (id: string): string => `unit:${id}`;
const groupOfPage = (address: string): string => `page:${address}`;

/** Pages that are being rendered. */
export interface PagesUnderWay {
  /**
   * Waits for the pages and brings them into the site.
   * @throws what a process throws; what stood in the site is as it was then, new pages may stand beside it.
   */
  finish(): Promise<PagesReport>;
}

/**
 * Renders the pages that the site does not hold as they would be, in as many processes as that is worth,
 * and brings them into the site.
 * @throws what a process throws; what stood in the site is as it was then, new pages may stand beside it.
 */
export const buildPages = async (planned: PagesPlan, tree: SiteTree): Promise<PagesReport> =>
  (await startPages(planned, tree)).finish();

/**
 * The program of the pages of a plan, see {@link openPageProgram}.
 * @throws when a page cannot be bundled.
 */
export const openProgram = async ({
  content,
  work,
  code,
  base,
  site,
  signal,
}: ProgramOfPages): Promise<OpenedProgram> =>
  openPageProgram({ content, work: join(work, 'program'), code, base, site: site ?? null, signal });

/** Begins what {@link buildPages} does. @throws when the pages cannot be bundled. */
export async function startPages(planned: PagesPlan, tree: SiteTree): Promise<PagesUnderWay> {
  const units = planned.units.map((unit) => ({ ...unit, key: `${planned.common}:${unit.key}` }));
  const plan = { ...planned, units };
  const stale = plan.units.filter(({ id, key }) => tree.intact[groupOfUnit(id)] !== key);
  const opened = await (planned.program ?? openProgram(planned));
  const known = knownPages(plan, tree);
  const tasks = planTasks({ plan, program: opened.program, stale, known });
  const rendering = (plan.renderers ?? openRenderers(plan)).render(tasks);
  // Whoever waits is told; until then it is no error that nobody has seen.
  rendering.catch(() => undefined);
  return {
    finish: async () => {
      const results = await rendering;
      const fresh = plan.units.filter(({ id, key }) => tree.intact[groupOfUnit(id)] === key);
      for (const { id } of fresh) tree.keep(groupOfUnit(id));
      for (const result of results) takePages(tree, plan, result);
      if (plan.indexes) tree.copy(opened.program.linked, () => madeAnew);
      const efforts = results.map(({ effort }) => effort);
      return {
        rendered: results.reduce((sum, { pages }) => sum + pages.length, 0),
        kept: results.reduce((sum, { kept }) => sum + kept.length, 0) + fresh.length,
        efforts: opened.effort === null ? efforts : [opened.effort, ...efforts],
      };
    },
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

/** Brings the pages of one task into the site. */
function takePages(tree: SiteTree, plan: PagesPlan, result: PageResult): void {
  const keys = new Map(plan.units.map(({ id, key }) => [id, key]));
  const pages = result.pages.map(({ path, sha256, placed, address, key, moved }) => {
    const file = { path, sha256, placed };
    if (moved) return { ...file, group: madeAnew };
    const unit = unitOfAddress(address);
    const unitKey = unit === null ? undefined : keys.get(unit);
    if (unit !== null && unitKey !== undefined)
      return { ...file, group: { name: groupOfUnit(unit), key: unitKey } };
    if (key === null) return { ...file, group: madeAnew };
    return { ...file, group: { name: groupOfPage(address), key: `${plan.common}:${key}` } };
  });
  tree.takeKnown(result.aside, pages);
  for (const address of result.kept) tree.keep(groupOfPage(address));
}
