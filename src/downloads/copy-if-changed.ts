import { constants, copyFileSync, mkdirSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';

/** Milliseconds by which a time may be off once it was written: it is given in seconds, as a fraction. */
const clockStep = 0.01;

/** Whether a file is the copy of a file that {@link copyIfChanged} made; false where one is not there. */
export function isCopy(from: string, to: string): boolean {
  const source = statSync(from, { throwIfNoEntry: false });
  const target = statSync(to, { throwIfNoEntry: false });
  if (source === undefined || target?.size !== source.size) return false;
  return Math.abs(target.mtimeMs - source.mtimeMs) < clockStep;
}

/**
 * Copies a file to where it is not yet as it is; returns whether it had to. A copy bears the time of its
 * original: same size and time, same file, and neither is read. Where the file system can share the bytes of
 * both until one is changed, it does.
 */
export function copyIfChanged(from: string, to: string): boolean {
  if (isCopy(from, to)) return false;
  const source = statSync(from);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  utimesSync(to, source.atimeMs / 1000, source.mtimeMs / 1000);
  return true;
}
