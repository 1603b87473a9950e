import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareText } from './order.ts';

/**
 * Paths of the files below a folder, with slashes, in text order; hidden files only when asked for. Folders
 * that are links are looked into.
 */
export function listFolder(folder: string, hidden = false): string[] {
  const files: string[] = [];
  addFiles(folder, '', hidden, files);
  return files.sort(compareText);
}

/** Adds the files of a folder below another; `below` is its path with a slash at the end. */
function addFiles(folder: string, below: string, hidden: boolean, files: string[]): void {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below + entry.name;
    if (entry.isFile()) {
      if (hidden || !entry.name.startsWith('.')) files.push(path);
    } else if (entry.isDirectory() || isLinkedFolder(entry.isSymbolicLink(), join(folder, path))) {
      addFiles(folder, `${path}/`, hidden, files);
    }
  }
}

const isLinkedFolder = (isLink: boolean, path: string): boolean =>
  isLink && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
