import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepareSummaries } from '../../../src/archive/part-files.ts';
import { effortSince } from '../build-report.ts';
import { writeCompiled } from '../keep-compiled.ts';
import { choosePages, rendersRoute } from './choose-pages.ts';
import { fileOfPage, openPageApp, requestOfPage, type PageApp } from './page-app.ts';
import type { PageProgram } from './page-program.ts';
import type { PageResult, PageTask, RenderedPage } from './page-task.ts';

/** The program of this process; it is started once, and renders one task after the other. */
let app: Promise<PageApp> | undefined;

/** What this process had taken when the last task was done. */
let counted: NodeJS.CpuUsage = { user: 0, system: 0 };

/** What is ready before the indexes can be rendered. */
export interface IndexPreparation {
  readonly program: PageProgram;
  /** Folders of parts that stay as they are. */
  readonly folders: readonly string[];
}

/** Starts the program of this process and reads what the indexes need, see {@link prepareSummaries}. */
export async function prepareIndexes({ program, folders }: IndexPreparation): Promise<void> {
  app ??= openPageApp(program);
  const pageApp = await app;
  await pageApp.load((route) => rendersRoute('indexes', route));
  prepareSummaries(folders);
  writeCompiled();
}

/**
 * Renders the pages of a task. A page for which nothing stands in the site is written there; one that takes
 * the place of a file, into the folder of the task. The process is the program's from then on: its
 * environment tells the slice. Tasks of one process must be of one program, and follow one another.
 * @throws what a page throws.
 */
export async function renderPages(task: PageTask): Promise<PageResult> {
  const aside = join(task.work, 'site');
  rmSync(aside, { recursive: true, force: true });
  process.env['ARCHIVE_SLICE'] = task.slice;
  process.env['ARCHIVE_PAGE_KEYS'] = task.choice === 'units' ? 'no' : 'yes';
  app ??= openPageApp(task.program);
  const pageApp = await app;
  const paths = await pageApp.paths((route) => rendersRoute(task.choice, route));
  writeCompiled();
  const chosen = choosePages(task, paths);
  const write = openFolder(task.out, 'wx');
  const writeAside = openFolder(aside, 'w');
  const pages: RenderedPage[] = [];
  for (const { path: page, address, moved } of chosen.pages) {
    const body = await pageApp.render(page, requestOfPage(page, task));
    const path = fileOfPage(page);
    const placed = write(path, body);
    if (!placed) writeAside(path, body);
    const sha256 = createHash('sha256').update(body).digest('hex');
    pages.push({ path, sha256, address, key: page.cacheKey ?? null, moved, placed });
  }
  const effort = effortSince(counted);
  counted = process.cpuUsage();
  return { aside, pages, kept: chosen.kept, effort };
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
