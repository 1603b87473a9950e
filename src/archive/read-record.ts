import { readFileSync } from 'node:fs';
import type { Disclosure } from '../schema/disclosure.ts';
import type { UnitYear } from './model.ts';
import { recordFilePath, sha256 } from './record-file.ts';

/** A record with the text of its file. */
export interface RecordWithText {
  readonly disclosure: Disclosure;
  readonly text: string;
}

/** The record read last: the pages of one unit-year ask for it one after the other. */
let last: (RecordWithText & { readonly path: string; readonly recordSha256: string }) | undefined;

/**
 * The whole record of a unit-year and its text, byte for byte the one that was validated.
 * @throws when the file has changed since it was validated.
 */
export function readRecordWithText(unitYear: UnitYear): RecordWithText {
  const path = recordFilePath(unitYear.contentDirectory, unitYear.file);
  if (last?.path === path && last.recordSha256 === unitYear.recordSha256) return last;
  const bytes = readFileSync(path);
  if (sha256(bytes) !== unitYear.recordSha256) {
    throw new Error(
      `content/disclosures/${unitYear.file}: Unexpected content, expected the record validated when the build began. Build again.`,
    );
  }
  const text = bytes.toString('utf8');
  const disclosure = JSON.parse(text) as Disclosure;
  last = { disclosure, text, path, recordSha256: unitYear.recordSha256 };
  return last;
}

/**
 * The whole record of a unit-year, read from disk. Read it late, use it, let it go: memory must not
 * grow with the number of records.
 * @throws when the file has changed since it was validated.
 */
export function readRecord(unitYear: UnitYear): Disclosure {
  return readRecordWithText(unitYear).disclosure;
}
