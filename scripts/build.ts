import { join } from 'node:path';
import { buildOptions, buildSetup } from './lib/build-setup.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { keepCompiled } from './lib/keep-compiled.ts';

/** What the command needs from outside. */
export interface BuildEffects {
  readonly print: (line: string) => void;
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run build -- [options]',
  about: `Builds the site: pages, then data files and search index. What the last build into the same folder
left as it would be is kept; the result is the same as that of a full build.`,
  options: {
    ...buildOptions,
    shard: {
      type: 'string',
      value: '<region|i/n>',
      about: 'build a slice for npm run merge, of a region or the i-th of n',
    },
    report: { type: 'string', value: '<file>', about: 'write what each stage took, as JSON' },
  },
});

/**
 * Builds the whole archive: reads and checks the records part by part, renders the pages, and joins data
 * files and search index to them, as far as the last build into the same folder did not leave them as they
 * would be; see {@link command}. The records are read from `<root>/content`. With `--shard` it builds a slice
 * for `npm run merge` instead.
 * @throws when a stage fails; what was written before stays incomplete and must not be published
 */
export async function run(args: readonly string[], { print }: BuildEffects): Promise<void> {
  const { values } = readCommandLine(command, args);
  const setup = buildSetup(values);
  keepCompiled(join(setup.cache, 'compiled'));
  if (values.shard !== undefined) {
    const { buildShard } = await import('./lib/build-shard.ts');
    return buildShard(setup, values.shard, print);
  }
  const { buildSite } = await import('./lib/build-site.ts');
  const pages = new AbortController();
  try {
    await buildSite(setup, { out: values.out, report: values.report, print }, pages.signal);
  } finally {
    // When a build fails, those that bundle and render its pages are not waited for.
    pages.abort();
  }
}

if (import.meta.main)
  await runCommand(command, async (args) => run(args, { print: console.log }), { withStack: true });
