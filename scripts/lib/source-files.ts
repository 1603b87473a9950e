import type { Stats } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { maximumBytes } from '../../src/extract/limits.ts';
import { ImportRefusal } from '../../src/extract/refusal.ts';

function refuse(unexpected: string, expected: string, todo: string): never {
  throw new ImportRefusal({ place: null, unexpected, expected, todo });
}

const absent = (): never =>
  refuse('path that does not exist', 'a file or folder', 'Check its spelling.');

/** What a path is; a link is not followed. */
const statusOf = (path: string): Promise<Stats> =>
  lstat(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return absent();
    throw error;
  });

/**
 * The bytes of a source file on disk. What is no plain file is not opened, what is too large not read.
 * @throws ImportRefusal for links, devices, folders, files that are too large, and names with control
 * characters or of more than 200 characters.
 */
export async function readSourceFile(path: string): Promise<Uint8Array> {
  const name = basename(path);
  if (/[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/u.test(name) || name.length > 200)
    refuse('file name with control characters or too long', 'a plain name', 'Rename the file.');
  const status = await statusOf(path);
  if (status.isSymbolicLink())
    refuse('link to another file', 'the file itself', 'Copy the file and import the copy.');
  if (!status.isFile())
    refuse('folder or device', 'a plain file', 'Name the file, or a folder of files.');
  if (status.size > maximumBytes)
    refuse(`file of ${status.size} bytes`, `at most ${maximumBytes}`, 'Split or check the file.');
  return readFile(path);
}

/**
 * The files a path stands for: itself, or the files in and below a folder in text order. Hidden files
 * and links in a folder are passed over.
 */
export async function sourceFiles(path: string): Promise<string[]> {
  if (!(await statusOf(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
