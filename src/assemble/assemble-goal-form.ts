import { citedDocuments } from './cited-documents.ts';
import type { CitingText } from './cited-documents.ts';
import { readFormHead } from './form-head.ts';
import type { FormHead } from './form-head.ts';
import { readFormIndicators } from './form-indicators.ts';
import { lossesOf } from './form-losses.ts';
import type { LossContext } from './form-losses.ts';
import { readFormMoney } from './form-money.ts';
import type { FormRow } from './form-rows.ts';
import { compact } from './form-rows.ts';
import { citingTexts, cutFormSections, garbledPlace, readFormYear } from './form-sections.ts';
import type { FormSheet } from './form-sheets.ts';
import { isIndicatorHeader } from './form-stages.ts';
import { withoutPersonalNumbers } from './personal-data.ts';
import { rowName } from './printed-text.ts';
import type { Form } from '../schema/form.ts';
import type { Place } from '../schema/place.ts';

/** A form with what could not be read of it. */
export interface AssembledForm {
  readonly form: Form;
  readonly unread: { readonly indicators: readonly Place[]; readonly amounts: readonly Place[] };
  /** Place of narrative text whose recognition has gone astray; null = none. */
  readonly garbled: Place | null;
}

/** Number of the form in its document and the name of the unit the document is of. */
export interface FormContext {
  readonly n: number;
  readonly unitName: string;
}

/** The fill-in time of a footer: 14 digits; what is printed instead where it is something else. */
export function readFilledAt(footer: readonly FormRow[]): {
  filledAt: string | null;
  odd: string | null;
} {
  for (const row of footer) {
    const printed = /填[报表]日期:?(.*)$/u.exec(compact(row.text))?.[1];
    if (printed === undefined || printed === '') continue;
    return /^\d{14}$/u.test(printed)
      ? { filledAt: printed, odd: null }
      : { filledAt: null, odd: withoutPersonalNumbers(printed) };
  }
  return { filledAt: null, odd: null };
}

/** The texts of a form in which documents are cited: its name and its narrative fields. */
export function textsOfForm(head: FormHead, narrative: readonly CitingText[]): CitingText[] {
  const { name, namePlace } = head;
  if (name === null || namePlace === null) return [...narrative];
  return [...narrative, { field: 'name', parts: [{ text: name, place: namePlace }] }];
}

/** Whether the indicator rows have columns for both spans. */
function hasTwoSpans(rows: readonly FormRow[]): boolean {
  const header = rows.find(isIndicatorHeader);
  if (header === undefined) return true;
  return header.tokens.filter((token) => compact(token.text) === '二级指标').length !== 1;
}

/** A text of at most `length` characters without layout blanks, telephone and ID-card numbers; null stays null. */
export const kept = (text: string | null, length: number): string | null =>
  text === null ? null : withoutPersonalNumbers(rowName(text)).slice(0, length) || null;

/** The head of a form as the record keeps it. */
export const headFields = (head: FormHead) => ({
  name: kept(head.name, 300),
  supervisingDepartment: head.supervisingDepartment,
  implementingUnit: kept(head.implementingUnit, 200),
  attribute: kept(head.attribute, 100),
  duration: kept(head.duration, 60),
});

/** The form with the losses that only the finished form shows. */
export const withLosses = (form: Form, context: LossContext): Form => ({
  ...form,
  lost: lossesOf(form, context).map((text) => text.slice(0, 200)),
});

/**
 * The goal form (绩效目标表 or 申报表) of one sheet; undefined when the sheet has neither name, money
 * nor indicators, so that it is no form but a mention of one.
 */
export function assembleGoalForm(
  sheet: FormSheet,
  context: FormContext,
): AssembledForm | undefined {
  const sections = cutFormSections(sheet.rows);
  const head = readFormHead(sections.head);
  const money = readFormMoney(sections.money);
  const indicators = readFormIndicators(sections.indicators);
  const hasMoney = money.whole !== null || money.year !== null;
  if (head.name === null && !hasMoney && indicators.indicators.length === 0) return undefined;
  const { filledAt, odd } = readFilledAt(sections.footer);
  const form: Form = {
    n: context.n,
    kind: 'goal',
    title: kept(sheet.title, 200),
    year: readFormYear(sheet.covered ? [] : sheet.rows),
    ...headFields(head),
    whole: money.whole,
    yearMoney: money.year,
    selfEvaluation: null,
    totalScore: null,
    documents: citedDocuments(textsOfForm(head, citingTexts(sections.narrative)), context.unitName),
    indicators: indicators.indicators,
    filledAt,
    place: sheet.place,
    lost: [],
  };
  return {
    form: withLosses(form, {
      covered: sheet.covered,
      nameLabelled: head.nameLabelled,
      missingLevel1: indicators.missingLevel1,
      oddFilledAt: odd,
      moneyUnitPrinted: money.unitPrinted,
      missingMoneyLines: money.missingLines,
      twoSpans: hasTwoSpans(sections.indicators),
    }),
    unread: { indicators: indicators.unread, amounts: money.unread },
    garbled: garbledPlace(sections.narrative.map(({ row }) => row)) ?? null,
  };
}
