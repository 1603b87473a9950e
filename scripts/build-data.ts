import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { emptyArchiveProblem } from '../src/archive/empty-archive.ts';
import { writeDataFiles } from '../src/downloads/write-data-files.ts';
import { writeTopicFiles } from '../src/downloads/write-topic-files.ts';
import { readContent } from './lib/read-content.ts';

/** What the command needs from outside. */
export interface BuildDataEffects {
  readonly print: (line: string) => void;
}

/**
 * Writes the public data files of a content folder, those of its topics included, into a built site:
 * `node scripts/build-data.ts [--content content] [--out dist]`.
 * @throws when a record or register is malformed, or the archive is empty and does not say that it is new.
 */
export function run(args: readonly string[], effects: BuildDataEffects): void {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string', default: 'content' },
      out: { type: 'string', default: 'dist' },
    },
  });
  const content = resolve(values.content);
  const archive = readContent(content);
  const { config, unitYears } = archive;
  const problem = unitYears.length > 0 ? null : emptyArchiveProblem(content, config);
  if (problem !== null) throw new Error(problem);
  const out = resolve(values.out);
  const files = writeDataFiles(archive, out) + writeTopicFiles(archive, out);
  effects.print(
    `${files} data files of ${archive.unitYears.length} records written to ${values.out}`,
  );
}

if (import.meta.main) {
  try {
    run(process.argv.slice(2), { print: console.log });
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
