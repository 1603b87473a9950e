import type { ArchiveModel } from '../../src/archive/model.ts';
import { disclosuresFolder } from '../../src/archive/record-file.ts';
import { readSourceHeads } from './imported-sources.ts';
import { originalsFolder } from './kept-file.ts';
import { publicFolderOf, readOriginal } from './original-files.ts';

/** Where a built site takes files. */
interface SiteFiles {
  write(path: string, bytes: Uint8Array): void;
}

/**
 * Puts the kept sources of all records and their former versions into a built site and returns how
 * many; those of drafts, and files that no record names, are left out. Of the records only the summaries
 * are looked at.
 * @throws naming the record when its kept source is not there or was changed.
 */
export async function writeOriginals(
  { contentDirectory: content, unitYears }: Pick<ArchiveModel, 'contentDirectory' | 'unitYears'>,
  site: SiteFiles,
): Promise<number> {
  const written = new Set<string>();
  const write = (path: string, original: string | null | undefined): void => {
    if (original === null || original === undefined || written.has(original)) return;
    try {
      const bytes = readOriginal(publicFolderOf(content), original);
      site.write(`${originalsFolder}/${original}`, bytes);
    } catch (error) {
      throw new Error(`${path}: ${(error as Error).message}. Restore the file.`, { cause: error });
    }
    written.add(original);
  };
  for (const { file, source } of unitYears)
    write(`${content}/${disclosuresFolder}/${file}`, source.original);
  for await (const { path, source } of readSourceHeads(content, 'versions'))
    write(path, source.original);
  return written.size;
}
