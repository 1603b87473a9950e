import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { StageReport, WorkReport } from '../build-report.ts';
import {
  addEfforts,
  extendEffort,
  extendOutput,
  timesEffort,
  timesOutput,
  type Effort,
  type Measured,
  type OutputSize,
  type StageEffort,
} from './measurement.ts';
import { differingFiles, sizeOfOutput } from './output-size.ts';
import { runMeasured, type Limits } from './run-measured.ts';
import { withChangedRecord, type SynthArchive } from './synth-archive.ts';
import {
  shareOf,
  writeFloorSite,
  writeHugoSite,
  writeNaiveSite,
  writeTemplate,
  writeUsualSite,
} from './write-sites.ts';

/** What a contestant is run with. */
export interface Course {
  /** Folder of the generator. */
  readonly generator: string;
  /** Folder of everything made on the way. */
  readonly work: string;
  readonly size: number;
  readonly archive: SynthArchive;
  readonly limits: Limits;
  /** Whether a changed archive is also built in full and compared. */
  readonly verify: boolean;
}

/** What a run leaves to be told, besides whose it is. */
type Outcome = Omit<Measured, 'outcome' | 'contestant' | 'size'>;

/** The program of a package, as a file that Node runs. */
function packageProgram(generator: string, name: string): string {
  const folder = join(generator, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Readonly<Record<string, string>>;
  };
  return join(folder, typeof bin === 'string' ? bin : (bin[name] ?? ''));
}

const folderOf = ({ work, size }: Course, name: string): string => join(work, `${name}-${size}`);

const measure = async (
  course: Course,
  name: string,
  command: readonly [string, ...string[]],
  environment: Readonly<Record<string, string>> = {},
): Promise<Effort> =>
  runMeasured({
    command,
    folder: course.generator,
    environment: { ASTRO_TELEMETRY_DISABLED: '1', ...environment },
    log: join(course.work, 'logs', `${name}-${course.size}.log`),
    limits: course.limits,
  });

/** Runs our build into a folder; what it says of itself stands in `report.json` there. */
const buildOurs = async (course: Course, name: string, folder: string): Promise<Effort> =>
  measure(course, name, [
    process.execPath,
    join(course.generator, 'scripts/build.ts'),
    ...['--root', course.archive.root],
    ...['--out', join(folder, 'site')],
    ...['--cache', join(folder, 'cache')],
    ...['--report', join(folder, 'report.json')],
  ]);

async function runOurs(course: Course): Promise<Outcome> {
  const folder = folderOf(course, 'ours');
  rmSync(folder, { recursive: true, force: true });
  const effort = await buildOurs(course, 'ours', folder);
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
    stages: StageReport[];
    work: WorkReport;
  };
  const output = sizeOfOutput(join(folder, 'site'));
  return { ...effort, stages: report.stages, work: report.work, output, differing: null, share: 1 };
}

async function runChanged(course: Course): Promise<Outcome> {
  const folder = folderOf(course, 'ours');
  const whole = folderOf(course, 'verify');
  if (!existsSync(join(folder, 'report.json')))
    throw new Error('there is no whole build to go on from');
  return withChangedRecord(course.archive, async () => {
    const effort = await buildOurs(course, 'changed', folder);
    const stages = (
      JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as { stages: StageReport[] }
    ).stages;
    let differing: readonly string[] | null = null;
    if (course.verify) {
      rmSync(whole, { recursive: true, force: true });
      await buildOurs(course, 'verify', whole);
      differing = differingFiles(join(folder, 'site'), join(whole, 'site'));
      if (differing.length === 0) rmSync(whole, { recursive: true, force: true });
    }
    return { ...effort, stages, output: null, work: {}, differing, share: 1 };
  });
}

/** What is told of a command that has one stage, and was run with all records. */
const ofOneStage = (effort: Effort, output: OutputSize): Outcome => ({
  ...effort,
  stages: [],
  work: {},
  output,
  differing: null,
  share: 1,
});

async function runPages(course: Course): Promise<Outcome> {
  const folder = folderOf(course, 'pages');
  writeTemplate(folder);
  const program = join(import.meta.dirname, 'render-template.ts');
  const { root, records } = course.archive;
  const effort = await measure(course, 'pages', [
    process.execPath,
    program,
    folder,
    join(root, 'content'),
    records,
  ]);
  return ofOneStage(effort, take(folder, 'dist'));
}

async function runFloor(course: Course): Promise<Outcome> {
  const folder = folderOf(course, 'floor');
  writeFloorSite(folder, course.archive.records);
  const program = packageProgram(course.generator, 'astro');
  const effort = await measure(course, 'floor', [
    process.execPath,
    program,
    'build',
    '--root',
    folder,
  ]);
  return ofOneStage(effort, take(folder, 'dist'));
}

async function runNaive(course: Course): Promise<Outcome> {
  const folder = folderOf(course, 'naive');
  const share = shareOf('naive', course.size);
  writeNaiveSite(folder, course.archive.records, share);
  const built = await buildAsUsual(course, 'naive', folder);
  const stages = built.stages.map((stage) => timesEffort(stage, 1 / share));
  const output = timesOutput(built.output, 1 / share);
  return { ...addEfforts(stages), stages, work: {}, output, differing: null, share };
}

/** Where a share stands for all, so many records show what does not grow with their number. */
const few = 10;

async function runUsual(course: Course): Promise<Outcome> {
  const { size, archive, generator } = course;
  const share = shareOf('usual', size);
  const build = async (step: number): Promise<BuiltAsUsual> => {
    const folder = folderOf(course, 'usual');
    writeUsualSite(folder, generator, archive, step);
    return buildAsUsual(course, 'usual', folder);
  };
  const more = await build(Math.round(1 / share));
  if (share === 1) return { ...addEfforts(more.stages), ...more, work: {}, differing: null, share };
  const step = Math.ceil(size / few);
  const low = await build(step);
  const [least, most] = [Math.ceil(size / step), size * share];
  const stages = more.stages.map((stage, i) =>
    extendEffort([least, low.stages[i] ?? stage], [most, stage], size),
  );
  const output = extendOutput([least, low.output], [most, more.output], size);
  return { ...addEfforts(stages), stages, work: {}, output, differing: null, share };
}

/** A site built as usual. */
interface BuiltAsUsual {
  readonly stages: readonly StageEffort[];
  readonly output: OutputSize;
}

/** Builds a site by Astro's own command, and has Pagefind index its pages; the site is removed. */
async function buildAsUsual(course: Course, name: string, folder: string): Promise<BuiltAsUsual> {
  const astro = packageProgram(course.generator, 'astro');
  // Whole records, and the pages of many, do not fit in what Node allows itself by default.
  const heap = `--max-old-space-size=${Math.floor(course.limits.maxBytes / 2 ** 20)}`;
  const pages = await measure(course, name, [process.execPath, astro, 'build', '--root', folder], {
    NODE_OPTIONS: heap,
  });
  const pagefind = packageProgram(course.generator, 'pagefind');
  const site = join(folder, 'dist');
  const index = [process.execPath, pagefind, '--site', site] as const;
  const search = await measure(course, `${name}-search`, [...index]);
  const stages = [
    { name: 'pages', ...pages },
    { name: 'search', ...search },
  ];
  return { stages, output: take(folder, 'dist') };
}

async function runHugo(course: Course): Promise<Outcome> {
  const folder = folderOf(course, 'hugo');
  writeHugoSite(folder, course.archive.records);
  const effort = await measure(
    course,
    'hugo',
    ['hugo', '--source', folder, '--destination', 'public'],
    { HUGO_CACHEDIR: join(folder, 'cache') },
  );
  return ofOneStage(effort, take(folder, 'public'));
}

/** Counts what a site was built into, and removes the site. */
function take(folder: string, built: string): OutputSize {
  const output = sizeOfOutput(join(folder, built));
  rmSync(folder, { recursive: true, force: true });
  return output;
}

/** How each contestant is run. @throws when it fails, naming why. */
export const runs: Readonly<Record<Measured['contestant'], (course: Course) => Promise<Outcome>>> =
  {
    ours: runOurs,
    changed: runChanged,
    pages: runPages,
    floor: runFloor,
    naive: runNaive,
    usual: runUsual,
    hugo: runHugo,
  };

/** The version of the Hugo there is; null = there is none. */
export function hugoVersion(): string | null {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? (/v(\d[\w.]*)/u.exec(stdout)?.[1] ?? 'unknown') : null;
}
