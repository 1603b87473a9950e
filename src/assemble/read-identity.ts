import type { ExtractedDocument } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { Place } from '../schema/place.ts';
import { loneText, rowsOf, type TableRegion } from './find-tables.ts';
import { compareKey, rowName } from './printed-text.ts';

/** What a document says about itself; each null when it does not. */
export interface Identity {
  /** Name of the unit as most tables print it. */
  readonly unitName: string | null;
  /** Budget year of the table titles, else of the title of final accounts, whose tables print none. */
  readonly year: number | null;
  /** Title without the unit's name, such as 2024年度单位预算公开. */
  readonly title: string | null;
}

/**
 * Unit, year and title as the document prints them; a year the operator gives comes first.
 * @throws ImportRefusal when the table titles, or without years in them the titles of final accounts,
 * print different years.
 */
export function readIdentity(
  document: ExtractedDocument,
  regions: readonly TableRegion[],
  given: { readonly year?: number | undefined } = {},
): Identity {
  return {
    unitName: readUnitName(document),
    year:
      given.year ??
      readYear('table title', titledYears(regions)) ??
      readYear('title', accountedYears(document)),
    title: readTitle(document),
  };
}

/** Words before the name of a unit: those of budgets, then those of final accounts. */
const nameLabels = [
  /单位名称\s*[:：]\s*(.*?)(?:\s+(?:金额)?单位\s*[:：].*)?$/u,
  /(?:^|\s)(?:部门|编制单位|编制部门|编报单位|公开部门)(?:名称)?\s*[:：]\s*(.*?)(?:\s+(?:金额)?单位\s*[:：].*)?$/u,
] as const;

/** The name printed most often after 单位名称, else after 部门 or 编制单位; the first of equals. */
function readUnitName(document: ExtractedDocument): string | null {
  const texts = rowsOf(document).map((row) => row.cells.map((cell) => cell.text).join(' '));
  for (const label of nameLabels) {
    const times = new Map<string, number>();
    for (const text of texts) {
      const name = rowName(label.exec(text)?.[1] ?? '');
      if (name !== '') times.set(name, (times.get(name) ?? 0) + 1);
    }
    if (times.size > 0) return mostFrequent(times);
  }
  return null;
}

function mostFrequent<T>(times: ReadonlyMap<T, number>): T | null {
  let best: T | null = null;
  for (const [value, count] of times) {
    if (best === null || count > (times.get(best) ?? 0)) best = value;
  }
  return best;
}

/** A title with the year it is of. */
interface TitledYear {
  readonly year: number;
  readonly place: Place;
}

const yearOf = (text: string, pattern: RegExp, place: Place): TitledYear[] => {
  const year = pattern.exec(compareKey(text))?.[1];
  return year === undefined ? [] : [{ year: Number(year), place }];
};

const titledYears = (regions: readonly TableRegion[]): TitledYear[] =>
  regions.flatMap(({ title, titleRow }) => yearOf(title, /((?:19|20)\d{2})年/u, titleRow.place));

/** Years of lines that are the title of final accounts, such as 2023年度部门决算. */
const accountedYears = (document: ExtractedDocument): TitledYear[] =>
  rowsOf(document).flatMap((row) => yearOf(loneText(row) ?? '', accountsTitle, row.place));

const accountsTitle =
  /((?:19|20)\d{2})年度?(?:单位|部门)?决算(?:信息)?(?:公开|报表|报告|表)?(?:\(\S*\))?$/u;

function readYear(what: string, titles: readonly TitledYear[]): number | null {
  const places = new Map<number, Place>();
  for (const { year, place } of titles) if (!places.has(year)) places.set(year, place);
  const [first, second] = places;
  if (second !== undefined) {
    throw new ImportRefusal({
      missing: 'year',
      place: second[1],
      unexpected: `${what} of ${second[0]}`,
      expected: `${first?.[0]} as at ${first?.[1]}`,
      todo: 'Add a correction for the title, or name the year with --year.',
    });
  }
  return first?.[0] ?? null;
}

function readTitle(document: ExtractedDocument): string | null {
  for (const row of rowsOf(document)) {
    const text = compareKey(loneText(row) ?? '');
    const found =
      /(?:19|20)\d{2}年度?(?:单位|部门)?(?:预算|决算)(?:信息)?(?:公开|报表)/u.exec(text) ??
      accountsTitle.exec(text);
    if (found !== null) return found[0];
  }
  return null;
}
