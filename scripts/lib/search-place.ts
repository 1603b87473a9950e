import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where the index of an archive is put together. */
export interface SearchPlace {
  /** Puts the copy of a file with this digest at a path of the index. */
  copy(path: string, from: string, sha256: string): void;
  /** Puts a file at a path of the index. */
  write(path: string, bytes: Uint8Array): void;
  /** Folder of what is kept for the next time. */
  readonly kept: string;
  /** Key of the program: what another left there is made again. */
  readonly program: string;
}

/** Lets an index be put together in a folder, which is made anew; nothing is kept for another time. */
export async function inSearchFolder<T>(
  folder: string,
  putTogether: (place: SearchPlace) => Promise<T>,
): Promise<T> {
  rmSync(folder, { recursive: true, force: true });
  const placed = (path: string): string => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  const kept = mkdtempSync(join(tmpdir(), 'search-names-'));
  try {
    return await putTogether({
      copy: (path, from) => copyFileSync(from, placed(path)),
      write: (path, bytes) => writeFileSync(placed(path), bytes),
      kept,
      program: '',
    });
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
}
