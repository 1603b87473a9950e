import type { SearchPart } from '../format/search-files.ts';
import type { EntityRecord } from '../format/search-record.ts';
import { wholePart } from './part-of.ts';
import { pushTo } from './order.ts';

/** Part of what stands above unit-years and is not of one province: subjects, documents, few units. */
export const namesPart = 'names';

/** The part with the units of a province. */
const unitsPart = (regionCode: string): string => `units-${regionCode.slice(0, 2)}`;

/** Whether the parts with these ids are those of a divided archive. */
export const isDividedInto = (ids: readonly string[]): boolean =>
  ids.some((id) => id !== wholePart);

/**
 * What all records of a part share, read from its id: the leading digits of the division codes and
 * the year; empty and null where they share none.
 */
export function boundsOfPart(id: string): Pick<SearchPart, 'regions' | 'year'> {
  const [, regions = '', year] = /^(?:units-)?(\d{2}|\d{4})(?:-(\d{4}))?$/u.exec(id) ?? [];
  return { regions, year: year === undefined ? null : Number(year) };
}

/**
 * The units, subjects and documents of an archive in parts, in the order given: all together in an
 * archive that is not divided, else the units by province and the rest together.
 */
export function partEntities(
  records: Iterable<EntityRecord>,
  recordParts: readonly string[],
): Map<string, EntityRecord[]> {
  const isDivided = isDividedInto(recordParts);
  const parts = new Map<string, EntityRecord[]>([[namesPart, []]]);
  for (const record of records) {
    const [region] = record.regions;
    const isOfProvince = isDivided && record.kind === 'unit' && region !== undefined;
    pushTo(parts, isOfProvince ? unitsPart(region) : namesPart, record);
  }
  return parts;
}
