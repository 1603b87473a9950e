import type { ArchivePartition } from '../schema/archive-config.ts';

/** Id of the only part of an archive that is not divided. */
export const wholePart = 'all';

/** Digits of a division code that tell a province or a prefecture. */
const digits = { 'province-year': 2, 'prefecture-year': 4 } as const;

/**
 * Id of the part of the archive a record belongs to: exactly one, told by its region and year alone, so
 * that a record never changes parts because of another.
 * @example partOf('province-year', { regionCode: '141102', year: 2024 }) // '14-2024'
 */
export function partOf(
  partition: ArchivePartition,
  { regionCode, year }: { readonly regionCode: string; readonly year: number },
): string {
  return partition === 'none' ? wholePart : `${regionCode.slice(0, digits[partition])}-${year}`;
}
