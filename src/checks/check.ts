import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';

/** What a check compares. */
export type CheckFamily =
  | 'inside-table'
  | 'across-tables'
  | 'empty-tables'
  | 'forms'
  | 'text'
  | 'names-and-dates'
  | 'years';

/** Chinese names of the families, in the order in which they are shown. */
export const checkFamilies: Readonly<Record<CheckFamily, string>> = {
  'inside-table': '表内相加',
  'across-tables': '表与表之间',
  'empty-tables': '空表与计量单位',
  forms: '绩效表与报表',
  text: '情况说明与报表',
  'names-and-dates': '名称、文号与日期',
  years: '两个年度之间',
};

/** A made-up disclosure with what the check says about it: a test of the check and part of its page. */
export interface CheckExample {
  /** What the example shows, in Chinese. */
  readonly title: string;
  readonly disclosure: Disclosure;
  /** The findings expected, in order. */
  readonly expected: readonly Pick<Finding, 'result' | 'message'>[];
}

/** One reconciliation check: its rule for readers and the function that applies it. */
export interface Check {
  /** Stable id, part of URLs and of findings.csv. */
  readonly id: string;
  readonly title: string;
  readonly family: CheckFamily;
  /** 1 = money out of sight, 2 = amounts differ, 3 = words, shares or counts differ, 4 = names and dates. */
  readonly attention: 1 | 2 | 3 | 4;
  /** What is compared with what, for readers. */
  readonly explanation: string;
  /** Rule the check rests on, or 本项目惯例. */
  readonly basis: string;
  /** When the check applies. */
  readonly condition: string;
  /** How far apart the sides may be. */
  readonly tolerance: string;
  /**
   * Findings on one disclosure in document order. Rows that agree are told in one finding per table.
   * A blank is never taken as zero: sums leave blanks out and say so.
   */
  readonly check: (disclosure: Disclosure) => Finding[];
  /** At least one that passes and one that does not. */
  readonly examples: readonly CheckExample[];
}

/** Words shared by the checks that compare printed 万元. */
export const printedTolerance =
  '每个印出的数按其印出的小数位数可差半个末位；相差不超过各数之和的为“四舍五入”，超过的为“差异”。';
