import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openBuildReport } from './lib/build-report.ts';
import { buildOptions, buildSetup } from './lib/build-setup.ts';
import { buildShard } from './lib/build-shard.ts';
import { finishSite, joinParts } from './lib/join-site.ts';
import { startPages } from './lib/pages/build-pages.ts';
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
  const { content, out, cache, base, site } = setup;
  const report = openBuildReport();
  const { tree, prepared } = await report.stage(
    'parts',
    async () => {
      const preparing = prepareParts(setup);
      preparing.catch(() => undefined);
      // While processes build the parts, this one looks through what the last build left.
      const opened = openSiteTree(out, join(cache, 'site.json'));
      return { tree: opened, prepared: await preparing };
    },
    (done) => done.prepared.report.others,
  );
  const { built, own, others } = prepared.report;
  for (const { work } of [...own, ...others]) report.addWork(work);
  print(`${built.length} of ${prepared.parts.length} parts read and checked`);
  const plan = {
    ...setup,
    work: join(cache, 'pages'),
    parts: prepared.folders,
    code: prepared.code,
    common: keyOf(prepared.common, base, site),
    units: prepared.units,
    indexes: true,
  };
  const { parts, common } = plan;
  const whole = { content, parts, work: cache, common, out, base, site };
  const { pages, joined } = await report.stage(
    'pages',
    async () => {
      const rendering = await startPages(plan, tree);
      // While one process renders what has changed, this one joins the parts.
      const early = rendering.leavesRoom ? await joinParts(whole, tree) : null;
      return { pages: await rendering.finish(), joined: early };
    },
    (done) => done.pages.efforts,
  );
  print(`Pages written to ${values.out}: ${pages.rendered} rendered, ${pages.kept} kept`);
  const lines = await report.stage('join', async () =>
    finishSite(whole, joined ?? (await joinParts(whole, tree)), tree),
  );
  for (const line of lines) print(line);
  if (values.report !== undefined) report.write(values.report);
}

if (import.meta.main) {
  try {
    await run(process.argv.slice(2), { print: console.log });
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
