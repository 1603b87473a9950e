import { createHash } from 'node:crypto';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { layCorrections } from './second-reader/corrected-lines.ts';
import { asRecordPlace, sourceLines, withLinePlaces } from './second-reader/source-lines.ts';
import type { Difference, PartResult } from './verify-difference.ts';
import { verifyForms } from './verify-forms.ts';
import { verifyIndicators } from './verify-indicators.ts';
import { verifyKeyFacts } from './verify-key-facts.ts';
import { verifyTables } from './verify-tables.ts';

/** The outcome of reading a source a second time and comparing it with its record. */
export interface RecordVerification {
  /** Whether bytes and SHA-256 of the source are those in the record. */
  readonly isSource: boolean;
  /** Whether there is a second reader for the format of the source. */
  readonly isReadable: boolean;
  /** SHA-256 of the source read, lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
  /** Tables, forms, indicators and key facts, in this order; empty when it is not the source. */
  readonly parts: readonly PartResult[];
}

/** The SHA-256 of bytes or text, lower-case hexadecimal. */
export function sha256Of(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Reads a source a second time and compares it with its record. Another file than the one the record
 * was made from is not compared, nor one in a format that has no second reader.
 * @throws when the second reader cannot open the file
 */
export async function verifyRecord(
  record: Disclosure,
  bytes: Uint8Array,
  readLines: typeof sourceLines = sourceLines,
): Promise<RecordVerification> {
  const sha256 = sha256Of(bytes);
  const head = { sha256, bytes: bytes.length };
  if (sha256 !== record.source.sha256 || bytes.length !== record.source.bytes)
    return { ...head, isSource: false, isReadable: true, parts: [] };
  const reading = await readLines(bytes, record.source.mediaType);
  if (reading === null) return { ...head, isSource: true, isReadable: false, parts: [] };
  const { lines, lineAt } = reading;
  const inLines = lineAt === null ? record : withLinePlaces(record, lineAt);
  const parts = verifyLines(inLines, lines);
  return {
    ...head,
    isSource: true,
    isReadable: true,
    parts: lineAt === null ? parts : parts.map((part) => asRecordNames(part, lineAt)),
  };
}

/** The differences with their places as the record names them. */
const asRecordNames = (part: PartResult, lineAt: ReadonlyMap<string, number>): PartResult => ({
  ...part,
  differences: part.differences.map((one) => ({ ...one, place: asRecordPlace(one.place, lineAt) })),
});

/** Compares every part of a record with the lines of its source. */
function verifyLines(record: Disclosure, source: readonly string[]): PartResult[] {
  const corrected = layCorrections(source, record.corrections);
  const tables = verifyTables(record.tables, source, corrected);
  const misfits = corrected.misfits.map(({ id, place, printed }): Difference => ({
    part: 'tables',
    kind: 'correction',
    place,
    what: `correction ${id}`,
    record: printed,
    source: null,
  }));
  return [
    { ...tables, differences: [...misfits, ...tables.differences] },
    verifyForms(record.forms, source, corrected),
    verifyIndicators(record.forms, source, corrected),
    verifyKeyFacts(record.keyFacts, source, corrected),
  ];
}

/** Whether record and source agree but for what corrections explain. */
export function isVerified({ isSource, isReadable, parts }: RecordVerification): boolean {
  return isSource && isReadable && parts.every(({ differences }) => differences.length === 0);
}
