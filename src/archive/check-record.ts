import { checkDisclosure } from '../checks/check-disclosure.ts';
import type { CheckRecord } from './read-records.ts';

/** The checks whose findings pages, summaries and data files show, in one and the same order. */
export const checkRecord: CheckRecord = checkDisclosure;
