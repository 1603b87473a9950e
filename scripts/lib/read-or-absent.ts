import { readFile, readdir } from 'node:fs/promises';

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Text of a file; null = there is none. Other errors are thrown. */
export const readTextOrNull = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if (isAbsent(error)) return null;
    throw error;
  });

/** Names in a folder, sorted; empty = there is none. Other errors are thrown. */
export const listNames = (folder: string): Promise<string[]> =>
  readdir(folder).then(
    (names) => names.toSorted(),
    (error: unknown) => {
      if (isAbsent(error)) return [];
      throw error;
    },
  );
