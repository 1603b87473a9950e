import { originalsFolder } from './kept-file.ts';
import { readSourceHeads } from './imported-sources.ts';
import { publicFolderOf, readOriginal } from './original-files.ts';
import { disclosuresFolder } from '../../src/archive/record-file.ts';

/** Where a built site takes files. */
interface SiteFiles {
  write(path: string, bytes: Uint8Array): void;
}

/**
 * Puts the kept sources of all records and their former versions into a built site and returns how
 * many; those of drafts, and files that no record names, are left out.
 * @throws naming the record when its kept source is not there or was changed.
 */
export async function writeOriginals(content: string, site: SiteFiles): Promise<number> {
  const written = new Set<string>();
  for (const folder of [disclosuresFolder, 'versions']) {
    for await (const { path, source } of readSourceHeads(content, folder)) {
      const { original } = source;
      if (original === undefined || written.has(original)) continue;
      try {
        const bytes = readOriginal(publicFolderOf(content), original);
        site.write(`${originalsFolder}/${original}`, bytes);
      } catch (error) {
        throw new Error(`${path}: ${(error as Error).message}. Restore the file.`, {
          cause: error,
        });
      }
      written.add(original);
    }
  }
  return written.size;
}
