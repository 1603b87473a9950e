import { resolve } from 'node:path';
import { Tinypool } from 'tinypool';
import { compiledEnvironment } from './keep-compiled.ts';
import { roomForNew } from './room-for-new.ts';

/** What is run in processes. */
export interface PoolSettings {
  /** Name of the function. */
  readonly name: string;
  /** Processes at most. */
  readonly most: number;
  /** Bytes in use after which another process takes over; left out = none does. */
  readonly mostMemory?: number;
}

/**
 * Processes that run a function of a module of scripts/lib/, one call after the other, and keep what the
 * module holds between them. Each is started when there is a call that no other has time for. Whoever opens
 * them has to destroy them.
 * @param module its path below scripts/lib/
 */
export const openProcessPool = (
  module: string,
  { name, most, mostMemory }: PoolSettings,
): Tinypool =>
  new Tinypool({
    filename: resolve(import.meta.dirname, module),
    name,
    runtime: 'child_process',
    execArgv: [roomForNew],
    env: compiledEnvironment(),
    minThreads: 1,
    maxThreads: most,
    ...(mostMemory === undefined ? {} : { maxMemoryLimitBeforeRecycle: mostMemory }),
  });
