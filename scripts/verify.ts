import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyAll, verifyFile, type VerifyEffects } from './lib/verify-files.ts';

/**
 * Reads sources a second time and compares them with their records:
 * `npm run verify -- <source> [--record <record.json>]` or `npm run verify -- --all <folder>`,
 * with `--write [--on YYYY-MM-DD]` to keep the outcome under content/verifications/.
 * Returns whether every record compared agrees with its source.
 * @throws when no record belongs to the source, or the arguments name nothing to verify
 */
export async function run(args: readonly string[], effects: VerifyEffects): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      record: { type: 'string' },
      all: { type: 'string' },
      content: { type: 'string', default: 'content' },
      write: { type: 'boolean', default: false },
      on: { type: 'string' },
    },
  });
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

if (import.meta.main) {
  try {
    const holds = await run(process.argv.slice(2), {
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
    });
    if (!holds) process.exitCode = 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
