import { buildArchive } from '../../src/archive/build-archive.ts';
import { checkRecord } from '../../src/archive/check-record.ts';
import type { ArchiveModel } from '../../src/archive/model.ts';
import { readRecords } from '../../src/archive/read-records.ts';
import { readRegisters } from '../../src/archive/read-registers.ts';

/**
 * The archive of a content folder, read from disk: the same model as the pages have.
 * @throws as {@link readRecords}, {@link readRegisters} and {@link buildArchive} do.
 */
export function readContent(contentDirectory: string): ArchiveModel {
  const registers = readRegisters(contentDirectory);
  const { economicClasses, topics } = registers;
  const records = readRecords(contentDirectory, { economicClasses, topics, checkRecord });
  const summaries = Array.from(records, ({ summary }) => summary);
  return buildArchive({ contentDirectory, summaries, ...registers });
}
