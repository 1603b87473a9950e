import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import type { UnitYearSummary } from './model.ts';

/** One record with all that a build makes of it once, handed to whoever writes something from it. */
export interface PartRecord {
  /** The validated record. */
  readonly disclosure: Disclosure;
  /** Results of all checks, in the order of the page. Nobody runs them again. */
  readonly findings: readonly Finding[];
  /**
   * Digest of what its findings depend on of the record of the year before; null = they depend on there
   * being none, undefined = on neither.
   */
  readonly earlierFigures: string | null | undefined;
  /** What the model keeps of it, with the digest of the record file. */
  readonly summary: UnitYearSummary;
  /** The record file. */
  readonly bytes: Uint8Array;
}

/** Takes the records of one part of the archive in order; holds nothing that outgrows the part. */
export interface PartSink {
  add(record: PartRecord): void | Promise<void>;
  close(): void | Promise<void>;
}
