import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { noteContentReading } from './content-reading.ts';
import type { UnitYearSummary } from './model.ts';
import { readSlice, readSliceEntries } from './part-files.ts';
import type { CheckRecord } from './read-records.ts';
import { readRecords } from './read-records.ts';
import { readRegisters } from './read-registers.ts';

/** What the collection keeps of one disclosure. */
export interface DisclosureEntry {
  /** Path of the record below content/disclosures/. */
  readonly file: string;
  readonly recordSha256: string;
  /** The summary itself; null = it stands in the part of the archive the record belongs to. */
  readonly summary: UnitYearSummary | null;
  /** Why no record could be read, in place of all else; in `astro dev` alone. */
  readonly problem?: string;
}

/** The file that tells which slice of the archive this process builds; undefined = no slice. */
const sliceFile = (): string | undefined => process.env['ARCHIVE_SLICE'];

function* readEntries(
  contentDirectory: string,
  checkRecord: CheckRecord,
): Generator<DisclosureEntry & { readonly id: string }> {
  const slice = sliceFile();
  if (slice !== undefined) {
    for (const { disclosureId: id, file, recordSha256 } of readSliceEntries(readSlice(slice)))
      yield { id, file, recordSha256, summary: null };
    return;
  }
  const { economicClasses, topics } = readRegisters(contentDirectory);
  for (const { summary } of readRecords(contentDirectory, { economicClasses, topics, checkRecord }))
    yield {
      id: summary.disclosureId,
      file: summary.file,
      recordSha256: summary.recordSha256,
      summary,
    };
}

/**
 * The Astro loader of the collection of disclosures. In a build the records were validated part by
 * part before, and it stores nothing but which there are; elsewhere, as in `astro dev`, it validates
 * every record below the content folder itself and stores its light summary.
 */
export function disclosuresLoader(checkRecord: CheckRecord): Loader {
  return {
    name: 'disclosures',
    load: ({ config, store, logger, watcher }) => {
      const contentDirectory = fileURLToPath(new URL('content/', config.root));
      const load = (): void => {
        store.clear();
        for (const { id, ...data } of readEntries(contentDirectory, checkRecord)) {
          const other = store.get<{ file: string }>(id)?.data.file;
          if (other !== undefined) {
            throw new Error(
              `content/disclosures/${data.file} and content/disclosures/${other}: Unexpected second record ${id}. Keep one.`,
            );
          }
          store.set({ id, data: { ...data } });
        }
        logger.info(`${store.keys().length} records read and validated`);
      };
      try {
        load();
        noteContentReading(null);
      } catch (error) {
        // The development server goes on; its pages show what is wrong until it is mended.
        if (watcher === undefined) throw error;
        const problem = error instanceof Error ? error.message : String(error);
        logger.error(problem);
        noteContentReading(problem);
        store.clear();
        store.set({ id: 'problem', data: { problem } });
      }
      return Promise.resolve();
    },
  };
}

/**
 * The Astro loader of the one entry that tells where the content folder is, whether it is watched for
 * changes, as it is in `astro dev` alone, and which slice of the archive is built.
 */
export function contentDirectoryLoader(): Loader {
  return {
    name: 'content-directory',
    load: ({ config, store, watcher }) => {
      const path = fileURLToPath(new URL('content/', config.root));
      store.clear();
      const slice = sliceFile() ?? null;
      store.set({ id: 'content', data: { path, watched: watcher !== undefined, slice } });
      return Promise.resolve();
    },
  };
}
