import { getCollection, getEntry } from 'astro:content';
import { buildArchive } from './build-archive.ts';
import { emptyArchiveProblem } from './empty-archive.ts';
import type { ArchiveModel } from './model.ts';
import { listRecordFiles } from './read-records.ts';
import { readRegisters } from './read-registers.ts';

let archive: Promise<ArchiveModel> | undefined;

/**
 * The archive as every page sees it: built once a build, frozen.
 * @throws when the archive is empty (allowed only in `astro dev`), when a record got lost on the way
 * from content/ to here, or when the records contradict each other or the registers.
 */
export async function loadArchive(): Promise<ArchiveModel> {
  const directory = await getEntry('contentDirectory', 'content');
  if (directory === undefined) {
    throw new Error(
      'src/content.config.ts: Unexpected absence of the content folder, expected its path in the collection contentDirectory.',
    );
  }
  const { path, watched } = directory.data;
  if (watched) return load(path, true);
  archive ??= load(path, false);
  return archive;
}

async function load(contentDirectory: string, mayBeEmpty: boolean): Promise<ArchiveModel> {
  const summaries = (await getCollection('disclosures')).map((entry) => entry.data);
  const files = listRecordFiles(contentDirectory).length;
  if (summaries.length !== files) {
    throw new Error(
      `content/disclosures: Unexpected ${summaries.length} records in the archive, expected the ${files} of the folder. Build again from a clean .astro folder.`,
    );
  }
  const registers = readRegisters(contentDirectory);
  const problem =
    summaries.length > 0 || mayBeEmpty
      ? null
      : emptyArchiveProblem(contentDirectory, registers.config);
  if (problem !== null) throw new Error(problem);
  return buildArchive({ contentDirectory, summaries, ...registers });
}
