import { lstat, realpath } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { watch } from 'chokidar';

/** A watched folder. */
export interface WatchedFolder {
  /** Stops watching; what is at work is finished first. */
  close(): Promise<void>;
}

/** Folders that the import or the build writes into; a source may not lie in or around them. */
export interface WrittenFolders {
  readonly content: string;
  readonly site: string;
}

/** Milliseconds a file must keep its size before it counts as whole. */
const settled = 400;

const lies = (inner: string, outer: string): boolean =>
  inner === outer || inner.startsWith(outer + sep);

/**
 * The absolute path of a folder of sources to watch.
 * @throws when it is not there, is no folder or a link, or lies in or around a folder that is written.
 */
export async function sourceFolder(given: string, written: WrittenFolders): Promise<string> {
  const status = await lstat(given).catch(() => null);
  if (status === null)
    throw new Error(`${given}: Unexpected absence, expected a folder. Make it first.`);
  if (!status.isDirectory())
    throw new Error(`${given}: Unexpected file or link, expected a folder of source documents.`);
  const folder = await realpath(given);
  for (const path of [written.content, written.site]) {
    const other = await realpath(path).catch(() => null);
    if (other !== null && (lies(folder, other) || lies(other, folder)))
      throw new Error(
        `${given}: Unexpected folder in or around ${path}, expected one of its own, such as inbox.`,
      );
  }
  return folder;
}

/**
 * Hands every file that comes into a folder or changes there to `handle`, one after the other, once it
 * is whole. Hidden files are passed over, links are not followed. A file that changes while it waits is
 * handled once. Files that are there already are left alone.
 */
export async function watchFolder(
  folder: string,
  handle: (path: string) => Promise<void>,
): Promise<WatchedFolder> {
  const waiting = new Set<string>();
  let work = Promise.resolve();
  let closed = false;
  const enqueue = (path: string): void => {
    if (waiting.has(path)) return;
    waiting.add(path);
    work = work.then(async () => {
      waiting.delete(path);
      if (!closed) await handle(path);
    });
  };
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (path) => path !== folder && basename(path).startsWith('.'),
    awaitWriteFinish: { stabilityThreshold: settled, pollInterval: 100 },
  });
  watcher.on('add', enqueue).on('change', enqueue);
  await new Promise<void>((done, fail) => {
    watcher.once('ready', done);
    watcher.once('error', fail);
  });
  return {
    close: async () => {
      closed = true;
      await watcher.close();
      await work;
    },
  };
}
