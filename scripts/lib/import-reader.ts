import pLimit from 'p-limit';
import { Tinypool } from 'tinypool';
import type { MissingPart } from '../../src/extract/refusal.ts';
import { ImportRefusal } from '../../src/extract/refusal.ts';
import { childLimits } from './extract-in-child.ts';
import type { ImportContext, ImportEffects } from './import-context.ts';
import { type ImportOptions, type ReadFile } from './import-file.ts';
import type { ImportedSource } from './imported-sources.ts';
import { readUnlessImported } from './read-unless-imported.ts';

/** What became of one source that was to be read. */
export type ReadAnswer =
  | { readonly file: ReadFile }
  | { readonly imported: ImportedSource }
  | { readonly refusal: string; readonly missing: MissingPart | null };

/** Reads sources, several at once where it can. */
export interface ImportReader {
  read(path: string, options: ImportOptions): Promise<ReadAnswer>;
  /** Ends the reader and what it is reading. */
  close(): Promise<void>;
}

/** What reading one source needs from outside. */
export type ReadEffects = Pick<ImportEffects, 'readBytes' | 'readText' | 'extract'>;

/** The answer for a source that cannot be read. */
export const refused = (error: unknown): ReadAnswer => ({
  refusal: error instanceof Error ? error.message : String(error),
  missing: error instanceof ImportRefusal ? error.missing : null,
});

/** A reader in this process, one source after the other. */
export function serialReader(context: ImportContext, effects: ReadEffects): ImportReader {
  const limit = pLimit(1);
  return {
    read: (path, options) =>
      limit(() => readUnlessImported(path, options, context, effects)).catch(refused),
    close: () => {
      limit.clearQueue();
      return Promise.resolve();
    },
  };
}

/** What one thread of the reader may use; the files themselves are opened in yet another process. */
const threadLimits = { seconds: childLimits.seconds * 2, megabytes: 2048 };

/**
 * A reader of `jobs` threads. A thread that takes too long or too much memory is ended, and the source
 * it was reading refused.
 */
export function threadReader(context: ImportContext, jobs: number): ImportReader {
  const pool = new Tinypool({
    filename: new URL('./import-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: jobs,
    workerData: context,
    resourceLimits: { maxOldGenerationSizeMb: threadLimits.megabytes },
  });
  const limit = pLimit(jobs);
  const read = (path: string, options: ImportOptions): Promise<ReadAnswer> =>
    pool.run(
      { path, options },
      { signal: AbortSignal.timeout(threadLimits.seconds * 1000) },
    ) as Promise<ReadAnswer>;
  return {
    read: (path, options) =>
      limit(() => read(path, options)).catch((error: unknown) => refused(explained(error))),
    close: async () => {
      limit.clearQueue();
      await pool.destroy();
    },
  };
}

function explained(error: unknown): unknown {
  const code = (error as { code?: string; name?: string } | null) ?? {};
  const what =
    code.name === 'AbortError'
      ? `file that takes more than ${threadLimits.seconds} seconds to assemble`
      : code.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? `file that takes more than ${threadLimits.megabytes} MB of memory to assemble`
        : null;
  if (what === null) return error;
  return new ImportRefusal({
    place: null,
    unexpected: what,
    expected: 'the disclosure of one unit',
    todo: 'Check where the file comes from; split it.',
  });
}
