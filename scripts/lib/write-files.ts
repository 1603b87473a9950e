import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes every file beside its place first and renames them all only when all are written. */
export async function writeFiles(
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<void> {
  const temporary = files.map(({ path }) => `${path}.${process.pid}.tmp`);
  try {
    for (const [index, { path, text }] of files.entries()) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(temporary[index] ?? path, text);
    }
    for (const [index, { path }] of files.entries()) await rename(temporary[index] ?? path, path);
  } finally {
    await Promise.all(temporary.map((path) => rm(path, { force: true })));
  }
}
