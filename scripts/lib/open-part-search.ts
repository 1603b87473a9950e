import { join } from 'node:path';
import type { PartRecord, PartSink } from '../../src/archive/part-record.ts';
import { describeUnitYear, recordsOfDisclosure } from '../../src/archive/search-records.ts';
import type { DirectoryEntry, SearchRecord } from '../../src/format/search-record.ts';
import { writeSearchPart, type PartSource } from './write-search-part.ts';

/** Folder of the search index within the folder of a part. */
export const searchFolder = 'search';

/** What the index of a part needs besides its records. */
export interface PartSearchOptions extends Pick<PartSource, 'readSyllables' | 'isDivided'> {
  /**
   * Id of the department whose budget includes a unit; empty = none. What it says is written into
   * the part, so it belongs to whatever decides that a part is still good.
   */
  readonly includedIn: (unitId: string) => string;
}

/** What the sink looks at of a record. */
type SearchedRecord = Pick<PartRecord, 'disclosure' | 'summary'>;

/**
 * Writes the search index of one part into `<folder>/search/` when it is closed. Holds the searchable
 * texts of the part, not its records. The engine runs in a process that {@link closeEngine} ends.
 */
export function openPartSearch(
  folder: string,
  { includedIn, ...options }: PartSearchOptions,
): PartSink & { add(record: SearchedRecord): void } {
  const records: SearchRecord[] = [];
  const directory: DirectoryEntry[] = [];
  return {
    add({ disclosure, summary }) {
      const unitYear = directory.push(describeUnitYear(summary, includedIn(summary.unitId))) - 1;
      for (const record of recordsOfDisclosure(disclosure, unitYear)) records.push(record);
    },
    async close() {
      await writeSearchPart({ records, directory, ...options }, join(folder, searchFolder));
    },
  };
}
