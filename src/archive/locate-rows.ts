import type { Region } from '../schema/region.ts';
import type { ArchiveModel, UnitYear } from './model.ts';

/** Rows of an index, each with the region of its unit-year, in the same order. */
export function locateRows<R extends { readonly unitYear: UnitYear }>(
  archive: ArchiveModel,
  rows: readonly R[],
): { readonly row: R; readonly region: Region }[] {
  return rows.flatMap((row) => {
    const entry = archive.region(row.unitYear.regionCode);
    return entry === undefined ? [] : [{ row, region: entry.region }];
  });
}
