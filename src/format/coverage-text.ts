/** What a sum covers: how many amounts are in it, how many are not printed, how many are left out. */
export interface Covered {
  readonly known: number;
  readonly missing: number;
  readonly overlapping: number;
}

/**
 * What a sum covers, in words. `outOf` = number of units in the archive there, where that says more;
 * left out = only the parts are named.
 * @example formatCovered({ known: 2, missing: 1, overlapping: 0 }, 5) // '收录的 5 个单位中，计入 2 个；1 个原文无此数'
 */
export function formatCovered({ known, missing, overlapping }: Covered, outOf?: number): string {
  const counted =
    outOf === undefined ? `计入 ${known} 个单位` : `收录的 ${outOf} 个单位中，计入 ${known} 个`;
  return [
    counted,
    ...(missing > 0 ? [`${missing} 个原文无此数`] : []),
    ...(overlapping > 0 ? [`${overlapping} 个已含在主管部门内，不重复计`] : []),
  ].join('；');
}

/**
 * Years in short: runs joined, gaps kept.
 * @example formatYears([2021, 2023, 2024, 2025]) // '2021、2023–2025'
 */
export function formatYears(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run?.[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}

/** Table numbers in short. @example formatTableNumbers([2, 3, 6]) // '表2、表3、表6' */
export const formatTableNumbers = (numbers: readonly number[]): string =>
  numbers.map((number) => `表${number}`).join('、');
