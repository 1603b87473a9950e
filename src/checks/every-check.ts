import type { Check } from './check.ts';
import { type CrossYearCheck, crossYearChecks } from './cross-year.ts';
import { checks } from './index.ts';

/** A check of one disclosure or of two years of one unit. */
export type AnyCheck = Check | CrossYearCheck;

/** Every check there is, in the order in which results are shown: of one document, then of two years. */
export const everyCheck: readonly AnyCheck[] = [...checks, ...crossYearChecks];
