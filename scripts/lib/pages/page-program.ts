import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Effort } from '../build-report.ts';
import { keyOf } from '../parts/build-keys.ts';
import { runProcess } from './run-task.ts';

/** The program Astro makes of the pages: it renders any page of any archive with the same configuration. */
export interface PageProgram {
  /** The module to import; it exports Astro's application. */
  readonly entry: string;
  /** What pages link: the stylesheets of each page, by Astro's name of the page. */
  readonly styles: readonly (readonly [page: string, styles: readonly unknown[]])[];
  /** Folder of the files pages link, and those of public/, as they stand in the site. */
  readonly linked: string;
}

/** Where the pages of a site stand in Astro's language. */
export interface PageSource {
  /** Folder of pages and components. */
  readonly src: string;
  /** Folder of files that are copied as they are. */
  readonly public: string;
  /** File of Astro's configuration. */
  readonly config: string;
}

const generator = resolve(import.meta.dirname, '../../..');

/** The pages of this generator. */
const ownPages: PageSource = {
  src: join(generator, 'src'),
  public: join(generator, 'public'),
  config: join(generator, 'astro.config.mjs'),
};

/** The topmost folder a path leads through; of Windows, the disk. */
const topOf = (path: string): string => resolve(path).split(sep).slice(0, 2).join(sep);

/**
 * The folder a program is made in: the given one, but one of the generator's where the two have no folder
 * in common, since Astro then mistakes its sources for files of the site.
 */
export const programFolder = (work: string): string =>
  topOf(work) === topOf(generator)
    ? resolve(work)
    : join(generator, '.cache/programs', keyOf(resolve(work)));

/** What a program is made from. */
export interface ProgramPlan {
  /** Left out = the pages of this generator. */
  readonly source?: PageSource;
  /** The content folder, of which it takes the configuration alone. */
  readonly content: string;
  /** Folder the program is kept in, see {@link programFolder}. */
  readonly work: string;
  /** Key of the code of the generator. */
  readonly code: string;
  /** Path the site stands under, and its public address; null = not known. */
  readonly base: string;
  readonly site: string | null;
  /** Ends the making of it. */
  readonly signal?: AbortSignal | undefined;
}

/** What tells a process what to bundle. */
export interface BundleTask extends Required<Omit<ProgramPlan, 'code' | 'signal'>> {
  /** File of the result: {@link KeptProgram}. */
  readonly result: string;
  readonly key: string;
}

/** A program as it is kept. */
export interface KeptProgram extends PageProgram {
  /** Key of what it was made from. */
  readonly key: string;
  /** What the process took that made it. */
  readonly effort: Effort;
}

/** A program that is ready, and what it took now. */
export interface OpenedProgram {
  readonly program: PageProgram;
  /** null = it was there. */
  readonly effort: Effort | null;
}

/**
 * The program that renders the pages: the one a former build left when it would be the same, otherwise
 * bundled anew in a process of its own.
 * @throws when a page cannot be bundled.
 */
export async function openPageProgram(plan: ProgramPlan): Promise<OpenedProgram> {
  const work = programFolder(plan.work);
  const result = join(work, 'program.json');
  const config = join(plan.content, 'archive.json');
  const key = keyOf(
    plan.code,
    existsSync(config) ? readFileSync(config, 'utf8') : null,
    plan.base,
    plan.site,
  );
  const kept = readKept(result);
  if (kept?.key === key) return { program: kept, effort: null };
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const { source = ownPages, content, base, site } = plan;
  const file = join(work, 'task.json');
  const task: BundleTask = { source, content: resolve(content), work, base, site, result, key };
  writeFileSync(file, JSON.stringify(task));
  await runProcess('bundle-pages.ts', file, { cwd: work, signal: plan.signal });
  const made = readKept(result);
  if (made === null) throw new Error('Pages: Unexpected end of the process, see above.');
  return { program: made, effort: made.effort };
}

function readKept(file: string): KeptProgram | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeptProgram;
  } catch {
    return null;
  }
}
