import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ImportEffects } from './import-context.ts';
import type { ReadFile } from './import-file.ts';
import type { FileChange } from './write-files.ts';

/** Name of the folder of kept sources below the public folder. */
export const originalsFolder = 'originals';

/**
 * The copy of a source that is kept under its digest; none where the record names none.
 * @throws when the source is no longer the one that was read.
 */
export async function keptFile(
  { source, disclosure }: Pick<ReadFile, 'source' | 'disclosure'>,
  publicFolder: string,
  effects: Pick<ImportEffects, 'readBytes'>,
): Promise<FileChange[]> {
  const { original, sha256 } = disclosure.source;
  if (original === undefined) return [];
  const bytes = await effects.readBytes(source);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new Error(`${source}: Unexpected change while it was imported. Import it again.`);
  }
  return [{ path: join(publicFolder, originalsFolder, original), text: bytes }];
}
