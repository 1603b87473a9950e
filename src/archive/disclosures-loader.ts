import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import type { CheckRecord } from './read-records.ts';
import { readRecords } from './read-records.ts';
import { readRegisters } from './read-registers.ts';

/**
 * The Astro loader of the collection of disclosures. It validates every record below the content
 * folder of the Astro root and stores nothing but its summary.
 */
export function disclosuresLoader(checkRecord: CheckRecord): Loader {
  return {
    name: 'disclosures',
    load: ({ config, store, logger, watcher }) => {
      const contentDirectory = fileURLToPath(new URL('content/', config.root));
      const load = (): void => {
        store.clear();
        const { economicClasses, topics } = readRegisters(contentDirectory);
        const records = readRecords(contentDirectory, { economicClasses, topics, checkRecord });
        for (const { summary } of records) {
          const { disclosureId: id } = summary;
          const other = store.get<{ file: string }>(id)?.data.file;
          if (other !== undefined) {
            throw new Error(
              `content/disclosures/${summary.file} and content/disclosures/${other}: Unexpected second record ${id}. Keep one.`,
            );
          }
          store.set({ id, data: { ...summary } });
        }
        logger.info(`${store.keys().length} records read and validated`);
      };
      load();
      watcher?.add(contentDirectory);
      watcher?.on('all', (_event, path) => {
        if (path.startsWith(contentDirectory)) load();
      });
      return Promise.resolve();
    },
  };
}

/**
 * The Astro loader of the one entry that tells where the content folder is, and whether it is watched
 * for changes, as it is in `astro dev` alone.
 */
export function contentDirectoryLoader(): Loader {
  return {
    name: 'content-directory',
    load: ({ config, store, watcher }) => {
      const path = fileURLToPath(new URL('content/', config.root));
      store.clear();
      store.set({ id: 'content', data: { path, watched: watcher !== undefined } });
      return Promise.resolve();
    },
  };
}
