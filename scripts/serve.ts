import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { readArchiveConfig } from '../src/archive/read-archive-config.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { baseOption, builtSiteOption } from './lib/common-options.ts';
import { configuredBase } from './lib/configured-base.ts';
import { serveDirectory } from './lib/serve-directory.ts';

/** What the command needs from outside. */
export interface ServeEffects {
  readonly print: (line: string) => void;
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run serve -- [options]',
  about: 'Serves a built site on this machine until Ctrl+C.',
  options: {
    dir: builtSiteOption,
    port: { type: 'string', value: '<n>', default: '4321', about: 'where it listens' },
    base: baseOption,
  },
});

/**
 * Serves a built site until stopped, see {@link command}.
 * @throws when the folder holds no built site or the port is taken
 */
export async function run(args: readonly string[], effects: ServeEffects): Promise<void> {
  const { values } = readCommandLine(command, args);
  await access(join(values.dir, 'index.html')).catch(() => {
    throw new Error(
      `${values.dir}: Unexpected missing index.html, expected a built site. Run npm run build first.`,
    );
  });
  const base = values.base ?? configuredBase();
  const served = await serveDirectory(values.dir, { port: Number(values.port), base });
  effects.print(`${readArchiveConfig('content').title}: ${served.url}  (Ctrl+C stops it)`);
}

if (import.meta.main) await runCommand(command, async (args) => run(args, { print: console.log }));
