import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { contentOption } from './lib/common-options.ts';
import { readCandidate } from './lib/topic-candidate.ts';
import { proposeTopicFile, reportCandidate } from './lib/topic-proposal.ts';

/** What the command needs from outside. */
export interface TopicEffects {
  /** Writes a new file; false = there is one already, which stays as it is. */
  readonly writeNew: (path: string, text: string) => Promise<boolean>;
  readonly print: (line: string) => void;
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run topic -- <phrase…> [options]',
  about:
    'Shows which projects phrases find, and proposes a topic page for them; each argument is one phrase.',
  options: {
    title: { type: 'string', value: '<name>', about: 'its title; left out: the first phrase' },
    slug: {
      type: 'string',
      value: '<name>',
      about: 'its name in addresses, in ASCII; left out: made of the title',
    },
    write: {
      type: 'boolean',
      default: false,
      about: 'write it into content/topics/ as a draft, which no build shows',
    },
    content: contentOption,
  },
  takesArguments: true,
});

/**
 * Proposes a topic: shows what its phrases find, and with --write writes it as a draft, which the build
 * leaves out, see {@link command}. An existing file is never changed.
 * @throws when there is no phrase, the slug is not ASCII, or the file is there already
 */
export async function run(args: readonly string[], effects: TopicEffects): Promise<void> {
  const { values, positionals } = readCommandLine(command, args);
  const content = resolve(values.content);
  const entry = readCandidate(content, positionals, values);
  for (const line of reportCandidate(entry)) effects.print(line);
  const { slug } = entry.topic;
  const text = proposeTopicFile(entry.topic);
  if (!values.write) {
    effects.print(`\ncontent/topics/${slug}.md (not written; add --write):\n\n${text}`);
    return;
  }
  if (!(await effects.writeNew(join(content, 'topics', `${slug}.md`), text))) {
    throw new Error(
      `content/topics/${slug}.md: Unexpected file of that name, expected none. Edit it, or give another --slug.`,
    );
  }
  effects.print(
    `\ncontent/topics/${slug}.md written as a draft. Write its introduction, decide on doubtful projects, then set draft: false.`,
  );
}

/** Writes a file where none is; false = there is one. */
async function writeNewFile(path: string, text: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

if (import.meta.main)
  await runCommand(command, async (args) =>
    run(args, { writeNew: writeNewFile, print: console.log }),
  );
