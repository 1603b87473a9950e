import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { OutputSize } from './measurement.ts';

/** Paths of all files below a folder, with slashes, in no particular order. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));

/** Counts a built site: pages are its HTML files, the search index is what stands in `pagefind/`. */
export function sizeOfOutput(folder: string): OutputSize {
  const size = { files: 0, pages: 0, pageBytes: 0, searchBytes: 0, dataBytes: 0 };
  for (const file of listFiles(folder)) {
    const bytes = statSync(join(folder, file)).size;
    size.files += 1;
    if (file.startsWith('pagefind/')) size.searchBytes += bytes;
    else if (file.endsWith('.html')) {
      size.pages += 1;
      size.pageBytes += bytes;
    } else size.dataBytes += bytes;
  }
  return size;
}

/** Paths of files that only one of two folders has, or whose bytes differ; in text order. */
export function differingFiles(one: string, other: string): string[] {
  const all = new Set([...listFiles(one), ...listFiles(other)]);
  return [...all].filter((file) => !sameFile(join(one, file), join(other, file))).sort();
}

function sameFile(one: string, other: string): boolean {
  const [first, second] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (first === undefined || first.size !== second?.size) return false;
  return readFileSync(one).equals(readFileSync(other));
}
