import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openBuildReport } from './build-report.ts';
import type { BuildSetup } from './build-setup.ts';
import {
  openProgram,
  startPages,
  type PagesReport,
  type PagesUnderWay,
} from './pages/build-pages.ts';
import type { OpenedProgram } from './pages/page-program.ts';
import type { PagesPlan } from './pages/plan-tasks.ts';
import { openRenderers } from './pages/renderers.ts';
import { openSiteTree } from './pages/site-tree.ts';
import { keyOf } from './parts/build-keys.ts';
import { prepareParts, type ReadParts } from './parts/prepare-parts.ts';

/** What a build tells, and to whom. */
export interface BuildTelling {
  /** The folder of the site as it was named. */
  readonly out: string;
  /** File of what each stage took; undefined = none. */
  readonly report: string | undefined;
  readonly print: (line: string) => void;
}

/**
 * Builds the whole archive, as far as the last build into the same folder did not leave it as it would be.
 * When it fails, the processes it has begun end with the signal.
 * @throws when a stage fails; what was written before stays incomplete and must not be published
 */
export async function buildSite(
  setup: BuildSetup,
  telling: BuildTelling,
  signal: AbortSignal,
): Promise<void> {
  const { content, out, cache, base, site } = setup;
  const { print } = telling;
  const work = join(cache, 'pages');
  const report = openBuildReport();
  const renderers = openRenderers({ ...setup, signal });
  renderers.start();
  const planOf = (
    { folders, code, common, units }: ReadParts,
    program: Promise<OpenedProgram> | undefined,
  ): Omit<PagesPlan, 'indexes'> => ({
    ...{ ...setup, work, renderers, signal, parts: folders, code, units },
    common: keyOf(common, base, site),
    ...(program === undefined ? {} : { program }),
  });
  const { tree, prepared, program, indexes, joiner } = await report.stage(
    'parts',
    async () => {
      // While processes build the parts, another bundles the pages, and this one looks through what the
      // last build left.
      let bundled: Promise<OpenedProgram> | undefined;
      let started: Promise<PagesUnderWay> | undefined;
      const opening = Promise.resolve().then(async () =>
        openSiteTree(out, join(cache, 'site.json')),
      );
      const startIndexes = (read: ReadParts): void => {
        const plan = { ...planOf(read, bundled), units: [], indexes: true };
        started = opening.then(async (tree) => startPages(plan, tree));
        started.catch(() => undefined);
      };
      const preparing = prepareParts({
        ...setup,
        onCode: (code) => {
          bundled = openProgram({ ...setup, work, code, signal });
          bundled.catch(() => undefined);
        },
        // With what is not built again, the process of the indexes can begin.
        onKept: (folders) => {
          if (folders.length === 0) return;
          bundled?.then(
            (opened) => renderers.prepare({ program: opened.program, folders }),
            () => undefined,
          );
        },
        ...(setup.jobs === 1 ? {} : { onRead: startIndexes }),
      });
      preparing.catch(() => undefined);
      const tree = await opening;
      // Read when nothing waits for it.
      const joiner = await import('./join-site.ts');
      return { tree, prepared: await preparing, program: bundled, indexes: started, joiner };
    },
    (done) => done.prepared.report.others,
  );
  const { built, own, others } = prepared.report;
  for (const { work: seconds } of [...own, ...others]) report.addWork(seconds);
  print(`${built.length} of ${prepared.parts.length} parts read and checked`);
  const plan = planOf(prepared, program);
  const { parts, common } = plan;
  const whole = { content, parts, work: cache, common, out, base, site };
  const { pages, joined } = await report.stage(
    'pages',
    async () => {
      const rendering = [
        ...(indexes === undefined ? [] : [await indexes]),
        await startPages({ ...plan, indexes: indexes === undefined }, tree),
      ];
      // While others render, this process joins the parts; they are handed their tasks before.
      await setImmediate();
      const joining = await joiner.joinParts(whole, tree);
      tree.survey();
      const reports = await Promise.all(rendering.map(async (under) => under.finish()));
      return { pages: addReports(reports), joined: joining };
    },
    (done) => done.pages.efforts,
  );
  print(`Pages written to ${telling.out}: ${pages.rendered} rendered, ${pages.kept} kept`);
  const lines = await report.stage('join', async () => joiner.finishSite(whole, joined, tree));
  for (const line of lines) print(line);
  if (telling.report !== undefined) report.write(telling.report);
}

/** Reports of pages rendered by one program as one; what the bundling of it took counts once. */
const addReports = (reports: readonly PagesReport[]): PagesReport => ({
  rendered: reports.reduce((sum, { rendered }) => sum + rendered, 0),
  kept: reports.reduce((sum, { kept }) => sum + kept, 0),
  efforts: [...new Set(reports.flatMap(({ efforts }) => efforts))],
});
