import { readFile, writeFile } from 'node:fs/promises';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';

/** One package of a lockfile, as far as this command reads it. */
export interface LockedPackage {
  readonly version?: string;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** What the command needs from outside. */
export interface CompleteLockfileEffects {
  readonly readText: (path: string) => Promise<string>;
  readonly writeText: (path: string, text: string) => Promise<void>;
  readonly print: (line: string) => void;
}

const systems: Readonly<Record<string, string>> = { windows: 'win32' };
const processors: Readonly<Record<string, string>> = { armv7: 'arm' };

/**
 * The lock entry of a platform's binary package, read from its name such as
 * `@scope/linux-arm64-musl`; undefined = the name does not end in a platform.
 */
export function platformEntry(name: string, version: string): LockedPackage | undefined {
  const parts =
    /(?:^|[-/])(android|darwin|freebsd|linux|win32|windows)-(x64|arm64|arm|armv7|riscv64|ppc64|s390x|ia32)(?:-(gnu|musl|gnueabihf|msvc))?$/u.exec(
      name,
    );
  if (parts === null) return undefined;
  const [, system = '', processor = '', flavour] = parts;
  const libc = flavour === 'musl' ? ['musl'] : flavour === 'gnu' ? ['glibc'] : undefined;
  return {
    version,
    cpu: [processors[processor] ?? processor],
    ...(libc === undefined ? {} : { libc }),
    optional: true,
    os: [systems[system] ?? system],
  };
}

/**
 * The packages of a lockfile with an entry for every platform's binary that another entry asks for.
 * npm leaves out those its registry does not have yet, and `npm ci` then fails everywhere.
 * @throws when an optional package is missing whose name tells no platform
 */
export function completePackages(packages: Readonly<Record<string, LockedPackage>>): {
  packages: Record<string, LockedPackage>;
  added: string[];
} {
  const completed: Record<string, LockedPackage> = { ...packages };
  const added: string[] = [];
  for (const [path, { optionalDependencies }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
      if (`${path}/node_modules/${name}` in completed || `node_modules/${name}` in completed)
        continue;
      const entry = /^\d+\.\d+\.\d+/u.test(version) ? platformEntry(name, version) : undefined;
      if (entry === undefined)
        throw new Error(
          `${path}: Unexpected missing ${name}@${version}, expected a platform's binary. Lock it by hand.`,
        );
      completed[`node_modules/${name}`] = entry;
      added.push(`${name}@${version}`);
    }
  }
  const sorted = Object.entries(completed).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { packages: Object.fromEntries(sorted), added };
}

/** Completes package-lock.json: `npm run lockfile`, to be run after every `npm install`. */
export async function run(effects: CompleteLockfileEffects): Promise<void> {
  const lock = JSON.parse(await effects.readText('package-lock.json')) as {
    packages: Record<string, LockedPackage>;
  };
  const { packages, added } = completePackages(lock.packages);
  if (added.length > 0)
    await effects.writeText(
      'package-lock.json',
      `${JSON.stringify({ ...lock, packages }, null, 2)}\n`,
    );
  effects.print(
    added.length === 0
      ? 'The lockfile is complete'
      : `Locked for other platforms: ${added.join(', ')}`,
  );
}

/** How the command is written. */
const command = defineCommand({
  usage: 'npm run lockfile',
  about: 'After an npm install: locks the binaries of platforms that npm left out.',
  options: {},
});

if (import.meta.main)
  await runCommand(command, async (args) => {
    readCommandLine(command, args);
    await run({
      readText: (path) => readFile(path, 'utf8'),
      writeText: (path, text) => writeFile(path, text),
      print: console.log,
    });
  });
