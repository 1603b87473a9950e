import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Disclosure } from '../schema/disclosure.ts';
import type { EconomicClass } from '../schema/economic-class.ts';
import type { Finding } from '../schema/finding.ts';
import type { Topic } from '../schema/topic.ts';
import { isYearBefore } from './earlier-year.ts';
import { indexEconomicClasses } from './find-economic-class.ts';
import { compareText } from './order.ts';
import type { PartRecord } from './part-record.ts';
import {
  disclosuresFolder,
  parseRecord,
  recordFile,
  recordFilePath,
  sha256,
} from './record-file.ts';
import { summarise } from './summarise.ts';

/**
 * The checks of one record, handed in so that a summary can be made without them; `earlier` is the
 * record of the same unit and kind for the year before, null = not in the archive.
 */
export type CheckRecord = (
  disclosure: Disclosure,
  earlier: Disclosure | null,
) => readonly Finding[];

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

/** What records are read with. */
export interface ReadingRules {
  readonly economicClasses: readonly EconomicClass[];
  /** Topics to look for in each record; left out = none. */
  readonly topics?: readonly Topic[];
  readonly checkRecord: CheckRecord;
}

/**
 * The records of the files named, in that order, one at a time, so that only it and the records of the
 * same unit since the year before are in memory; each is checked once, and searched for the topics
 * while it is there. `files` are paths below content/disclosures/; left out = every record there is.
 * @throws naming file and field when a record is malformed or misplaced.
 */
export function* readRecords(
  contentDirectory: string,
  { economicClasses, topics = [], checkRecord }: ReadingRules,
  files: readonly string[] = listRecordFiles(contentDirectory),
): Generator<PartRecord> {
  const findEconomicClass = indexEconomicClasses(economicClasses);
  let recent: readonly Disclosure[] = [];
  for (const file of files) {
    const text = readFileSync(recordFilePath(contentDirectory, file), 'utf8');
    const disclosure = parseRecord(text, file);
    recent = recent.filter(
      ({ unitId, year }) => unitId === disclosure.unitId && year >= disclosure.year - 1,
    );
    const earlier =
      recent.find((candidate) => isYearBefore(candidate, disclosure)) ??
      readEarlier(contentDirectory, disclosure);
    const findings = checkRecord(disclosure, earlier);
    recent = [...recent, disclosure];
    const context = { file, recordSha256: sha256(text), findings, findEconomicClass, topics };
    yield { disclosure, earlier, findings, summary: summarise(disclosure, context), text };
  }
}

/** Path of the record of the year before, below content/disclosures/, whether it is there or not. */
export const earlierRecordFile = (
  disclosure: Pick<Disclosure, 'regionCode' | 'unitId' | 'year' | 'kind'>,
): string => recordFile({ ...disclosure, year: disclosure.year - 1 });

function readEarlier(contentDirectory: string, disclosure: Disclosure): Disclosure | null {
  const file = earlierRecordFile(disclosure);
  const path = recordFilePath(contentDirectory, file);
  return existsSync(path) ? parseRecord(readFileSync(path, 'utf8'), file) : null;
}
