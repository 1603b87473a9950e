import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { stripVTControlCharacters } from 'node:util';
import { formatGibibytes } from './format-values.ts';
import type { Effort } from './measurement.ts';
import { readSessionMemory } from './process-memory.ts';
import { parseTimes, timedShell } from './process-times.ts';

/** How long a command may run, and how much memory all its processes may take together. */
export interface Limits {
  readonly timeoutSeconds: number;
  readonly maxBytes: number;
}

/** A command to be measured. */
export interface MeasuredCommand {
  /** Program and its arguments. */
  readonly command: readonly [string, ...string[]];
  readonly folder: string;
  /** What its environment has besides that of this process. */
  readonly environment?: Readonly<Record<string, string>>;
  /** File that what it prints is written to. */
  readonly log: string;
  readonly limits: Limits;
}

/** How often memory is read, in milliseconds. */
const interval = 200;

/** Whether the system has a shell to time with, and sessions to gather processes by. */
const unix = process.platform !== 'win32';

/**
 * Runs a command in a session of its own and measures it and everything it starts.
 * @throws when it ends with another code than 0, takes too long or too much memory; it is ended then.
 */
export async function runMeasured(request: MeasuredCommand): Promise<Effort> {
  const { log, limits } = request;
  mkdirSync(dirname(log), { recursive: true });
  const output = openSync(log, 'w');
  const begun = performance.now();
  const child = startTimed(request, output);
  const watch = watchProcess(child, limits);
  const times = unix ? text(child.stdio[3] as Readable) : '';
  const ending = new Promise<number | string>((done, fail) => {
    child.once('error', fail);
    child.once('exit', (code, signal) => done(code ?? signal ?? 'unknown'));
  });
  const code = await ending.finally(() => {
    watch.end();
    closeSync(output);
  });
  const wallSeconds = (performance.now() - begun) / 1000;
  const stopped = watch.stopped();
  if (stopped !== null) throw new Error(stopped);
  if (code !== 0) throw new Error(`ended with ${code}: ${lastWords(log)}`);
  return { wallSeconds, cpuSeconds: parseTimes(await times), peakBytes: watch.peak() };
}

function startTimed(
  { command, folder, environment }: MeasuredCommand,
  output: number,
): ChildProcess {
  const [program, ...rest] = unix ? ['sh', '-c', timedShell, 'sh', ...command] : command;
  return spawn(program, rest, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', output, output, unix ? 'pipe' : 'ignore'],
    detached: unix,
  });
}

/** A process whose memory and time are watched. */
interface Watch {
  /** The largest resident set of any one process so far; null = this system does not tell. */
  peak(): number | null;
  /** Which limit it was ended at; null = none. */
  stopped(): string | null;
  end(): void;
}

function watchProcess(child: ChildProcess, { timeoutSeconds, maxBytes }: Limits): Watch {
  let peak: number | null = null;
  let stopped: string | null = null;
  const kill = (): void => {
    // The group of processes is ended with everything the command started; ours is another one.
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    if (unix) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  };
  const stop = (reason: string): void => {
    stopped ??= reason;
    kill();
  };
  const interrupted = (): never => {
    kill();
    process.exit(130);
  };
  const sampler = setInterval(() => {
    const memory = child.pid === undefined ? [] : readSessionMemory(child.pid);
    for (const one of memory) peak = Math.max(peak ?? 0, one.peak);
    const together = memory.reduce((sum, { resident }) => sum + resident, 0);
    if (together > maxBytes)
      stop(`ended at ${formatGibibytes(together)}, more than it may take (--max-memory)`);
  }, interval);
  const timer = setTimeout(
    () => stop(`ended after ${timeoutSeconds} s (--timeout)`),
    timeoutSeconds * 1000,
  );
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  return {
    peak: () => peak,
    stopped: () => stopped,
    end: () => {
      clearInterval(sampler);
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      process.off('SIGTERM', interrupted);
    },
  };
}

/** The end of what a command printed, on one line. */
const lastWords = (log: string): string =>
  stripVTControlCharacters(readFileSync(log, 'utf8')).trim().slice(-600).replace(/\s+/gu, ' ');
