import { cpSync, existsSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type AstroIntegration, build } from 'astro';
import { effortSince } from '../build-report.ts';
import type { BundleTask, KeptProgram } from './page-program.ts';
import { runTask } from './run-task.ts';

/** Folder in which Astro leaves the program for as long as it renders. */
const prerenderFolder = '.prerender';

/** How the file of the program begins which exports the application. */
const entryStart = 'prerender-entry';

type BuildSetup = Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0];

/** A page with what Astro puts into its head. */
interface BundledPage {
  readonly styles: readonly unknown[];
}

/**
 * Bundles the pages into a program, and keeps it instead of rendering them. Astro renders no page here;
 * its configuration takes the content folder of its root, so the root is a folder of links.
 * @throws what Astro throws.
 */
async function bundlePages(task: BundleTask): Promise<void> {
  const start = process.cpuUsage();
  const { work, content, source } = task;
  symlinkSync(content, join(work, 'content'), 'junction');
  const packages = dirname(dirname(createRequire(import.meta.url).resolve('astro/package.json')));
  symlinkSync(packages, join(work, 'node_modules'), 'junction');
  setEnvironment(task);
  const out = join(work, 'site');
  const program = join(work, 'program');
  const pages: { all: BuildSetup['pages'] | undefined } = { all: undefined };
  await build({
    root: work,
    srcDir: source.src,
    publicDir: source.public,
    outDir: out,
    cacheDir: join(work, 'cache'),
    configFile: relative(work, source.config),
    logLevel: 'warn',
    vite: { cacheDir: join(work, 'vite') },
    integrations: [
      keepProgram(pages, () => cpSync(join(out, prerenderFolder), program, { recursive: true })),
    ],
  });
  // Kept sources come from the content folder of an archive, not from the generator.
  rmSync(join(out, 'originals'), { recursive: true, force: true });
  const entry = existsSync(program)
    ? readdirSync(program).find((name) => name.startsWith(entryStart))
    : undefined;
  if (entry === undefined || pages.all === undefined)
    throw new Error(`${program}: Unexpected program of Astro, expected its ${entryStart} module.`);
  const styles = [...(pages.all as unknown as ReadonlyMap<string, BundledPage>)].map(
    ([page, data]) => [page, data.styles] as const,
  );
  writeFileSync(
    task.result,
    JSON.stringify({
      key: task.key,
      entry: join(program, entry),
      styles,
      linked: out,
      effort: effortSince(start),
    } satisfies KeptProgram),
  );
}

/** What the configuration of Astro and the loaders of the collections take from outside. */
function setEnvironment({ base, site }: BundleTask): void {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  // Pages read the slice that is set when they are rendered; the collections stay empty.
  process.env['ARCHIVE_SLICE'] = 'none';
  process.env['BASE_PATH'] = base;
  if (site === null) delete process.env['SITE_URL'];
  else process.env['SITE_URL'] = site;
  // Left in the environment, it would take the place of the base path in every link.
  delete process.env['BASE_URL'];
}

/** Notes the pages of a build, and keeps the program in place of rendering them. */
function keepProgram(
  pages: { all: BuildSetup['pages'] | undefined },
  keep: () => void,
): AstroIntegration {
  return {
    name: 'keep-program',
    hooks: {
      'astro:build:setup': ({ pages: all, target }) => {
        if (target === 'server') pages.all = all;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer({
          name: 'keep-program',
          setup: () => {
            keep();
            return Promise.resolve();
          },
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('Unexpected page to render, expected none.')),
        });
      },
    },
  };
}

await runTask(bundlePages);
