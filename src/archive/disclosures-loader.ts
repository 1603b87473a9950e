import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { noteContentReading } from './content-reading.ts';
import type { UnitYearSummary } from './model.ts';
import type { CheckRecord } from './read-records.ts';
import { readRecords } from './read-records.ts';
import { readRegisters } from './read-registers.ts';

/** What the collection keeps of one disclosure. */
export interface DisclosureEntry {
  /** Path of the record below content/disclosures/. */
  readonly file: string;
  readonly recordSha256: string;
  readonly summary: UnitYearSummary;
  /** Why no record could be read, in place of all else; in `astro dev` alone. */
  readonly problem?: string;
}

/** Whether pages are built slice by slice, from the parts of the archive: the collections stay empty. */
const isSliced = (): boolean => process.env['ARCHIVE_SLICE'] !== undefined;

function* readEntries(
  contentDirectory: string,
  checkRecord: CheckRecord,
): Generator<DisclosureEntry & { readonly id: string }> {
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
 * The Astro loader of the collection of disclosures: it validates every record below the content folder
 * and stores its light summary. `npm run build` validates them part by part before instead, and stores
 * nothing.
 */
export function disclosuresLoader(checkRecord: CheckRecord): Loader {
  return {
    name: 'disclosures',
    load: ({ config, store, logger, watcher }) => {
      if (isSliced()) return Promise.resolve();
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
 * The Astro loader of the one entry that tells where the content folder is, and whether it is watched for
 * changes, as it is in `astro dev` alone. Where pages are built slice by slice, the slice tells it.
 */
export function contentDirectoryLoader(): Loader {
  return {
    name: 'content-directory',
    load: ({ config, store, watcher }) => {
      store.clear();
      if (isSliced()) return Promise.resolve();
      const path = fileURLToPath(new URL('content/', config.root));
      store.set({ id: 'content', data: { path, watched: watcher !== undefined } });
      return Promise.resolve();
    },
  };
}
