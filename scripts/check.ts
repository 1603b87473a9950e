import { spawnSync } from 'node:child_process';

/** What the command needs from outside. */
export interface CheckEffects {
  /** Runs one npm script; true = it passed. */
  readonly runScript: (name: string) => boolean;
  /** Runs the reconciliation checks on documents or records; the exit code. */
  readonly checkDocuments: (args: readonly string[]) => Promise<number>;
}

/** Checks of the code, cheapest to fail first. */
export const codeChecks = ['check:types', 'check:lint', 'check:format'] as const;

/**
 * `npm run check` checks the code (types, lint, format); `npm run check -- <file>` checks the
 * arithmetic of a document or record, in the archive or not. Returns the exit code.
 */
export async function run(args: readonly string[], effects: CheckEffects): Promise<number> {
  if (args.length > 0) return effects.checkDocuments(args);
  return codeChecks.every((name) => effects.runScript(name)) ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2), {
    runScript: (name) =>
      spawnSync('npm', ['run', '--silent', name], {
        stdio: 'inherit',
        shell: process.platform === 'win32',
      }).status === 0,
    checkDocuments: (args) =>
      Promise.resolve(
        spawnSync(process.execPath, ['scripts/check-document.ts', ...args], { stdio: 'inherit' })
          .status ?? 1,
      ),
  });
}
