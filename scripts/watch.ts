import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { relative, resolve } from 'node:path';
import pLimit from 'p-limit';
import { defineCommand, runCommand } from './lib/command-line.ts';
import { sourceFiles } from './lib/source-files.ts';
import { sourceFolder, type WatchedFolder, watchFolder } from './lib/watch-folder.ts';

/** What the command needs from outside. */
export interface WatchEffects {
  readonly print: (line: string) => void;
  /** Runs an import with its report on the terminal; its exit code. */
  readonly runImport: (args: readonly string[]) => Promise<number>;
}

/** How the command is written; its options are those of the import. */
const command = defineCommand({
  usage: 'npm run watch -- <folder> [options of npm run import]',
  about: `Imports what is in a folder, and what is put there or changed, until Ctrl+C. See also
npm run import -- --help; beside npm run dev, pages follow at once.`,
  options: {},
});

const contentOf = (options: readonly string[]): string => {
  const at = options.indexOf('--content');
  const joined = options.find((option) => option.startsWith('--content='));
  return joined?.slice('--content='.length) ?? (at === -1 ? 'content' : (options[at + 1] ?? ''));
};

/**
 * Imports the files of a folder, then every file that comes into it or changes there, until stopped.
 * What follows the folder goes to every import; each waits for one that is at work. With `npm run dev` beside it, pages follow at once.
 * @throws when the folder is not there, or lies where the import or the build writes.
 */
export async function run(args: readonly string[], effects: WatchEffects): Promise<WatchedFolder> {
  const [given, ...options] = args;
  if (given === undefined || given.startsWith('-'))
    throw new Error(`Unexpected arguments, expected a folder. Write ${command.usage}`);
  const folder = await sourceFolder(given, { content: contentOf(options), site: 'dist' });
  const oneAfterTheOther = pLimit(1);
  const importPath = (path: string): Promise<void> =>
    oneAfterTheOther(async () => {
      effects.print(`Import of ${relative(process.cwd(), path)}`);
      const code = await effects.runImport([path, '--wait', ...options]);
      if (code !== 0) effects.print(`Not imported; mend it and save it again in ${given}.`);
    });
  const watched = await watchFolder(folder, importPath);
  if ((await sourceFiles(folder)).length > 0) await importPath(folder);
  effects.print(`Watching ${given}: files put there are imported. Ctrl+C stops it.`);
  return watched;
}

/** Runs the import as a command of its own: what it meets there cannot stop the watch. */
async function runImport(args: readonly string[]): Promise<number> {
  const command = [resolve(import.meta.dirname, 'import.ts'), ...args];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'] });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

if (import.meta.main)
  await runCommand(command, async (args) => {
    const watched = await run(args, { print: console.log, runImport });
    process.once('SIGINT', () => void watched.close());
    process.once('SIGTERM', () => void watched.close());
  });
