import type { Indicator } from '../schema/indicator.ts';

/** An indicator with its number in the form, from 1, which its anchor carries. */
export interface NumberedIndicator {
  readonly i: number;
  readonly indicator: Indicator;
}

/** One line of the indicator table: the same indicator for the whole period and for the year. */
export interface IndicatorRow {
  readonly level1: string | null;
  readonly level2: string | null;
  readonly name: string | null;
  /** 实施期; null = the form has it for the year only. */
  readonly whole: NumberedIndicator | null;
  /** 年度; null = the form has it for the whole period only. */
  readonly year: NumberedIndicator | null;
}

/**
 * Lines of the indicator table in document order. The k-th indicator of a name for the whole period
 * stands beside the k-th of the same levels and name for the year; nothing is paired by likeness.
 */
export function pairIndicators(indicators: readonly Indicator[]): IndicatorRow[] {
  const rows: IndicatorRow[] = [];
  indicators.forEach((indicator, index) => {
    const numbered = { i: index + 1, indicator };
    const { level1, level2, name, span } = indicator;
    const open = rows.findIndex(
      (row) =>
        row[span] === null && row.level1 === level1 && row.level2 === level2 && row.name === name,
    );
    const found = open < 0 ? undefined : rows[open];
    if (found === undefined) {
      rows.push({ level1, level2, name, whole: null, year: null, [span]: numbered });
    } else {
      rows[open] = { ...found, [span]: numbered };
    }
  });
  return rows;
}
