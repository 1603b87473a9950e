import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { roomForNew } from '../room-for-new.ts';

/**
 * Runs a script of this folder in a process of its own, with the file of its task, which it takes with
 * {@link runTask}.
 * @throws when it does not end well; what it says stands above.
 */
export async function runProcess(
  script: string,
  file: string,
  { cwd, signal }: { readonly cwd: string; readonly signal?: AbortSignal | undefined },
): Promise<void> {
  const child = spawn(process.execPath, [roomForNew, resolve(import.meta.dirname, script), file], {
    stdio: 'inherit',
    cwd,
    ...(signal === undefined ? {} : { signal }),
  });
  const code = await new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', done);
  });
  if (code !== 0) throw new Error(`Pages of ${file}: Unexpected end of the process, see above.`);
}

/** Does in a process of {@link runProcess} what its task says; what goes wrong is told, and ends it so. */
export async function runTask(run: (task: never) => Promise<void>): Promise<void> {
  const [file] = process.argv.slice(2);
  if (file === undefined) throw new Error('Unexpected missing file of the task.');
  try {
    await run(JSON.parse(readFileSync(file, 'utf8')) as never);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
