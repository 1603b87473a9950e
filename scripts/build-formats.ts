import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeTopicWorkbooks } from '../src/downloads/write-topic-workbooks.ts';
import { listFormats } from './lib/list-formats.ts';
import { readContent } from './lib/read-content.ts';

/** What the command needs from outside. */
export interface BuildFormatsEffects {
  readonly print: (line: string) => void;
}

/**
 * Writes `topic.xlsx` beside the page of each topic of a built site, and lists on its page of data the files
 * in other formats than CSV that its data package names: `node scripts/build-formats.ts [--content content]
 * [--out dist] [--base /]`, after `build-data.ts`. The same records make the same bytes.
 */
export async function run(args: readonly string[], effects: BuildFormatsEffects): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string', default: 'content' },
      out: { type: 'string', default: 'dist' },
      base: { type: 'string', default: '/' },
    },
  });
  const archive = readContent(resolve(values.content));
  const out = resolve(values.out);
  const topics = await writeTopicWorkbooks(archive, out);
  const listed = await listFormats(out, archive, values.base);
  effects.print(`${topics} workbooks of topics written, ${listed} files in more formats listed`);
}

if (import.meta.main) {
  try {
    await run(process.argv.slice(2), { print: console.log });
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
