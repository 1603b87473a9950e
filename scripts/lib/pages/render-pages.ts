import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build } from 'astro';
import { effortSince } from '../build-report.ts';
import { choosePages, type Chosen } from './choose-pages.ts';
import { madeBy, type PageResult, type PageTask } from './page-task.ts';

/**
 * Renders the pages of a task into a folder of its own, and writes what became of them beside it. The
 * process is Astro's from then on: its environment tells the slice, the base path and the address.
 * @throws what Astro or a page throws.
 */
export async function renderPages(task: PageTask): Promise<void> {
  const { work, content, slice, base, site } = task;
  const start = process.cpuUsage();
  const generator = resolve(import.meta.dirname, '../../..');
  const nothing = join(work, 'public');
  rmSync(madeBy(work).site, { recursive: true, force: true });
  rmSync(join(work, 'content'), { recursive: true, force: true });
  mkdirSync(nothing, { recursive: true });
  // Astro reads the content folder of its root; a folder of its own keeps processes apart.
  symlinkSync(resolve(content), join(work, 'content'), 'junction');
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ARCHIVE_SLICE'] = slice;
  process.env['ARCHIVE_PAGE_KEYS'] = task.choice === 'units' ? 'no' : 'yes';
  process.env['BASE_PATH'] = base;
  if (site === null) delete process.env['SITE_URL'];
  else process.env['SITE_URL'] = site;
  // Left in the environment, it would take the place of the base path in every link.
  delete process.env['BASE_URL'];
  const chosen: Chosen = { keys: {}, kept: [], moved: [], rendered: 0 };
  await build({
    root: work,
    srcDir: resolve(generator, 'src'),
    publicDir: task.choice === 'units' ? nothing : resolve(generator, 'public'),
    outDir: madeBy(work).site,
    cacheDir: join(work, 'cache'),
    configFile: relative(work, resolve(generator, 'astro.config.mjs')),
    logLevel: 'warn',
    integrations: [choosePages(task, chosen)],
  });
  // The build itself puts in what records name, of the archive it is building.
  rmSync(join(madeBy(work).site, 'originals'), { recursive: true, force: true });
  writeFileSync(
    madeBy(work).result,
    JSON.stringify({ ...chosen, effort: effortSince(start) } satisfies PageResult),
  );
}

if (import.meta.main) {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Unexpected missing file of the task.');
  try {
    await renderPages(JSON.parse(readFileSync(file, 'utf8')) as PageTask);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
