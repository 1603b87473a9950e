import { buildArchive } from '../../../src/archive/build-archive.ts';
import type { ArchiveModel } from '../../../src/archive/model.ts';
import { readPartOutlines } from '../../../src/archive/part-files.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';

/** An archive as it is joined. */
export interface JoinedArchive {
  /** The model of the archive, in which the summaries are outlines. */
  readonly archive: ArchiveModel;
  /** Number of the projects of all records. */
  readonly projects: number;
}

/**
 * The archive of a content folder as it is joined, from the outlines in the folders of its parts: no record
 * is read, and no whole summary.
 * @throws when the parts are not whole, or contradict each other or the registers.
 */
export function archiveOfParts(contentDirectory: string, parts: readonly string[]): JoinedArchive {
  const read = parts.map(readPartOutlines);
  return {
    archive: buildArchive({
      contentDirectory,
      summaries: read.flatMap(({ outlines }) => outlines),
      ...readRegisters(contentDirectory),
      frozen: 'lists',
    }),
    projects: read.reduce((sum, part) => sum + part.projects, 0),
  };
}
