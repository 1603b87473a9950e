import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { effortSince } from '../build-report.ts';
import { choosePages, rendersRoute } from './choose-pages.ts';
import { fileOfPage, openPageApp, requestOfPage } from './page-app.ts';
import { madeBy, type PageResult, type PageTask, type RenderedPage } from './page-task.ts';
import { runTask } from './run-task.ts';

/**
 * Renders the pages of a task, and writes what became of them into its folder. A page for which nothing
 * stands in the site is written there; one that takes the place of a file, into the folder of the task. The
 * process is the program's from then on: its environment tells the slice.
 * @throws what a page throws.
 */
async function renderPages(task: PageTask): Promise<void> {
  const start = process.cpuUsage();
  const { site, result } = madeBy(task.work);
  rmSync(site, { recursive: true, force: true });
  process.env['ARCHIVE_SLICE'] = task.slice;
  process.env['ARCHIVE_PAGE_KEYS'] = task.choice === 'units' ? 'no' : 'yes';
  const app = await openPageApp(task.program);
  const paths = await app.paths((route) => rendersRoute(task.choice, route));
  const chosen = choosePages(task, paths);
  const write = openFolder(task.out, 'wx');
  const writeAside = openFolder(site, 'w');
  const pages: RenderedPage[] = [];
  for (const { path: page, address, moved } of chosen.pages) {
    const body = await app.render(page, requestOfPage(page, task));
    const path = fileOfPage(page);
    const placed = write(path, body);
    if (!placed) writeAside(path, body);
    const sha256 = createHash('sha256').update(body).digest('hex');
    pages.push({ path, sha256, address, key: page.cacheKey ?? null, moved, placed });
  }
  const { kept } = chosen;
  const made: PageResult = { pages, kept, effort: effortSince(start) };
  writeFileSync(result, JSON.stringify(made));
}

/** What is said of a place where something stands that must not be written over. */
const taken: readonly unknown[] = ['EEXIST', 'EISDIR', 'ENOTDIR'];

/**
 * Writes files below a folder, which comes to be as they do; `wx` = only where nothing stands. Tells whether
 * it could.
 */
function openFolder(root: string, flag: 'w' | 'wx'): (path: string, bytes: Uint8Array) => boolean {
  const folders = new Set<string>();
  return (path, bytes) => {
    const folder = dirname(path);
    try {
      if (!folders.has(folder)) mkdirSync(join(root, folder), { recursive: true });
      folders.add(folder);
      writeFileSync(join(root, path), bytes, { flag });
      return true;
    } catch (error) {
      if (flag === 'wx' && taken.includes((error as NodeJS.ErrnoException).code)) return false;
      throw error;
    }
  };
}

await runTask(renderPages);
