import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { effortSince } from '../build-report.ts';
import { choosePages } from './choose-pages.ts';
import { fileOfPage, openPageApp, requestOfPage } from './page-app.ts';
import { madeBy, type PageResult, type PageTask, type RenderedPage } from './page-task.ts';
import { runTask } from './run-task.ts';

/**
 * Renders the pages of a task into a folder of its own, and writes what became of them beside it. The
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
  const chosen = choosePages(task, await app.paths());
  const write = openFolder(site);
  const pages: RenderedPage[] = [];
  for (const { path: page, address, moved } of chosen.pages) {
    const body = await app.render(page, requestOfPage(page, task));
    const path = fileOfPage(page);
    write(path, body);
    const sha256 = createHash('sha256').update(body).digest('hex');
    pages.push({ path, sha256, address, key: page.cacheKey ?? null, moved });
  }
  const { kept } = chosen;
  const made: PageResult = { pages, kept, effort: effortSince(start) };
  writeFileSync(result, JSON.stringify(made));
}

/** Writes files below a folder, which comes to be as they do. */
function openFolder(root: string): (path: string, bytes: Uint8Array) => void {
  const folders = new Set<string>();
  return (path, bytes) => {
    const folder = dirname(path);
    if (!folders.has(folder)) mkdirSync(join(root, folder), { recursive: true });
    folders.add(folder);
    writeFileSync(join(root, path), bytes);
  };
}

await runTask(renderPages);
