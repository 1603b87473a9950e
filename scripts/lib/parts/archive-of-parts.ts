import { buildArchive } from '../../../src/archive/build-archive.ts';
import type { ArchiveModel } from '../../../src/archive/model.ts';
import { readSliceSummaries } from '../../../src/archive/part-files.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';

/**
 * The archive of a content folder, from the summaries in the folders of its parts: no record is read.
 * @throws when the parts are not whole, or contradict each other or the registers.
 */
export const archiveOfParts = (contentDirectory: string, parts: readonly string[]): ArchiveModel =>
  buildArchive({
    contentDirectory,
    summaries: readSliceSummaries({ parts, units: null }),
    ...readRegisters(contentDirectory),
  });
