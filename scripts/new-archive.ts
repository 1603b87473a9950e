import { readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { isCancel, text } from '@clack/prompts';
import { regionFileSchema } from '../src/schema/region.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { type Ask, completeAnswers } from './lib/new-archive/archive-answers.ts';
import { fillWhole, safeTarget } from './lib/new-archive/target-folder.ts';
import { archiveConfigText, writeArchive } from './lib/new-archive/write-archive.ts';

/** What the command needs from outside. */
export interface NewArchiveEffects {
  readonly print: (line: string) => void;
  /** Asks the operator; null = nobody is there to answer. */
  readonly ask: Ask | null;
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run new-archive -- <folder> [options]',
  about: 'Makes an empty archive of your own in a new folder; what is not told is asked.',
  options: {
    title: { type: 'string', value: '<name>', about: 'its name' },
    region: { type: 'string', value: '<code or name>', about: 'the region it is of' },
    base: { type: 'string', value: '</path/>', about: 'path of the site on its host' },
    site: { type: 'string', value: '<address>', about: 'address of the host' },
    'with-topics': { type: 'boolean', default: false, about: 'with our topic pages' },
  },
  takesArguments: true,
});

/**
 * Makes an empty archive of one's own from this generator, in a folder that is new or empty: a project
 * that stands alone, without our documents, topics and tests. What the options do not say is asked.
 * @throws when the folder is not safe to use or an answer is not what it should be; nothing is written
 * then.
 */
export async function run(args: readonly string[], effects: NewArchiveEffects): Promise<void> {
  const { values, positionals } = readCommandLine(command, args);
  const [given, ...more] = positionals;
  if (given === undefined || more.length > 0)
    throw new Error(`Unexpected arguments, expected one folder. Write ${command.usage}`);
  const generator = resolve(import.meta.dirname, '..');
  const target = await safeTarget(given, generator);
  const regions: unknown = JSON.parse(
    await readFile(join(generator, 'content/regions.json'), 'utf8'),
  );
  const ask = values.title === undefined ? effects.ask : null;
  const answers = await completeAnswers(values, regionFileSchema.parse(regions).regions, ask);
  archiveConfigText(answers);
  await fillWhole(target, (folder) =>
    writeArchive(folder, {
      generator,
      name: basename(target),
      answers,
      withTopics: values['with-topics'],
    }),
  );
  const place = relative(process.cwd(), target) || target;
  effects.print(`A new archive stands in ${place}. Go on there:`);
  effects.print(`  cd ${/\s/u.test(place) ? JSON.stringify(place) : place}`);
  effects.print('  npm ci');
  effects.print('  npm start');
}

/** Asks on the terminal. */
const askOnTerminal: Ask = async (message, initialValue) => {
  const answer = await text({ message, initialValue });
  if (isCancel(answer)) throw new Error('Stopped; nothing was written.');
  return answer;
};

if (import.meta.main)
  await runCommand(command, async (args) =>
    run(args, { print: console.log, ask: process.stdin.isTTY ? askOnTerminal : null }),
  );
