import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readArchiveConfig } from '../src/archive/read-archive-config.ts';
import { configuredBase } from './lib/configured-base.ts';
import { serveDirectory } from './lib/serve-directory.ts';

/** What the command needs from outside. */
export interface ServeEffects {
  readonly print: (line: string) => void;
}

/**
 * Serves a built site until stopped: `npm run serve -- [--dir dist] [--port 4321] [--base /]`.
 * @throws when the folder holds no built site or the port is taken
 */
export async function run(args: readonly string[], effects: ServeEffects): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dir: { type: 'string', default: 'dist' },
      port: { type: 'string', default: '4321' },
      base: { type: 'string', default: configuredBase() },
    },
  });
  await access(join(values.dir, 'index.html')).catch(() => {
    throw new Error(
      `${values.dir}: Unexpected missing index.html, expected a built site. Run npm run build first.`,
    );
  });
  const served = await serveDirectory(values.dir, { port: Number(values.port), base: values.base });
  effects.print(`${readArchiveConfig('content').title}: ${served.url}  (Ctrl+C stops it)`);
}

if (import.meta.main) {
  try {
    await run(process.argv.slice(2), { print: console.log });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
