import type { ExtractedDocument } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { Place } from '../schema/place.ts';
import { loneText, rowsOf, type TableRegion } from './find-tables.ts';
import { compareKey, rowName } from './printed-text.ts';

/** What a document says about itself; each null when it does not. */
export interface Identity {
  /** Name of the unit as most tables print it. */
  readonly unitName: string | null;
  /** Budget year of the table titles. */
  readonly year: number | null;
  /** Title without the unit's name, such as 2024年度单位预算公开. */
  readonly title: string | null;
}

/**
 * Unit, year and title as the document prints them; a year the operator gives comes first.
 * @throws ImportRefusal when the table titles print different years.
 */
export function readIdentity(
  document: ExtractedDocument,
  regions: readonly TableRegion[],
  given: { readonly year?: number | undefined } = {},
): Identity {
  return {
    unitName: readUnitName(document),
    year: given.year ?? readYear(regions),
    title: readTitle(document),
  };
}

/** The name printed most often after 单位名称, the first of equals. */
function readUnitName(document: ExtractedDocument): string | null {
  const times = new Map<string, number>();
  const rows = rowsOf(document);
  for (const row of rows) {
    const text = row.cells.map((cell) => cell.text).join(' ');
    const found = /单位名称\s*[:：]\s*(.*?)(?:\s+(?:金额)?单位\s*[:：].*)?$/u.exec(text)?.[1];
    const name = rowName(found ?? '');
    if (name !== '') times.set(name, (times.get(name) ?? 0) + 1);
  }
  return mostFrequent(times);
}

function mostFrequent<T>(times: ReadonlyMap<T, number>): T | null {
  let best: T | null = null;
  for (const [value, count] of times) {
    if (best === null || count > (times.get(best) ?? 0)) best = value;
  }
  return best;
}

function readYear(regions: readonly TableRegion[]): number | null {
  const places = new Map<number, Place>();
  for (const region of regions) {
    const year = /((?:19|20)\d{2})年/u.exec(compareKey(region.title))?.[1];
    if (year !== undefined && !places.has(Number(year))) {
      places.set(Number(year), region.titleRow.place);
    }
  }
  const [first, second] = places;
  if (second !== undefined) {
    throw new ImportRefusal({
      missing: 'year',
      place: second[1],
      unexpected: `table title of ${second[0]}`,
      expected: `${first?.[0]} as at ${first?.[1]}`,
      todo: 'Add a correction for the title, or name the year with --year.',
    });
  }
  return first?.[0] ?? null;
}

function readTitle(document: ExtractedDocument): string | null {
  for (const row of rowsOf(document)) {
    const found = /(?:19|20)\d{2}年度?(?:单位|部门)?(?:预算|决算)(?:信息)?(?:公开|报表)/u.exec(
      compareKey(loneText(row) ?? ''),
    );
    if (found !== null) return found[0];
  }
  return null;
}
