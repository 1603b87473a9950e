import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { comparesYears } from '../checks/cross-year.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { EconomicClass } from '../schema/economic-class.ts';
import type { Finding } from '../schema/finding.ts';
import type { Topic } from '../schema/topic.ts';
import { figuresDigest, isYearBefore } from './earlier-year.ts';
import { indexEconomicClasses } from './find-economic-class.ts';
import { listFolder } from './list-folder.ts';
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
 * record of the same unit and kind for the year before, null = not in the archive, or nothing is
 * compared with it.
 */
export type CheckRecord = (
  disclosure: Disclosure,
  earlier: Disclosure | null,
) => readonly Finding[];

/** Paths of the record files below content/disclosures/, in text order; hidden files are left out. */
export function listRecordFiles(contentDirectory: string): string[] {
  const folder = join(contentDirectory, disclosuresFolder);
  return existsSync(folder) ? listFolder(folder) : [];
}

/** What records are read with. */
export interface ReadingRules {
  readonly economicClasses: readonly EconomicClass[];
  /** Topics to look for in each record; left out = none. */
  readonly topics?: readonly Topic[];
  readonly checkRecord: CheckRecord;
  /**
   * The record of the year before a record, where it was read and validated lately; undefined = read it.
   * Left out = none was.
   */
  readonly knownEarlier?: (later: Disclosure) => Disclosure | undefined;
}

/**
 * The records of the files named, in that order, one at a time, so that only it and the records of the
 * same unit since the year before are in memory; each is checked once, and searched for the topics
 * while it is there. `files` are paths below content/disclosures/; left out = every record there is.
 * @throws naming file and field when a record is malformed or misplaced.
 */
export function* readRecords(
  contentDirectory: string,
  { economicClasses, topics = [], checkRecord, knownEarlier }: ReadingRules,
  files: readonly string[] = listRecordFiles(contentDirectory),
): Generator<PartRecord> {
  const findEconomicClass = indexEconomicClasses(economicClasses);
  let recent: readonly Disclosure[] = [];
  for (const file of files) {
    const bytes = readFileSync(recordFilePath(contentDirectory, file));
    const disclosure = parseRecord(bytes.toString('utf8'), file);
    recent = recent.filter(
      ({ unitId, year }) => unitId === disclosure.unitId && year >= disclosure.year - 1,
    );
    const looksBack = comparesYears(disclosure);
    const earlier =
      recent.find((candidate) => isYearBefore(candidate, disclosure)) ??
      (looksBack
        ? (knownEarlier?.(disclosure) ?? readEarlier(contentDirectory, disclosure))
        : null);
    const findings = checkRecord(disclosure, earlier);
    recent = [...recent, disclosure];
    const context = { file, recordSha256: sha256(bytes), findings, findEconomicClass, topics };
    const earlierFigures = looksBack ? earlier && figuresDigest(earlier) : undefined;
    const summary = summarise(disclosure, context);
    yield { disclosure, findings, earlierFigures, summary, bytes };
  }
}

/** Path of the record of the year before, below content/disclosures/, whether it is there or not. */
export const earlierRecordFile = (
  disclosure: Pick<Disclosure, 'regionCode' | 'unitId' | 'year' | 'kind'>,
): string => recordFile({ ...disclosure, year: disclosure.year - 1 });

/**
 * The record of the year before, validated like any other; null = not in the archive.
 * @throws naming file and field when it is malformed.
 */
export function readEarlier(
  contentDirectory: string,
  disclosure: Parameters<typeof recordFile>[0],
): Disclosure | null {
  const file = earlierRecordFile(disclosure);
  const path = recordFilePath(contentDirectory, file);
  return existsSync(path) ? parseRecord(readFileSync(path, 'utf8'), file) : null;
}
