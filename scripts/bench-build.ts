import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { command, parseBenchOptions, type BenchOptions } from './lib/bench-build/bench-options.ts';
import { putSection, reportSection, reportText } from './lib/bench-build/bench-report.ts';
import { compareBuilds, realEffects } from './lib/bench-build/compare-builds.ts';
import { describeMachine } from './lib/bench-build/describe-machine.ts';
import { contestantNames, type Result } from './lib/bench-build/measurement.ts';
import { judgeTargets } from './lib/bench-build/targets.ts';
import { runCommand } from './lib/command-line.ts';

/** What the command needs from outside. */
export interface BenchBuildEffects {
  readonly print: (line: string) => void;
}

/**
 * Measures our build of example archives beside a bare Astro site, the usual way with Astro and Pagefind,
 * and Hugo: time, memory, bytes, growth, and whether each target is met; see {@link command}.
 * Returns whether no target is missed and our own builds did not fail.
 * @throws when an option is malformed or an example archive cannot be made.
 */
export async function run(args: readonly string[], effects: BenchBuildEffects): Promise<boolean> {
  const generator = resolve(import.meta.dirname, '..');
  const options = parseBenchOptions(args, generator);
  const real = realEffects(effects.print);
  const results = await compareBuilds(options, generator, real);
  const machine = describeMachine(generator, real.hugo);
  const report = { results, machine, command: commandOf(options) };
  effects.print(reportText(report));
  if (options.write !== null)
    await writeSection(options.write, reportSection(report)).then(effects.print);
  return isPassed(results);
}

const isPassed = (results: readonly Result[]): boolean =>
  judgeTargets(results).every(({ outcome }) => outcome !== 'missed') &&
  !results.some(
    ({ outcome, contestant }) =>
      outcome === 'failed' && (contestant === 'ours' || contestant === 'changed'),
  );

const commandOf = ({ sizes, contestants, verifyUpTo }: BenchOptions): string =>
  [
    `npm run bench:build -- --sizes ${sizes.join(',')}`,
    ...(contestants.length === contestantNames.length ? [] : [`--only ${contestants.join(',')}`]),
    ...(verifyUpTo === Number.POSITIVE_INFINITY ? ['--verify'] : []),
  ].join(' ');

/** Puts the section into a Markdown file, in the layout this project keeps. */
async function writeSection(file: string, section: string): Promise<string> {
  const page = existsSync(file) ? readFileSync(file, 'utf8') : null;
  const layout = await resolveConfig(file);
  writeFileSync(file, await format(putSection(page, section), { ...layout, parser: 'markdown' }));
  return `Tables written to ${file}`;
}

if (import.meta.main) await runCommand(command, async (args) => run(args, { print: console.log }));
