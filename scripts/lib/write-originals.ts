import { join } from 'node:path';
import type { ArchiveModel } from '../../src/archive/model.ts';
import { disclosuresFolder } from '../../src/archive/record-file.ts';
import { copyIfChanged, isCopy } from '../../src/downloads/copy-if-changed.ts';
import { readSourceHeads } from './imported-sources.ts';
import { originalsFolder } from './kept-file.ts';
import { publicFolderOf, readOriginal } from './original-files.ts';

/** Where a built site is told of files. */
interface SiteFiles {
  claim(path: string, sha256: string): void;
}

/**
 * Puts the kept sources of all records and their former versions into the built site `out` and returns how
 * many; those of drafts, and files that no record names, are left out. Of the records only the summaries
 * are looked at, and of the sources those read that the site does not have as they are.
 * @throws naming the record when its kept source is not there or was changed.
 */
export async function writeOriginals(
  { contentDirectory: content, unitYears }: Pick<ArchiveModel, 'contentDirectory' | 'unitYears'>,
  out: string,
  site: SiteFiles,
): Promise<number> {
  const folder = publicFolderOf(content);
  const written = new Set<string>();
  const write = (path: string, original: string | null | undefined): void => {
    if (original === null || original === undefined || written.has(original)) return;
    const file = `${originalsFolder}/${original}`;
    const [from, to] = [join(folder, file), join(out, file)];
    try {
      if (!isCopy(from, to)) readOriginal(folder, original);
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}. Restore the file.`, { cause: error });
    }
    copyIfChanged(from, to);
    site.claim(file, original.slice(0, sha256Digits));
    written.add(original);
  };
  for (const { file, source } of unitYears)
    write(`${content}/${disclosuresFolder}/${file}`, source.original);
  for await (const { path, source } of readSourceHeads(content, 'versions'))
    write(path, source.original);
  return written.size;
}

/** Digits of the SHA-256 that the name of a kept source begins with. */
const sha256Digits = 64;
