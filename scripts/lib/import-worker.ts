import { workerData } from 'node:worker_threads';
import { extractInChild } from './extract-in-child.ts';
import type { ImportContext } from './import-context.ts';
import type { ImportOptions } from './import-file.ts';
import { type ReadAnswer, refused } from './import-reader.ts';
import { readTextOrNull } from './read-or-absent.ts';
import { readUnlessImported } from './read-unless-imported.ts';
import { readSourceFile } from './source-files.ts';

/** The pool hands its own data first, then that of the reader. */
const [, context] = workerData as readonly [unknown, ImportContext];

const effects = {
  readBytes: (path: string) => readSourceFile(path),
  readText: readTextOrNull,
  extract: (bytes: Uint8Array) => extractInChild(bytes),
};

/** Reads one source in a thread of its own. */
export default async function readOne(task: {
  readonly path: string;
  readonly options: ImportOptions;
}): Promise<ReadAnswer> {
  try {
    return await readUnlessImported(task.path, task.options, context, effects);
  } catch (error) {
    return refused(error);
  }
}
