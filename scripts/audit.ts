import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { lockfileProblems, type AuditedPackage } from './lib/lockfile-problems.ts';

/** What the command needs from outside. */
export interface AuditEffects {
  readonly print: (line: string) => void;
  readonly readText: (path: string) => Promise<string>;
  /** The standard output of npm with arguments, whatever its exit code. */
  readonly npm: (args: readonly string[]) => Promise<string>;
}

/** An answer of npm that is of use; undefined = the service gave none. */
function parseAnswer(text: string, key: string): Record<string, unknown> | undefined {
  try {
    const answer = JSON.parse(text) as Record<string, unknown>;
    return key in answer && !('error' in answer) ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** Known vulnerabilities of the locked packages, one line each; undefined = no service told. */
async function knownVulnerabilities(npm: AuditEffects['npm']): Promise<string[] | undefined> {
  const answer = parseAnswer(await npm(['audit', '--json']), 'vulnerabilities');
  if (answer === undefined) return undefined;
  const found = answer['vulnerabilities'] as Record<string, { severity: string; range: string }>;
  return Object.entries(found).map(
    ([name, { severity, range }]) => `${name} ${range}: ${severity}`,
  );
}

/** Packages whose signature is missing or wrong; undefined = no service told. */
async function badSignatures(npm: AuditEffects['npm']): Promise<string[] | undefined> {
  const answer = parseAnswer(await npm(['audit', 'signatures', '--json']), 'invalid');
  if (answer === undefined) return undefined;
  const of = (key: string): string[] =>
    ((answer[key] ?? []) as { name: string; version: string }[]).map(
      ({ name, version }) => `${name}@${version}: ${key} signature`,
    );
  return [...of('invalid'), ...of('missing')];
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run audit -- [options]',
  about: `Audits the locked packages: versions, digests, licences, scripts; known vulnerabilities and signatures where
the registry answers.`,
  options: {
    'require-advisories': {
      type: 'boolean',
      default: false,
      about: 'fail where the registry does not answer',
    },
  },
});

/**
 * Audits the locked dependencies, see {@link command}. What the lockfile itself
 * tells is always held: published versions, SHA-512, allowed licences, no deprecated package, no install
 * script but the allowed. Known vulnerabilities and signatures are asked of the registry; where it does not
 * answer, that is said, and is a failure with `--require-advisories` alone. Returns the exit code.
 */
export async function run(args: readonly string[], effects: AuditEffects): Promise<0 | 1> {
  const { values } = readCommandLine(command, args);
  const lock = JSON.parse(await effects.readText('package-lock.json')) as {
    packages: Record<string, AuditedPackage>;
  };
  const manifest = JSON.parse(await effects.readText('package.json')) as {
    allowScripts?: Record<string, boolean>;
  };
  const { problems, unseen } = lockfileProblems(lock.packages, manifest.allowScripts ?? {});
  const count = Object.keys(lock.packages).length - 1;
  effects.print(`Lockfile: ${count} packages, ${problems.length} problems`);
  if (unseen.length > 0)
    effects.print(
      `  ${unseen.length} binaries of other platforms are locked by version alone: ${unseen.join(', ')}`,
    );
  const all = [...problems];
  let silent = false;
  for (const [what, found] of [
    ['Known vulnerabilities', await knownVulnerabilities(effects.npm)],
    ['Signatures of the registry', await badSignatures(effects.npm)],
  ] as const) {
    silent ||= found === undefined;
    effects.print(
      found === undefined
        ? `${what}: NOT CHECKED, no service answered`
        : `${what}: checked, ${found.length} problems`,
    );
    all.push(...(found ?? []));
  }
  for (const problem of all) effects.print(`  ${problem}`);
  return all.length > 0 || (silent && values['require-advisories']) ? 1 : 0;
}

if (import.meta.main)
  await runCommand(command, async (args) =>
    run(args, {
      print: console.log,
      readText: (path) => readFile(path, 'utf8'),
      npm: (words) =>
        new Promise((done) => {
          const options = { maxBuffer: 64 * 1024 * 1024, timeout: 120_000 };
          execFile('npm', [...words], options, (_, stdout) => done(stdout));
        }),
    }),
  );
