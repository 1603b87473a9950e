import { join } from 'node:path';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import { isVerified, sha256Of, verifyRecord } from './verify-record.ts';
import { verificationLines } from './verify-report.ts';
import { verificationFile, verificationText } from './verify-result.ts';

/** What the command needs from outside; paths are relative to the working directory. */
export interface VerifyEffects {
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  /** Paths of all files in and below a folder, sorted; empty when there is no such folder. */
  readonly listFiles: (folder: string) => Promise<readonly string[]>;
  readonly writeText: (path: string, text: string) => Promise<void>;
  readonly print: (line: string) => void;
}

/** How to verify. */
export interface VerifyOptions {
  /** The content folder. */
  readonly content: string;
  /** Whether an outcome without differences is written to content/verifications/. */
  readonly write: boolean;
  /** Date to write as that of the comparison; null = none. */
  readonly on: string | null;
}

interface RecordFile {
  readonly path: string;
  readonly text: string;
  readonly record: Disclosure;
}

// The record is deliberately not validated here: its schema uses the importer's reading of money.
async function readRecord(path: string, effects: VerifyEffects): Promise<RecordFile> {
  const text = new TextDecoder().decode(await effects.readBytes(path));
  return { path, text, record: JSON.parse(text) as Disclosure };
}

async function readRecords(options: VerifyOptions, effects: VerifyEffects): Promise<RecordFile[]> {
  const files = await effects.listFiles(join(options.content, 'disclosures'));
  const records = files.filter((path) => path.endsWith('.json'));
  return Promise.all(records.map((path) => readRecord(path, effects)));
}

/** Verifies one record; prints the outcome, stores it when asked to, and says whether it holds. */
async function verifyOne(
  { text, record }: RecordFile,
  bytes: Uint8Array,
  options: VerifyOptions,
  effects: VerifyEffects,
): Promise<boolean> {
  const outcome = await verifyRecord(record, bytes).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    return `${record.id}: ${record.source.file}: ${message} Compare it with the record by eye.`;
  });
  if (typeof outcome === 'string') {
    effects.print(outcome);
    effects.print('  NOT VERIFIED');
    return false;
  }
  for (const line of verificationLines(record, outcome)) effects.print(line);
  if (!isVerified(outcome)) return false;
  if (options.write) {
    const path = join(options.content, 'verifications', verificationFile(record));
    await effects.writeText(path, verificationText(record, sha256Of(text), outcome, options.on));
    effects.print(`  written to ${path}`);
  }
  return true;
}

/**
 * Verifies the record of one source file, found by its SHA-256 or named. Whether it holds.
 * @throws when no record belongs to the source
 */
export async function verifyFile(
  source: string,
  recordPath: string | undefined,
  options: VerifyOptions,
  effects: VerifyEffects,
): Promise<boolean> {
  const bytes = await effects.readBytes(source);
  if (recordPath !== undefined)
    return verifyOne(await readRecord(recordPath, effects), bytes, options, effects);
  const sha256 = sha256Of(bytes);
  const found = (await readRecords(options, effects)).filter(
    ({ record }) => record.source.sha256 === sha256,
  );
  if (found.length === 0) {
    throw new Error(
      `${source}: Unexpected SHA-256 ${sha256}, expected that of a record's source. Import the file first, or name the record with --record.`,
    );
  }
  const verdicts = [];
  for (const file of found) verdicts.push(await verifyOne(file, bytes, options, effects));
  return verdicts.every(Boolean);
}

/** Verifies every record whose source lies in the folder; false also when none does. */
export async function verifyAll(
  folder: string,
  options: VerifyOptions,
  effects: VerifyEffects,
): Promise<boolean> {
  const sources = new Map<string, Uint8Array>();
  for (const path of await effects.listFiles(folder)) {
    const bytes = await effects.readBytes(path);
    sources.set(sha256Of(bytes), bytes);
  }
  let [verified, failed, absent] = [0, 0, 0];
  for (const file of await readRecords(options, effects)) {
    const bytes = sources.get(file.record.source.sha256);
    if (bytes === undefined) {
      absent += 1;
      effects.print(`${file.record.id}: ${file.record.source.file} is not in ${folder}`);
    } else if (await verifyOne(file, bytes, options, effects)) verified += 1;
    else failed += 1;
  }
  effects.print(`${verified} verified, ${failed} not verified, ${absent} without their source`);
  return failed === 0 && verified > 0;
}
