import type { CitingText } from './cited-documents.ts';
import type { FormRow } from './form-rows.ts';
import { compact } from './form-rows.ts';
import type { FormStage } from './form-stages.ts';
import { isBefore, isFooter, recogniseField, stageOf } from './form-stages.ts';

/** The rows of one goal form by block. */
export interface FormSections {
  readonly head: readonly FormRow[];
  readonly money: readonly FormRow[];
  /** Narrative fields from 项目概况 to 总体目标, read only for the documents they cite. */
  readonly narrative: readonly { readonly row: FormRow; readonly stage: FormStage }[];
  readonly indicators: readonly FormRow[];
  readonly footer: readonly FormRow[];
}

const isYearRow = (row: FormRow): boolean => /^\(?(?:19|20)\d{2}年度?\)?$/u.test(compact(row.text));
const isFillingUnit = (row: FormRow): boolean => /^填[列报表]单位/u.test(compact(row.text));
const isUnderTitle = (row: FormRow): boolean => isYearRow(row) || isFillingUnit(row);

/** The year printed under the title or in the 填列单位 row; null = not printed. */
export function readFormYear(rows: readonly FormRow[]): number | null {
  for (const row of rows.slice(0, 4)) {
    const year = isUnderTitle(row) ? /((?:19|20)\d{2})年/u.exec(compact(row.text))?.[1] : undefined;
    if (year !== undefined) return Number(year);
  }
  return null;
}

type Part = keyof FormSections;

function partOf(stage: FormStage): Part {
  if (isBefore(stage, 'money-total')) return 'head';
  if (isBefore(stage, 'overview')) return 'money';
  if (isBefore(stage, 'indicator-header')) return 'narrative';
  return stage === 'footer' ? 'footer' : 'indicators';
}

/**
 * The rows of a goal form sorted into its blocks. A row without a label of its own belongs to the
 * block of the row above; once the indicators have begun everything before the footer is theirs.
 */
export function cutFormSections(rows: readonly FormRow[]): FormSections {
  const head: FormRow[] = [];
  const money: FormRow[] = [];
  const narrative: { row: FormRow; stage: FormStage }[] = [];
  const indicators: FormRow[] = [];
  const footer: FormRow[] = [];
  let stage: FormStage = 'name';
  for (const row of rows) {
    if (isUnderTitle(row)) continue;
    const own = stageOf(row);
    const inIndicators = !isBefore(stage, 'indicator-header');
    const inNarrative = !isBefore(stage, 'overview') && !inIndicators;
    if (isFooter(row)) stage = 'footer';
    else if (own !== undefined && !inIndicators && !(inNarrative && isBefore(own, stage)))
      stage = own;
    const part = partOf(stage);
    if (part === 'head') head.push(row);
    else if (part === 'money') money.push(row);
    else if (part === 'narrative') narrative.push({ row, stage });
    else if (part === 'indicators') indicators.push(row);
    else footer.push(row);
  }
  return { head, money, narrative, indicators, footer };
}

const fieldOfStage: Partial<Record<FormStage, CitingText['field']>> = {
  overview: 'overview',
  basis: 'basis',
  necessity: 'necessity',
  measures: 'measures',
  plan: 'plan',
  'goal-header': 'goal',
  goal: 'goal',
};

/** Text of which a part is repeated over and over: the recognition has gone astray there. */
export const isGarbled = (text: string): boolean => /([^\s\d]{2,12}?)(?:\s?\1){3,}/u.test(text);

/** The narrative fields as texts to look for citations in; garbled pieces are left out. */
export function citingTexts(narrative: FormSections['narrative']): CitingText[] {
  const texts: { field: CitingText['field']; parts: { text: string; place: string }[] }[] = [];
  for (const { row, stage } of narrative) {
    const field = fieldOfStage[stage];
    if (field === undefined) continue;
    let text = texts.at(-1);
    if (text?.field !== field) {
      text = { field, parts: [] };
      texts.push(text);
    }
    const tokens = row.tokens.filter(
      (token, i) => i > 1 || recogniseField(token.text) === undefined,
    );
    for (const token of tokens) {
      if (isGarbled(token.text)) continue;
      const gap = row.width > 1 ? '\n' : ' ';
      const first = token === tokens[0] && row.width === 1;
      text.parts.push({ text: first ? token.text : gap + token.text, place: token.place });
    }
  }
  return texts;
}

/** Place of the first garbled piece of a row set; undefined where none is. */
export const garbledPlace = (rows: readonly FormRow[]): string | undefined =>
  rows.flatMap((row) => row.tokens).find((token) => isGarbled(token.text))?.place;
