import { askMissing } from './ask-missing.ts';
import type { ImportCommand } from './import-arguments.ts';
import { type ImportEffects, readImportContext } from './import-context.ts';
import type { ImportSummary } from './import-json.ts';
import { plainProgress, type ImportProgress } from './import-progress.ts';
import { Interrupted } from './interrupted.ts';
import { type ImportReader, type ReadAnswer, refused, serialReader } from './import-reader.ts';
import { beginRun, type ImportRun, skip, takeFile, writePending } from './import-run.ts';
import { inOrder } from './in-order.ts';

/** Files written at once: few are lost to a power cut, and the register is not written for each. */
const filesAtOnce = 10;

/** Files read ahead of the one whose turn it is, for each job. */
const aheadPerJob = 4;

/**
 * Imports the files a command names. They are read several at once and taken one after the other in
 * their order, so that outcome and output do not depend on the number of jobs.
 * @throws when there is nothing to import, a register is broken, or the disk refuses to be written.
 */
export async function importAll(
  command: ImportCommand,
  effects: ImportEffects,
): Promise<ImportSummary> {
  const { content } = command;
  const files = await filesOf(command.paths, effects);
  const unlock = command.dryRun ? undefined : await effects.lock?.(content, command.wait);
  try {
    const context = await readImportContext(content, effects);
    const progress =
      (files.length > 1 ? effects.progress?.(files.length) : undefined) ??
      plainProgress(files.length, (line) => effects.print(line));
    const print = (line: string): void => progress.print(line);
    const run = beginRun({ command, context, effects, print });
    const jobs = Math.min(command.jobs, files.length);
    const reader =
      (jobs > 1 ? effects.reader?.(context, jobs) : undefined) ?? serialReader(context, effects);
    let stopped = false;
    try {
      stopped = await takeAll(run, files, { reader, progress, jobs });
    } finally {
      progress.stop();
      await reader.close();
    }
    const written = await conclude(run, stopped);
    const { documents, skipped, refused: refusals } = run;
    return { documents, skipped, refused: refusals, written, stopped };
  } finally {
    await unlock?.();
  }
}

/** The files to import, folders walked, each once. */
async function filesOf(paths: readonly string[], effects: ImportEffects): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) files.push(...((await effects.sourceFiles?.(path)) ?? [path]));
  if (files.length === 0)
    throw new Error(`Unexpected empty folder, expected source files in ${paths.join(', ')}.`);
  return [...new Set(files)];
}

interface Work {
  readonly reader: ImportReader;
  readonly progress: ImportProgress;
  readonly jobs: number;
}

/** Takes every file in its turn; true = the operator stopped it. */
async function takeAll(run: ImportRun, files: readonly string[], work: Work): Promise<boolean> {
  const { command, effects } = run;
  const { reader, progress, jobs } = work;
  const answers = inOrder(files, jobs * aheadPerJob, (path) => reader.read(path, command.options));
  try {
    for await (const { item: path, result } of answers) {
      if (effects.stopped?.() === true) return true;
      progress.step(path);
      await takeAnswer(run, path, result, work);
      if (run.pending.length >= filesAtOnce && !command.allOrNone) await writePending(run);
    }
    return false;
  } catch (error) {
    if (error instanceof Interrupted) return true;
    throw error;
  }
}

async function takeAnswer(
  run: ImportRun,
  path: string,
  first: ReadAnswer,
  { reader, progress }: Work,
): Promise<void> {
  const { command, context, effects } = run;
  let { options } = command;
  let answer = first;
  if (effects.prompts !== undefined && 'refusal' in first && first.missing !== null) {
    progress.pause();
    const asked = await askMissing(path, options, first, {
      prompts: effects.prompts,
      regions: context.regions,
      last: run.answers,
      read: (given) => reader.read(path, given),
    });
    ({ answer, options } = asked);
  }
  if ('file' in answer) {
    const { file } = answer;
    answer = await takeFile(run, file, options).then(() => ({ file }), onlyRefusals);
  }
  if ('imported' in answer) skip(run, path, answer.imported.record.id, answer.imported.path);
  if ('refusal' in answer) run.refused.push({ source: path, message: answer.refusal });
}

/** A refusal as an answer; what the disk or the machine says is thrown on. */
function onlyRefusals(error: unknown): ReadAnswer {
  if (typeof (error as NodeJS.ErrnoException).code === 'string') throw error;
  return refused(error);
}

/** Writes the rest and says what became of everything; whether files were changed. */
async function conclude(run: ImportRun, stopped: boolean): Promise<boolean> {
  const { command, effects, refused: refusals, skipped, documents } = run;
  const keepsBack = command.allOrNone && (refusals.length > 0 || stopped);
  if (!keepsBack) await writePending(run);
  for (const { source, message } of refusals) effects.print(`Refused: ${source}: ${message}`);
  if (documents.length + refusals.length + skipped.length > 1) {
    effects.print(
      `${keepsBack ? 0 : documents.length} imported, ${skipped.length} passed over, ${refusals.length} refused.`,
    );
  }
  if (stopped) effects.print('Stopped. The same command goes on where it stopped.');
  if (command.dryRun) effects.print(`Dry run: ${run.paths.size} files would be written.`);
  const written = run.paths.size > 0 && !command.dryRun;
  if (!written && refusals.length > 0) effects.print('Nothing was written.');
  return written;
}
