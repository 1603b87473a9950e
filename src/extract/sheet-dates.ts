import type { CellObject } from '@e965/xlsx';
import type { ExtractNotice } from './extracted-document.ts';

/** Serial numbers of the days of 2000 to 2050, as workbooks count them. */
const [firstDay, lastDay] = [36_526, 55_152];

const isDateFormat = (format: unknown): boolean =>
  typeof format === 'string' && /[ymd]/iu.test(format.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./gu, ''));

/**
 * What to tell of dates in one row: cells a program has turned into a date, and bare day numbers
 * where the row or its label speaks of a date.
 */
export function datesIn(
  row: readonly (CellObject | undefined)[],
  texts: readonly string[],
  place: string,
): ExtractNotice[] {
  const speaksOfDates = texts.some((text) => /日期|时间|年月/u.test(text));
  return row.flatMap((cell, column): ExtractNotice[] => {
    if (cell?.t !== 'n' || typeof cell.v !== 'number') return [];
    const at = `${place}C${column + 1}`;
    if (isDateFormat(cell.z))
      return [{ place: at, what: `date "${cell.w ?? ''}" (day number ${cell.v})` }];
    const bare = Number.isInteger(cell.v) && cell.v >= firstDay && cell.v <= lastDay;
    return bare && speaksOfDates
      ? [{ place: at, what: `number ${cell.v} beside a date may be a day number` }]
      : [];
  });
}
