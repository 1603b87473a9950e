import { join } from 'node:path';
import { emptyArchiveProblem } from '../../../src/archive/empty-archive.ts';
import { listFolder } from '../../../src/archive/list-folder.ts';
import { readRegisters } from '../../../src/archive/read-registers.ts';
import { disclosuresFolder } from '../../../src/archive/record-file.ts';
import type { ArchiveConfig } from '../../../src/schema/archive-config.ts';
import type { UnitPages } from '../pages/plan-tasks.ts';
import { codeKey, contentKeys, keyOf } from './build-keys.ts';
import { buildParts, type PartsReport } from './build-parts.ts';
import { openFileDigests } from './file-digests.ts';
import { parseRecordPath, planParts, type Part, type RecordPath } from './plan-parts.ts';

/** What the parts of an archive are prepared from. */
export interface Preparation {
  /** Folder of the generator. */
  readonly generator: string;
  readonly content: string;
  /** Folder of what a build keeps for the next one. */
  readonly cache: string;
  /** Folder of the parts; left out = in the cache. */
  readonly parts?: string;
  /** Which records and units to prepare; left out = all. */
  readonly wanted?: (path: Pick<RecordPath, 'regionCode'>) => boolean;
  /** Processes at once; left out = one a core. */
  readonly jobs?: number | undefined;
  /** Told the key of the code of the generator before any record is read. */
  readonly onCode?: (code: string) => void;
  /** Told the folders of the parts that the cache holds as they would be, before others are built. */
  readonly onKept?: (folders: readonly string[]) => void;
  /** Told where indexes can be made from, where that is before all parts are built, see `buildParts`. */
  readonly onRead?: (read: ReadParts) => void;
}

/** The parts of an archive, as far as indexes look at them, and what its pages depend on. */
export interface ReadParts {
  readonly parts: readonly Part[];
  /** Folders of the parts, in the order of their ids. */
  readonly folders: readonly string[];
  /** Key of the code of the generator. */
  readonly code: string;
  /** Key of the generator and of all content that belongs to no unit. */
  readonly common: string;
  /** Every unit of the register, with the key of its own content. */
  readonly units: readonly UnitPages[];
}

/** The parts of an archive, built, and what its pages depend on. */
export interface Prepared extends ReadParts {
  /** Which parts had to be built. */
  readonly report: PartsReport;
}

/**
 * Reads, validates and checks the records of a content folder, as far as the cache does not hold what
 * came of it.
 * @throws naming file and field when a record or register is malformed or misplaced, and when the archive
 * is empty that may not be.
 */
export async function prepareParts(preparation: Preparation): Promise<Prepared> {
  const { generator, content, cache, wanted = () => true } = preparation;
  const registers = readRegisters(content);
  const files = listFolder(content);
  if (preparation.wanted === undefined) refuseEmptiness(content, files, registers.config);
  const digests = openFileDigests(join(cache, 'digests.json'));
  const code = codeKey(generator, digests);
  // Told before the records are looked through, which takes a while.
  preparation.onCode?.(code);
  const keys = contentKeys({ content, files, digests }, registers.units);
  const common = keyOf(code, keys.common);
  const { partition } = registers.config;
  const parts = planParts({ content, files, partition, common, digests, wanted });
  digests.save();
  const folder = preparation.parts ?? join(cache, 'parts');
  const records = countRecords(parts);
  const shared = {
    parts,
    code,
    common,
    units: registers.units.filter(wanted).map(({ id }) => ({
      id,
      records: records.get(id) ?? 0,
      key: keyOf(common, keys.unit(id)),
    })),
  };
  const { jobs, onKept, onRead } = preparation;
  const report = await buildParts({
    ...{ content, folder, parts, common, jobs, onKept },
    onRead: onRead && ((folders) => onRead({ ...shared, folders })),
  });
  return { ...shared, folders: parts.map(({ id }) => join(folder, id)), report };
}

/** The keys of {@link Prepared} without the parts: of generator and content that belongs to no unit. */
export function sharedKeys({
  generator,
  content,
  cache,
}: Preparation): Pick<Prepared, 'code' | 'common'> {
  const digests = openFileDigests(join(cache, 'digests.json'));
  const files = listFolder(content);
  const keys = contentKeys({ content, files, digests }, readRegisters(content).units);
  const code = codeKey(generator, digests);
  digests.save();
  return { code, common: keyOf(code, keys.common) };
}

/** @throws when there is no record in a content folder that has to hold one. */
function refuseEmptiness(content: string, files: readonly string[], config: ArchiveConfig): void {
  if (files.some((file) => file.startsWith(`${disclosuresFolder}/`))) return;
  const problem = emptyArchiveProblem(content, config);
  if (problem !== null) throw new Error(problem);
}

/** Records of each unit in the parts. */
function countRecords(parts: readonly Part[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of parts.flatMap((part) => part.files)) {
    const { unitId } = parseRecordPath(file);
    counts.set(unitId, (counts.get(unitId) ?? 0) + 1);
  }
  return counts;
}
