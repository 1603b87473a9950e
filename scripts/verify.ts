import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { contentOption } from './lib/common-options.ts';
import { verifyAll, verifyFile, type VerifyEffects } from './lib/verify-files.ts';

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run verify -- <source> | --all <folder> [options]',
  about: `Reads sources a second time, by other means, and compares every amount with their records; ends with 1
when one differs.`,
  options: {
    record: {
      type: 'string',
      value: '<file>',
      about: 'the record; left out: the one that names the source',
    },
    all: { type: 'string', value: '<folder>', about: 'every source below a folder' },
    write: {
      type: 'boolean',
      default: false,
      about: 'keep the outcome below content/verifications/',
    },
    on: { type: 'string', value: '<day>', about: 'day it was done, yyyy-mm-dd; goes with --write' },
    content: contentOption,
  },
  takesArguments: true,
});

/**
 * Reads sources a second time and compares them with their records, see {@link command}.
 * Returns whether every record compared agrees with its source.
 * @throws when no record belongs to the source, or the arguments name nothing to verify
 */
export async function run(args: readonly string[], effects: VerifyEffects): Promise<boolean> {
  const { values, positionals } = readCommandLine(command, args);
  if (values.on !== undefined && !/^\d{4}-\d{2}-\d{2}$/u.test(values.on)) {
    throw new Error(`--on: Unexpected "${values.on}", expected a date like 2026-01-31.`);
  }
  const options = { content: values.content, write: values.write, on: values.on ?? null };
  if (values.all !== undefined) return verifyAll(values.all, options, effects);
  const [source] = positionals;
  if (source === undefined || positionals.length > 1) {
    throw new Error(
      'Unexpected arguments, expected one source file or --all <folder>. Write npm run verify -- <file>.',
    );
  }
  return verifyFile(source, values.record, options, effects);
}

if (import.meta.main)
  await runCommand(command, async (args) =>
    run(args, {
      readBytes: (path) => readFile(path),
      listFiles: async (folder) => {
        const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
          () => [],
        );
        return entries
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .toSorted();
      },
      writeText: async (path, text) => {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      },
      print: console.log,
    }),
  );
