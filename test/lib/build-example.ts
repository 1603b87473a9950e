import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { exampleContent } from '../support/example-content.ts';

/** What the test runner tells its workers; a build must not hear of it. */
const runnersOwn = new Set([
  'ARCHIVE_CONFIG',
  'BASE_URL',
  'DEV',
  'MODE',
  'PROD',
  'SSR',
  'TEST',
  'VITEST',
]);

/** The environment of a command as a person would run it. */
export const ownEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !runnersOwn.has(name) && !name.startsWith('VITEST_'),
    ),
  );

/** A copy of the example archive that a test may spoil and build. */
export interface ExampleCopy {
  /** Its content folder. */
  readonly content: string;
  /** Where {@link ExampleCopy.build} puts the site. */
  readonly site: string;
  /** Builds it; `args` go to `npm run build`, `env` comes over the environment. */
  build(args?: readonly string[], env?: Readonly<Record<string, string>>): Promise<void>;
  /** Merges shards into the site; `args` go to `npm run merge`. */
  merge(shards: readonly string[], args?: readonly string[]): Promise<void>;
  remove(): void;
}

/**
 * A copy of the example archive in a folder of its own, the test file's name in `label`. Astro mistakes
 * its sources for files of the site when the root shares no folder with them, so it lies within the
 * working tree.
 */
export function copyExample(label: string): ExampleCopy {
  mkdirSync('.cache', { recursive: true });
  const root = mkdtempSync(resolve(`.cache/${label}-`));
  const content = join(root, 'content');
  const site = join(root, 'dist');
  cpSync(exampleContent, content, { recursive: true });
  const run = async (command: readonly string[], env: Readonly<Record<string, string>>) => {
    await promisify(execFile)(process.execPath, [...command], {
      env: { ...ownEnvironment(), NODE_ENV: 'production', ...env },
      maxBuffer: 64 * 1024 * 1024,
    });
  };
  const options = ['--root', dirname(content), '--out', site];
  return {
    content,
    site,
    build: async (args = [], env = {}) => run(['scripts/build.ts', ...options, ...args], env),
    merge: async (shards, args = []) =>
      run(['scripts/merge.ts', ...shards, ...options, ...args], {}),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
