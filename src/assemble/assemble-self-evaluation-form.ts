import type { AssembledForm, FormContext } from './assemble-goal-form.ts';
import { headFields, kept, textsOfForm, withLosses } from './assemble-goal-form.ts';
import { citedDocuments } from './cited-documents.ts';
import { readFormHead } from './form-head.ts';
import { citingTexts, garbledPlace, readFormYear } from './form-sections.ts';
import type { FormSheet } from './form-sheets.ts';
import type { FormRow } from './form-rows.ts';
import { compact } from './form-rows.ts';
import { isIndicatorHeader } from './form-stages.ts';
import { readSelfEvaluationIndicators } from './self-evaluation-indicators.ts';
import { isSelfEvaluationHeader, readSelfEvaluationMoney } from './self-evaluation-money.ts';
import type { Form } from '../schema/form.ts';

const isGoalHeader = (row: FormRow): boolean => /预期.{0,2}目/u.test(compact(row.text));

/** Whether a sheet is a self-evaluation: it has columns for what was executed or achieved. */
export const isSelfEvaluationSheet = (sheet: FormSheet): boolean =>
  sheet.rows.some((row) => isSelfEvaluationHeader(row)) ||
  sheet.rows.some((row) => isIndicatorHeader(row) && row.text.includes('实际'));

/** Where the blocks of a self-evaluation begin, by row number; its length where a block is missing. */
function blocksOf(rows: readonly FormRow[]): { money: number; goal: number; indicators: number } {
  const at = (test: (row: FormRow) => boolean, otherwise: number): number => {
    const found = rows.findIndex(test);
    return found < 0 ? otherwise : found;
  };
  const indicators = at(isIndicatorHeader, rows.length);
  const goal = at(isGoalHeader, indicators);
  return { money: at(isSelfEvaluationHeader, goal), goal, indicators };
}

const isUnderTitle = (row: FormRow): boolean =>
  /^填[列报表]单位|^\(?(?:19|20)\d{2}年度?\)?$/u.test(compact(row.text));

/**
 * The self-evaluation form (自评表) of one sheet, its indicators all of the year; undefined when the
 * sheet has neither name nor indicators.
 */
export function assembleSelfEvaluationForm(
  sheet: FormSheet,
  context: FormContext,
): AssembledForm | undefined {
  const { rows } = sheet;
  const blocks = blocksOf(rows);
  const head = readFormHead(rows.slice(0, blocks.money).filter((row) => !isUnderTitle(row)));
  const money = readSelfEvaluationMoney(rows.slice(blocks.money, blocks.goal));
  const indicators = readSelfEvaluationIndicators(rows.slice(blocks.indicators));
  if (head.name === null && indicators.indicators.length === 0) return undefined;
  const goalRows = rows.slice(blocks.goal + 1, blocks.indicators);
  const narrative = goalRows.map((row) => ({ row, stage: 'goal' as const }));
  const form: Form = {
    n: context.n,
    kind: 'self-evaluation',
    title: kept(sheet.title, 200),
    year: readFormYear(rows),
    ...headFields(head),
    whole: null,
    yearMoney: null,
    selfEvaluation: money,
    totalScore: indicators.totalScore,
    documents: citedDocuments(textsOfForm(head, citingTexts(narrative)), context.unitName),
    indicators: indicators.indicators,
    filledAt: null,
    place: sheet.place,
    lost: [],
  };
  return {
    form: withLosses(form, {
      covered: false,
      nameLabelled: head.nameLabelled,
      missingLevel1: indicators.missingLevel1,
      oddFilledAt: null,
      moneyUnitPrinted: true,
      missingMoneyLines: [],
      twoSpans: false,
    }),
    unread: { indicators: indicators.unread, amounts: [] },
    garbled: garbledPlace(goalRows) ?? null,
  };
}
