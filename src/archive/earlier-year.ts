import type { Disclosure } from '../schema/disclosure.ts';
import type { ArchiveModel, UnitYear } from './model.ts';
import { readRecord } from './read-record.ts';
import { sha256 } from './record-file.ts';

/** What tells whether two documents can be compared as one year and the year before. */
type Identity = Pick<UnitYear, 'unitId' | 'year' | 'kind'>;

/** Whether one document is of the same unit and kind as another, for the year before. */
export const isYearBefore = (earlier: Identity, later: Identity): boolean =>
  earlier.unitId === later.unitId && earlier.kind === later.kind && earlier.year + 1 === later.year;

/** What is compared with the year after: a record without its projects, their forms and corrections. */
export const figuresOf = (disclosure: Disclosure): Disclosure => ({
  ...disclosure,
  projects: [],
  forms: [],
  corrections: [],
});

/** Digest of {@link figuresOf}: the same digest, the same findings on the year after. */
export const figuresDigest = (disclosure: Disclosure): string =>
  sha256(JSON.stringify(figuresOf(disclosure)));

/**
 * The record of the same unit and kind for the year before; null = not in the archive.
 * @throws when the file has changed since it was validated.
 */
export function readYearBefore(archive: ArchiveModel, unitYear: UnitYear): Disclosure | null {
  const earlier = archive
    .unit(unitYear.unitId)
    ?.unitYears.find((candidate) => isYearBefore(candidate, unitYear));
  return earlier === undefined ? null : readRecord(earlier);
}
