import { agencyOperatingAgrees } from './agency-operating-agrees.ts';
import { appropriationTablesAgree } from './appropriation-tables-agree.ts';
import { basicTablesAgree } from './basic-tables-agree.ts';
import type { Check } from './check.ts';
import { columnsAddUp } from './columns-add-up.ts';
import { economicGroups } from './economic-groups.ts';
import { expenditureTablesAgree } from './expenditure-tables-agree.ts';
import { fundTablesAgree } from './fund-tables-agree.ts';
import { generalBudgetAgrees } from './general-budget-agrees.ts';
import { projectTablesAgree } from './project-tables-agree.ts';
import { revenueEqualsExpenditure } from './revenue-equals-expenditure.ts';
import { revenueSpentBySubject } from './revenue-spent-by-subject.ts';
import { revenueTablesAgree } from './revenue-tables-agree.ts';
import { subjectHierarchy } from './subject-hierarchy.ts';
import { subtotalsEqualRows } from './subtotals-equal-rows.ts';
import { summaryTotalsEqualParts } from './summary-totals-equal-parts.ts';
import { threePublicInBasic } from './three-public-in-basic.ts';
import { threePublicParts } from './three-public-parts.ts';

/** Every check of one disclosure, in the order in which results are shown. */
export const checks: readonly Check[] = [
  revenueEqualsExpenditure,
  summaryTotalsEqualParts,
  columnsAddUp,
  subjectHierarchy,
  economicGroups,
  threePublicParts,
  subtotalsEqualRows,
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
];
