import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { Interrupted } from './interrupted.ts';

/** Name of the file that is locked while an import runs; it stays, empty. */
const lockName = '.import.lock';

/** Name of the file that tells who holds the lock. */
const ownerName = '.import.owner';

/** Milliseconds between two attempts of a command that waits. */
const attemptEvery = 200;

/**
 * Keeps other imports out of a content folder until the answer is called. The lock is one of the
 * operating system on a file, taken through SQLite: it ends with the process that holds it, however
 * that ends, so that none is ever left behind.
 * @throws when there is no such folder; naming the process that holds the lock, unless `wait` is set;
 * Interrupted when the operator stops the waiting.
 */
export async function lockContent(
  content: string,
  wait: boolean,
  stopped: () => boolean = () => false,
): Promise<() => Promise<void>> {
  if (!existsSync(content))
    throw new Error(`${content}: Unexpected absence, expected a content folder. Check --content.`);
  for (;;) {
    const lock = takeLock(join(content, lockName));
    if (lock !== null) {
      await writeFile(join(content, ownerName), `${process.pid}\n`);
      return async () => {
        await writeFile(join(content, ownerName), '');
        lock.close();
      };
    }
    if (!wait) await refuseLocked(content);
    if (stopped()) throw new Interrupted('Stopped by the operator while waiting.');
    await pause(attemptEvery);
  }
}

/** The lock, held until it is closed; null = another holds it. */
function takeLock(path: string): DatabaseSync | null {
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    if ((error as Error).message.includes('locked')) return null;
    throw error;
  }
}

async function refuseLocked(content: string): Promise<never> {
  const owner = await readFile(join(content, ownerName), 'utf8').catch(() => '');
  const who = owner.trim() === '' ? '' : ` (process ${owner.trim()})`;
  throw new Error(
    `${content}: Unexpected other import at work${who}, expected none. Let it end, or say --wait.`,
  );
}
