import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Effort } from '../build-report.ts';
import { keyOf } from '../parts/build-keys.ts';

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

/** The pages of this generator. */
const ownPages = (): PageSource => {
  const generator = resolve(import.meta.dirname, '../../..');
  return {
    src: join(generator, 'src'),
    public: join(generator, 'public'),
    config: join(generator, 'astro.config.mjs'),
  };
};

/** What a program is made from. */
export interface ProgramPlan {
  /** Left out = the pages of this generator. */
  readonly source?: PageSource;
  /** The content folder, of which it takes the configuration alone. */
  readonly content: string;
  /** Folder the program is kept in. */
  readonly work: string;
  /** Key of the code of the generator. */
  readonly code: string;
  /** Path the site stands under, and its public address; null = not known. */
  readonly base: string;
  readonly site: string | null;
}

/** What tells a process what to bundle. */
export interface BundleTask extends Required<Omit<ProgramPlan, 'code'>> {
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
  const work = resolve(plan.work);
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
  const { source = ownPages(), content, base, site } = plan;
  const file = join(work, 'task.json');
  const task: BundleTask = { source, content: resolve(content), work, base, site, result, key };
  writeFileSync(file, JSON.stringify(task));
  await runProcess('bundle-pages.ts', file, work);
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

/**
 * Runs a script of this folder in a process of its own, with the file of its task.
 * @throws when it does not end well; what it says stands above.
 */
export async function runProcess(script: string, file: string, cwd?: string): Promise<void> {
  const child = spawn(process.execPath, [resolve(import.meta.dirname, script), file], {
    stdio: 'inherit',
    ...(cwd === undefined ? {} : { cwd }),
  });
  const code = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', done);
  });
  if (code !== 0) throw new Error(`Pages of ${file}: Unexpected end of the process, see above.`);
}
