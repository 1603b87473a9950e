import { join } from 'node:path';
import { compareText, pushTo } from '../../../src/archive/order.ts';
import { partOf } from '../../../src/archive/part-of.ts';
import { disclosuresFolder } from '../../../src/archive/record-file.ts';
import { earlierRecordFile } from '../../../src/archive/read-records.ts';
import type { ArchivePartition } from '../../../src/schema/archive-config.ts';
import type { Disclosure } from '../../../src/schema/disclosure.ts';
import { keyOf } from './build-keys.ts';
import type { FileDigests } from './file-digests.ts';

/** One part of the archive, as it is to be built. */
export interface Part {
  readonly id: string;
  /** Paths of its records below content/disclosures/, in the order of their ids. */
  readonly files: readonly string[];
  /** The same key, and the same figures of the year before where they count, the same files made of the part. */
  readonly key: string;
  /** Digests of the records of the year before, by the file of the later one; null = not in the archive. */
  readonly earlier: Readonly<Record<string, string | null>>;
}

/** What the path of a record says of it. */
export type RecordPath = Pick<Disclosure, 'regionCode' | 'unitId' | 'year' | 'kind'>;

const recordPath = /^(\d{6})\/([\w-]+)\/(\d{4})-(budget|final-accounts)\.json$/u;

/**
 * What the path of a record below content/disclosures/ says of it.
 * @throws when it is not the place of a record.
 */
export function parseRecordPath(file: string): RecordPath {
  const [, regionCode, unitId, year, kind] = recordPath.exec(file) ?? [];
  if (regionCode === undefined || unitId === undefined) {
    throw new Error(
      `content/${disclosuresFolder}/${file}: Unexpected place, expected <region>/<unit id>/<year>-<kind>.json. Move the file, or import the document again.`,
    );
  }
  return { regionCode, unitId, year: Number(year), kind: kind as Disclosure['kind'] };
}

/** What the parts of an archive are planned from. */
export interface PartPlan {
  readonly content: string;
  /** All files below it. */
  readonly files: readonly string[];
  readonly partition: ArchivePartition;
  /** Key of everything that all parts are made with. */
  readonly common: string;
  readonly digests: FileDigests;
  /** Which records to plan for; left out = all. */
  readonly wanted?: (path: RecordPath) => boolean;
}

const below = `${disclosuresFolder}/`;

/**
 * The parts of an archive in the order of their ids, each with the key of all that goes into it. An
 * archive without a record has none.
 * @throws when a file stands where no record may stand.
 */
export function planParts(plan: PartPlan): Part[] {
  const { content, files, partition, common, digests, wanted } = plan;
  const parts = new Map<string, { id: string; file: string; path: RecordPath }[]>();
  const records = new Set(
    files.filter((file) => file.startsWith(below)).map((file) => file.slice(below.length)),
  );
  for (const file of records) {
    const path = parseRecordPath(file);
    if (wanted?.(path) === false) continue;
    const id = `${path.unitId}-${path.year}-${path.kind}`;
    pushTo(parts, partOf(partition, path), { id, file, path });
  }
  const digest = (file: string): string => digests.digest(join(content, disclosuresFolder, file));
  const earlier = (path: RecordPath): string | null => {
    const file = earlierRecordFile(path);
    return records.has(file) ? digest(file) : null;
  };
  return [...parts]
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, own]) => {
      const sorted = own.sort((a, b) => compareText(a.id, b.id));
      const lines = sorted.map(({ file }) => [file, digest(file)]);
      return {
        id,
        files: sorted.map(({ file }) => file),
        key: keyOf(common, id, lines),
        earlier: Object.fromEntries(sorted.map(({ file, path }) => [file, earlier(path)])),
      };
    });
}
