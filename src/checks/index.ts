import { agencyOperatingAgrees } from './agency-operating-agrees.ts';
import { appropriationTablesAgree } from './appropriation-tables-agree.ts';
import { basicTablesAgree } from './basic-tables-agree.ts';
import type { Check } from './check.ts';
import { columnsAddUp } from './columns-add-up.ts';
import { costWithinBudget } from './cost-within-budget.ts';
import { directionWordsAgree } from './direction-words.ts';
import { documentNumbersAgree } from './document-numbers.ts';
import { economicGroups } from './economic-groups.ts';
import { emptyTables } from './empty-tables.ts';
import { executedInBudget } from './executed-in-budget.ts';
import { expenditureTablesAgree } from './expenditure-tables-agree.ts';
import { formEqualsRow } from './form-equals-row.ts';
import { formSourcesAddUp } from './form-sources-add-up.ts';
import { fundTablesAgree } from './fund-tables-agree.ts';
import { generalBudgetAgrees } from './general-budget-agrees.ts';
import { listedProjectNamesAgree } from './listed-project-names.ts';
import { listedProjectsAgree } from './listed-projects.ts';
import { outcomeCarryover } from './outcome-carryover.ts';
import { outcomeSummary } from './outcome-summary.ts';
import { outcomeTablesAgree } from './outcome-tables-agree.ts';
import { plausibleDates } from './plausible-dates.ts';
import { projectCountsAgree } from './project-counts.ts';
import { projectNamesAgree } from './project-names.ts';
import { projectTablesAgree } from './project-tables-agree.ts';
import { reasonsAddUp } from './reasons-add-up.ts';
import { revenueEqualsExpenditure } from './revenue-equals-expenditure.ts';
import { revenueSpentBySubject } from './revenue-spent-by-subject.ts';
import { revenueTablesAgree } from './revenue-tables-agree.ts';
import { sameLevelOfGovernment } from './same-level-of-government.ts';
import { statedAmountsAgree } from './stated-amounts.ts';
import { statedChangesAgree } from './stated-changes.ts';
import { statedCountsAddUp } from './stated-counts.ts';
import { statedPartsAddUp } from './stated-parts.ts';
import { statedSharesAgree } from './stated-shares.ts';
import { statedTwiceAgrees } from './stated-twice.ts';
import { subjectHierarchy } from './subject-hierarchy.ts';
import { subjectNamesAgree } from './subject-names.ts';
import { subtotalsEqualRows } from './subtotals-equal-rows.ts';
import { summaryTotalsEqualParts } from './summary-totals-equal-parts.ts';
import { threePublicChanges } from './three-public-changes.ts';
import { threePublicInBasic } from './three-public-in-basic.ts';
import { threePublicParts } from './three-public-parts.ts';
import { unitSlips } from './unit-slips.ts';
import { wholeNotBelowYear } from './whole-not-below-year.ts';

/** Every check of one disclosure, in the order in which results are shown. */
export const checks: readonly Check[] = [
  revenueEqualsExpenditure,
  summaryTotalsEqualParts,
  columnsAddUp,
  subjectHierarchy,
  economicGroups,
  threePublicParts,
  subtotalsEqualRows,
  outcomeSummary,
  outcomeCarryover,
  revenueTablesAgree,
  expenditureTablesAgree,
  appropriationTablesAgree,
  generalBudgetAgrees,
  revenueSpentBySubject,
  basicTablesAgree,
  projectTablesAgree,
  fundTablesAgree,
  threePublicInBasic,
  agencyOperatingAgrees,
  outcomeTablesAgree,
  emptyTables,
  unitSlips,
  formSourcesAddUp,
  formEqualsRow,
  wholeNotBelowYear,
  sameLevelOfGovernment,
  costWithinBudget,
  executedInBudget,
  statedAmountsAgree,
  statedPartsAddUp,
  statedSharesAgree,
  statedChangesAgree,
  directionWordsAgree,
  threePublicChanges,
  reasonsAddUp,
  statedTwiceAgrees,
  statedCountsAddUp,
  projectCountsAgree,
  listedProjectsAgree,
  projectNamesAgree,
  listedProjectNamesAgree,
  subjectNamesAgree,
  documentNumbersAgree,
  plausibleDates,
];
