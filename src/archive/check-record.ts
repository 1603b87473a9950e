import { checkDisclosure } from '../checks/check-disclosure.ts';
import { checkYears } from '../checks/cross-year.ts';
import { figuresOf } from './earlier-year.ts';
import type { CheckRecord } from './read-records.ts';

/**
 * The checks whose findings pages, summaries and data files show, in one and the same order: those of
 * the record, then those against the figures of the year before.
 */
export const checkRecord: CheckRecord = (disclosure, earlier) => [
  ...checkDisclosure(disclosure),
  ...(earlier === null ? [] : checkYears(figuresOf(earlier), disclosure)),
];
