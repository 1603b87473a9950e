import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import type { UnitYearSummary } from './model.ts';

/** One record with all that a build makes of it once, handed to whoever writes something from it. */
export interface PartRecord {
  /** The validated record. */
  readonly disclosure: Disclosure;
  /** The record of the same unit and kind for the year before; null = not in the archive. */
  readonly earlier: Disclosure | null;
  /** Results of all checks, in the order of the page. Nobody runs them again. */
  readonly findings: readonly Finding[];
  /** What the model keeps of it. */
  readonly summary: UnitYearSummary;
  /** The record file, byte for byte. */
  readonly text: string;
}

/** Takes the records of one part of the archive in order; holds nothing that outgrows the part. */
export interface PartSink {
  add(record: PartRecord): void | Promise<void>;
  close(): void | Promise<void>;
}
