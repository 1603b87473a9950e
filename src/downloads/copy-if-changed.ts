import { constants, copyFileSync, mkdirSync, statSync, utimesSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Copies a file to where it is not yet as it is; returns whether it had to. A copy bears the time of its
 * original: same size and time, same file, and neither is read. Where the file system can share the bytes of
 * both until one is changed, it does.
 */
export function copyIfChanged(from: string, to: string): boolean {
  const source = statSync(from);
  const target = statSync(to, { throwIfNoEntry: false });
  const sameTime = Math.trunc(target?.mtimeMs ?? -1) === Math.trunc(source.mtimeMs);
  if (sameTime && target?.size === source.size) return false;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to, constants.COPYFILE_FICLONE);
  utimesSync(to, source.atime, source.mtime);
  return true;
}
