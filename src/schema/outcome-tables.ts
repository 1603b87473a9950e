import type { Disclosure } from './disclosure.ts';

/**
 * Ids of the tables of final accounts (决算) beside the budget table that plans what they report. They
 * have ids of their own because an outcome is not a plan: no check and no sum takes one for the other.
 */
export const outcomeTables = {
  'revenue-expenditure-summary': 'revenue-expenditure-outcome',
  'revenue-by-subject': 'revenue-outcome-by-subject',
  'expenditure-by-subject': 'expenditure-outcome-by-subject',
  'appropriation-summary': 'appropriation-outcome',
  'general-budget-expenditure': 'general-outcome-by-subject',
  'general-budget-basic-by-economic-class': 'general-basic-outcome-by-economic-class',
  'fund-budget-expenditure': 'fund-outcome',
  'state-capital-expenditure': 'state-capital-outcome',
  'three-public-expenses': 'three-public-outcome',
} as const satisfies Readonly<Record<string, string>>;

/** A budget table that final accounts report on. */
export type PlannedTable = keyof typeof outcomeTables;

/** The id of a table in disclosures of a kind: the budget table itself, or the one of its outcome. */
export const tableOfKind = (id: PlannedTable, kind: Disclosure['kind']): string =>
  kind === 'budget' ? id : outcomeTables[id];

/** Tables of final accounts whose codes are functional subjects (功能科目). */
export const outcomeSubjectTables: readonly string[] = [
  outcomeTables['revenue-by-subject'],
  outcomeTables['expenditure-by-subject'],
  outcomeTables['general-budget-expenditure'],
  outcomeTables['fund-budget-expenditure'],
  outcomeTables['state-capital-expenditure'],
];
