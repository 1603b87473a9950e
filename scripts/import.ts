import { extractInChild } from './lib/extract-in-child.ts';
import { importAll } from './lib/import-all.ts';
import { type ImportCommand, parseImportArguments } from './lib/import-arguments.ts';
import type { ImportEffects } from './lib/import-context.ts';
import { type ImportSummary, jsonFailure, jsonReport } from './lib/import-json.ts';
import { lockContent } from './lib/import-lock.ts';
import { barProgress, plainProgress } from './lib/import-progress.ts';
import { promptsOn } from './lib/import-prompts.ts';
import { threadReader } from './lib/import-reader.ts';
import { importUsage } from './lib/import-usage.ts';
import { readImportedSources, removeTemporaries } from './lib/imported-sources.ts';
import { Interrupted } from './lib/interrupted.ts';
import { listNames, readTextOrNull } from './lib/read-or-absent.ts';
import { readSourceFile, sourceFiles } from './lib/source-files.ts';
import { writeFiles } from './lib/write-files.ts';

/** 0 = all imported, passed over or tried; 1 = a file or the command refused; 130 = stopped. */
export type ImportExitCode = 0 | 1 | 130;

/**
 * Imports source files as records under content/disclosures/ and registers their units, see
 * {@link importUsage}. A file that is refused changes nothing; the others are imported.
 */
export async function run(
  args: readonly string[],
  effects: ImportEffects,
): Promise<ImportExitCode> {
  let command: ImportCommand | null = null;
  try {
    command = parseImportArguments(args);
    if (command === null) {
      effects.print(importUsage);
      return 0;
    }
    const { prompts, ...others } = effects;
    if (command.ask === true && prompts === undefined)
      throw new Error('--ask: Unexpected without a terminal. Give --unit, --year and --region.');
    const asked = command.json || command.ask === false ? others : effects;
    const summary = await importAll(command, command.json ? silent(asked) : asked);
    if (command.json) effects.print(jsonReport(summary));
    return exitCode(summary);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    effects.print(command?.json === true ? jsonFailure(message) : message);
    return error instanceof Interrupted ? 130 : 1;
  }
}

/** The effects without any output of their own. */
function silent(effects: ImportEffects): ImportEffects {
  const print = (): void => undefined;
  return { ...effects, progress: (total) => plainProgress(total, print), print };
}

const exitCode = ({ stopped, refused }: ImportSummary): ImportExitCode =>
  stopped ? 130 : refused.length > 0 ? 1 : 0;

/** Tells of the first Ctrl-C; the second ends the process as ever. */
function listenForStop(): () => boolean {
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stopped = true;
    });
  }
  return () => stopped;
}

if (import.meta.main) {
  const { stdin, stdout, stderr } = process;
  const stopped = listenForStop();
  process.exitCode = await run(process.argv.slice(2), {
    readBytes: (path) => readSourceFile(path),
    sourceFiles: (path) => sourceFiles(path),
    extract: (bytes) => extractInChild(bytes),
    readText: readTextOrNull,
    listFiles: listNames,
    importedSources: readImportedSources,
    writeFiles,
    lock: async (content, wait) => {
      const unlock = await lockContent(content, wait, stopped);
      await removeTemporaries(content);
      return unlock;
    },
    reader: threadReader,
    ...(stdin.isTTY && stdout.isTTY ? { prompts: promptsOn() } : {}),
    ...(stderr.isTTY ? { progress: (total) => barProgress(total, console.log) } : {}),
    stopped,
    print: console.log,
  });
}
