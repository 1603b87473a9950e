import { getCollection, getEntry } from 'astro:content';
import type { Finding } from '../schema/finding.ts';
import { buildArchive } from './build-archive.ts';
import { checkRecord } from './check-record.ts';
import { readYearBefore } from './earlier-year.ts';
import { emptyArchiveProblem } from './empty-archive.ts';
import type { ArchiveModel, UnitYear, UnitYearSummary } from './model.ts';
import { knowSummaries } from './page-key.ts';
import {
  readEntryFindings,
  readSlice,
  readSliceEntries,
  readSliceSummaries,
  type Slice,
  type SliceEntry,
} from './part-files.ts';
import { readRecord } from './read-record.ts';
import { listRecordFiles } from './read-records.ts';
import { readRegisters } from './read-registers.ts';

interface Loaded {
  readonly archive: ArchiveModel;
  /** Where the findings of a record stand, by its id; null = nowhere, the checks are run. */
  readonly prepared: ReadonlyMap<string, SliceEntry> | null;
}

let loaded: Promise<Loaded> | undefined;

/**
 * The archive as every page sees it: built once a build, frozen. In the build of a slice of units it
 * holds their records alone, and no topic.
 * @throws when the archive is empty (allowed only in `astro dev`), when a record got lost on the way
 * from content/ to here, or when the records contradict each other or the registers.
 */
export const loadArchive = async (): Promise<ArchiveModel> => (await loadOnce()).archive;

/** The findings of a unit-year, in the order of its page: those of the build, or checked anew. */
export async function loadFindings(unitYear: UnitYear): Promise<readonly Finding[]> {
  const { archive, prepared } = await loadOnce();
  if (prepared === null) {
    return checkRecord(readRecord(unitYear), readYearBefore(archive, unitYear));
  }
  const entry = prepared.get(unitYear.disclosureId);
  if (entry === undefined) throw new Error(`Unexpected disclosure ${unitYear.disclosureId}`);
  return readEntryFindings(entry);
}

async function loadOnce(): Promise<Loaded> {
  const directory = await getEntry('contentDirectory', 'content');
  if (directory === undefined) {
    throw new Error(
      'src/content.config.ts: Unexpected absence of the content folder, expected its path in the collection contentDirectory.',
    );
  }
  const { path, watched, slice } = directory.data;
  if (watched) return load(path, null, true);
  loaded ??= load(path, slice === null ? null : readSlice(slice), false);
  return loaded;
}

async function load(
  contentDirectory: string,
  slice: Slice | null,
  mayBeEmpty: boolean,
): Promise<Loaded> {
  const entries = (await getCollection('disclosures')).map((entry) => entry.data);
  const [problem] = entries.flatMap((entry) => entry.problem ?? []);
  if (problem !== undefined) throw new Error(problem);
  const summaries =
    slice === null
      ? entries.flatMap(({ summary }) => summary ?? [])
      : readSliceSummaries(slice).filter(isIn(entries));
  const files = slice === null ? listRecordFiles(contentDirectory).length : entries.length;
  if (summaries.length !== files) {
    throw new Error(
      `content/disclosures: Unexpected ${summaries.length} records in the archive, expected the ${files} of the folder. Build again from a clean .astro folder.`,
    );
  }
  const sliced = slice === null ? null : readSliceEntries(slice);
  if (sliced !== null) knowSummaries(sliced);
  const registers = readRegisters(contentDirectory);
  const units = slice?.units ?? null;
  const emptiness =
    summaries.length > 0 || mayBeEmpty || units !== null
      ? null
      : emptyArchiveProblem(contentDirectory, registers.config);
  if (emptiness !== null) throw new Error(emptiness);
  const topics = units === null ? registers.topics : [];
  return {
    archive: buildArchive({ contentDirectory, summaries, ...registers, topics }),
    prepared: sliced === null ? null : new Map(sliced.map((entry) => [entry.disclosureId, entry])),
  };
}

/** Whether a summary is of one of the records that the collection lists, as it lists it. */
function isIn(entries: readonly { file: string; recordSha256: string }[]) {
  const listed = new Map(entries.map(({ file, recordSha256 }) => [file, recordSha256]));
  return ({ file, recordSha256 }: UnitYearSummary): boolean => listed.get(file) === recordSha256;
}
