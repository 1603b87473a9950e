import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Disclosure } from '../schema/disclosure.ts';
import type { EconomicClass } from '../schema/economic-class.ts';
import type { Finding } from '../schema/finding.ts';
import type { Topic } from '../schema/topic.ts';
import { isYearBefore } from './earlier-year.ts';
import { indexEconomicClasses } from './find-economic-class.ts';
import type { UnitYearSummary } from './model.ts';
import { compareText } from './order.ts';
import { disclosuresFolder, parseRecord, recordFilePath, sha256 } from './record-file.ts';
import { summarise } from './summarise.ts';

/**
 * The checks of one record, handed in so that a summary can be made without them; `earlier` is the
 * record of the same unit and kind for the year before, null = not in the archive.
 */
export type CheckRecord = (
  disclosure: Disclosure,
  earlier: Disclosure | null,
) => readonly Finding[];

/** One record file, read and validated: the record itself, its text and its summary. */
export interface ReadRecord {
  readonly disclosure: Disclosure;
  readonly summary: UnitYearSummary;
}

/** Paths of the record files below content/disclosures/, in text order; hidden files are left out. */
export function listRecordFiles(contentDirectory: string): string[] {
  const folder = join(contentDirectory, disclosuresFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort(compareText);
}

/**
 * Every record of a content folder, one at a time, so that only it and the records of the same unit
 * since the year before are in memory; each is searched for the topics while it is there.
 * @throws naming file and field when a record is malformed or misplaced.
 */
export function* readRecords(
  contentDirectory: string,
  economicClasses: readonly EconomicClass[],
  checkRecord: CheckRecord,
  topics: readonly Topic[] = [],
): Generator<ReadRecord> {
  const findEconomicClass = indexEconomicClasses(economicClasses);
  let recent: readonly Disclosure[] = [];
  for (const file of listRecordFiles(contentDirectory)) {
    const text = readFileSync(recordFilePath(contentDirectory, file), 'utf8');
    const disclosure = parseRecord(text, file);
    recent = recent.filter(
      ({ unitId, year }) => unitId === disclosure.unitId && year >= disclosure.year - 1,
    );
    const earlier = recent.find((candidate) => isYearBefore(candidate, disclosure)) ?? null;
    const findings = checkRecord(disclosure, earlier);
    recent = [...recent, disclosure];
    const recordSha256 = sha256(text);
    yield {
      disclosure,
      summary: summarise(disclosure, { file, recordSha256, findings, findEconomicClass, topics }),
    };
  }
}
