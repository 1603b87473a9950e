import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openBuildReport } from './lib/build-report.ts';
import { buildOptions, buildSetup, type BuildSetup } from './lib/build-setup.ts';
import { buildShard } from './lib/build-shard.ts';
import { finishSite, joinParts } from './lib/join-site.ts';
import { openProgram, startPages } from './lib/pages/build-pages.ts';
import type { OpenedProgram } from './lib/pages/page-program.ts';
import { openRenderers } from './lib/pages/renderers.ts';
import { openSiteTree } from './lib/pages/site-tree.ts';
import { keyOf } from './lib/parts/build-keys.ts';
import { prepareParts } from './lib/parts/prepare-parts.ts';

/** What the command needs from outside. */
export interface BuildEffects {
  readonly print: (line: string) => void;
}

/**
 * Builds the whole archive: reads and checks the records part by part, renders the pages, and joins data
 * files and search index to them, as far as the last build into the same folder did not leave them as they
 * would be. `npm run build -- [--out dist] [--root .] [--base /] [--site https://…] [--cache <folder>]
 * [--jobs N] [--records-per-process N]`; the records are read from `<root>/content`. With `--shard
 * <region | i/n>` it builds a slice for `npm run merge` instead; with `--report <file>` it writes what each
 * stage took.
 * @throws when a stage fails; what was written before stays incomplete and must not be published
 */
export async function run(args: readonly string[], effects: BuildEffects): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { ...buildOptions, shard: { type: 'string' }, report: { type: 'string' } },
  });
  const setup = buildSetup(values);
  const { print } = effects;
  if (values.shard !== undefined) return buildShard(setup, values.shard, print);
  const pages = new AbortController();
  try {
    await buildWhole(setup, values, print, pages.signal);
  } finally {
    // When a build fails, those that bundle and render its pages are not waited for.
    pages.abort();
  }
}

async function buildWhole(
  setup: BuildSetup,
  named: { readonly out: string; readonly report?: string | undefined },
  print: BuildEffects['print'],
  signal: AbortSignal,
): Promise<void> {
  const { content, out, cache, base, site } = setup;
  const work = join(cache, 'pages');
  const report = openBuildReport();
  const renderers = openRenderers({ ...setup, signal });
  const { tree, prepared, program } = await report.stage(
    'parts',
    async () => {
      // While processes build the parts, another bundles the pages, and this one looks through what the
      // last build left.
      let bundled: Promise<OpenedProgram> | undefined;
      const onCode = (code: string): void => {
        bundled = openProgram({ ...setup, work, code, signal });
        bundled.catch(() => undefined);
      };
      // With what is not built again, the process of the indexes can begin.
      const onKept = (folders: readonly string[]): void => {
        if (folders.length === 0) return;
        bundled?.then(
          (opened) => renderers.prepare({ program: opened.program, folders }),
          () => undefined,
        );
      };
      const preparing = prepareParts({ ...setup, onCode, onKept });
      preparing.catch(() => undefined);
      const opened = await openSiteTree(out, join(cache, 'site.json'));
      return { tree: opened, prepared: await preparing, program: bundled };
    },
    (done) => done.prepared.report.others,
  );
  const { built, own, others } = prepared.report;
  for (const { work: seconds } of [...own, ...others]) report.addWork(seconds);
  print(`${built.length} of ${prepared.parts.length} parts read and checked`);
  const plan = {
    ...setup,
    work,
    parts: prepared.folders,
    code: prepared.code,
    ...(program === undefined ? {} : { program }),
    renderers,
    common: keyOf(prepared.common, base, site),
    units: prepared.units,
    indexes: true,
    signal,
  };
  const { parts, common } = plan;
  const whole = { content, parts, work: cache, common, out, base, site };
  const { pages, joined } = await report.stage(
    'pages',
    async () => {
      const rendering = await startPages(plan, tree);
      // While others render, this process joins the parts; they are handed their tasks before.
      await setImmediate();
      const joining = await joinParts(whole, tree);
      return { pages: await rendering.finish(), joined: joining };
    },
    (done) => done.pages.efforts,
  );
  print(`Pages written to ${named.out}: ${pages.rendered} rendered, ${pages.kept} kept`);
  const lines = await report.stage('join', async () => finishSite(whole, joined, tree));
  for (const line of lines) print(line);
  if (named.report !== undefined) report.write(named.report);
}

if (import.meta.main) {
  try {
    await run(process.argv.slice(2), { print: console.log });
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
