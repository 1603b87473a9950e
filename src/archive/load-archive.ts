import { getCollection, getEntry } from 'astro:content';
import type { Finding } from '../schema/finding.ts';
import { buildArchive } from './build-archive.ts';
import { checkRecord } from './check-record.ts';
import { readYearBefore } from './earlier-year.ts';
import { emptyArchiveProblem } from './empty-archive.ts';
import type { ArchiveModel, UnitYear } from './model.ts';
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

/** What was loaded last; a process that renders slice after slice keeps one of them. */
let loaded: { readonly slice: string | undefined; readonly archive: Promise<Loaded> } | undefined;

/** What a slice (undefined = the collection) is loaded to, once for all who ask before the next slice. */
async function keep(slice: string | undefined, load: () => Promise<Loaded>): Promise<Loaded> {
  if (loaded !== undefined && loaded.slice === slice) return loaded.archive;
  // The former archive is dropped before there is another.
  loaded = undefined;
  const archive = load();
  loaded = { slice, archive };
  return archive;
}

/**
 * The archive as every page sees it: built once a build, frozen; in a build that goes slice by slice, its
 * lists and their entries are. In the build of a slice of units it holds their records alone, and no topic.
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
  const slice = process.env['ARCHIVE_SLICE'];
  if (slice !== undefined) return keep(slice, () => Promise.resolve(loadSlice(readSlice(slice))));
  const directory = await getEntry('contentDirectory', 'content');
  if (directory === undefined) {
    throw new Error(
      'src/content.config.ts: Unexpected absence of the content folder, expected its path in the collection contentDirectory.',
    );
  }
  const { path, watched } = directory.data;
  if (watched) return loadCollection(path, true);
  return keep(undefined, async () => loadCollection(path, false));
}

/** The archive, or the part of it that some units are, out of what its parts hold. */
function loadSlice(slice: Slice): Loaded {
  const { content: contentDirectory } = slice;
  const entries = readSliceEntries(slice);
  const summaries = readSliceSummaries(slice);
  if (slice.units === null)
    refuseLoss(
      contentDirectory,
      summaries.length,
      'Delete the folder of the cache and build again.',
    );
  knowSummaries(entries);
  const registers = readRegisters(contentDirectory);
  const emptiness =
    summaries.length > 0 || slice.units !== null
      ? null
      : emptyArchiveProblem(contentDirectory, registers.config);
  if (emptiness !== null) throw new Error(emptiness);
  const topics = slice.units === null ? registers.topics : [];
  return {
    archive: buildArchive({
      ...{ contentDirectory, summaries, ...registers, topics },
      frozen: 'lists',
    }),
    prepared: new Map(entries.map((entry) => [entry.disclosureId, entry])),
  };
}

/** The archive out of the collection of disclosures. */
async function loadCollection(contentDirectory: string, mayBeEmpty: boolean): Promise<Loaded> {
  const entries = (await getCollection('disclosures')).map((entry) => entry.data);
  const [problem] = entries.flatMap((entry) => entry.problem ?? []);
  if (problem !== undefined) throw new Error(problem);
  const summaries = entries.map(({ summary }) => summary);
  refuseLoss(contentDirectory, summaries.length, 'Build again from a clean .astro folder.');
  const registers = readRegisters(contentDirectory);
  const emptiness =
    summaries.length > 0 || mayBeEmpty
      ? null
      : emptyArchiveProblem(contentDirectory, registers.config);
  if (emptiness !== null) throw new Error(emptiness);
  return { archive: buildArchive({ contentDirectory, summaries, ...registers }), prepared: null };
}

/** @throws when the archive does not hold as many records as the content folder. */
function refuseLoss(contentDirectory: string, records: number, advice: string): void {
  const files = listRecordFiles(contentDirectory).length;
  if (records === files) return;
  throw new Error(
    `content/disclosures: Unexpected ${records} records in the archive, expected the ${files} of the folder. ${advice}`,
  );
}
