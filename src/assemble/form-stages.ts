import type { FormRow } from './form-rows.ts';
import { compact } from './form-rows.ts';
import { isFullLevel2, recogniseLevel1 } from './indicator-vocabulary.ts';

/** The blocks of a goal form in their printed order; a row further up than its predecessor begins anew. */
export const formStages = [
  'name',
  'department',
  'attribute',
  'money-total',
  'money-central',
  'money-provincial',
  'money-local',
  'money-own',
  'money-other',
  'overview',
  'basis',
  'necessity',
  'measures',
  'plan',
  'goal-header',
  'goal',
  'indicator-header',
  'indicator',
  'footer',
] as const;

/** One block of a goal form. */
export type FormStage = (typeof formStages)[number];

/** Labels of the narrative fields, of which only the documents cited are read. */
const fieldLabels: readonly (readonly [RegExp, FormStage])[] = [
  [/^(?:项目|目)?概况$|页目概况$/u, 'overview'],
  [/^(?:项目)?立项依据$/u, 'basis'],
  [/设立的?必要?$|设立的?必?要?性$|立必要性$/u, 'necessity'],
  [/^保证项目实施|实施的?制度、?措?施?$|制?度、措施$/u, 'measures'],
  [/^(?:项目|目)?实施计划$/u, 'plan'],
  [/^(?:年度)?(?:总体)?目标$|^总体目标$/u, 'goal'],
];

const moneyLabels: readonly (readonly [RegExp, FormStage])[] = [
  [/^(?:实施期|年度)资金总额/u, 'money-total'],
  [/^(?:其中:?)?中央财政资金/u, 'money-central'],
  [/^省级财政资金/u, 'money-provincial'],
  [/^市[县(].{0,5}财政资/u, 'money-local'],
  [/^单位自筹/u, 'money-own'],
  [/^其他资金/u, 'money-other'],
];

/** Whether a piece is the label 项目名称, its first character possibly lost or misread. */
export const isNameLabel = (text: string): boolean => /^.?目名称:?$/u.test(compact(text));

/** The source of money a piece is the label of, with the text after the label; undefined otherwise. */
export function recogniseMoneyLabel(
  text: string,
): { readonly stage: FormStage; readonly whole: boolean; readonly rest: string } | undefined {
  const label = compact(text);
  for (const [pattern, stage] of moneyLabels) {
    const match = pattern.exec(label);
    if (match === null) continue;
    const rest = label.slice(match[0].length).replace(/^金?:?/u, '');
    return { stage, whole: label.startsWith('实施期'), rest };
  }
  return undefined;
}

/** The narrative field whose label a piece is; undefined otherwise. */
export function recogniseField(text: string): FormStage | undefined {
  const label = compact(text).replace(/:$/u, '');
  if (label.length > 14) return undefined;
  return fieldLabels.find(([pattern]) => pattern.test(label))?.[1];
}

/** Whether a row heads the indicator columns (一级指标 二级指标 三级指标 指标值). */
export function isIndicatorHeader(row: FormRow): boolean {
  const heads = row.tokens.filter((token) => /^[一二三]级指标$/u.test(compact(token.text)));
  return heads.length >= 2;
}

/** Whether a row is the last of a form: handler, telephone, fill-in time. */
export function isFooter(row: FormRow): boolean {
  return (
    /经办人|填报日期|填表日期/u.test(row.text) &&
    /联系电话|填报日期|填表日期|负责人/u.test(row.text)
  );
}

function headStage(row: FormRow): FormStage | undefined {
  const labels = row.tokens.map((token) => compact(token.text).replace(/:$/u, ''));
  if (labels.slice(0, 2).some(isNameLabel)) return 'name';
  if (labels.some((label) => /^(?:主?管部门|实施单位$)/u.test(label))) return 'department';
  if (labels.some((label) => /^项目(?:日?期限?|属性)$/u.test(label))) return 'attribute';
  if (/^\d{2,6}[-—–]\p{Script=Han}/u.test(labels[0] ?? '')) return 'department';
  return undefined;
}

/** The block of a goal form a row belongs to by what it prints; undefined where it prints no label. */
export function stageOf(row: FormRow): FormStage | undefined {
  if (isFooter(row)) return 'footer';
  if (isIndicatorHeader(row)) return 'indicator-header';
  const head = headStage(row);
  if (head !== undefined) return head;
  for (const { text } of row.tokens) {
    const money = recogniseMoneyLabel(text);
    if (money !== undefined) return money.stage;
  }
  if (compact(row.text).startsWith('实施期目标') || compact(row.text) === '年度目标')
    return 'goal-header';
  for (const { text } of row.tokens.slice(0, 2)) {
    const field = recogniseField(text);
    if (field !== undefined) return field;
  }
  if (compact(row.text).startsWith('项目资金')) return 'money-total';
  const first = row.tokens.slice(0, 3);
  if (first.some(({ text }) => isFullLevel2(text) || recogniseLevel1(text) !== undefined)) {
    return 'indicator';
  }
  return undefined;
}

/** Whether stage `a` stands further up the form than stage `b`. */
export const isBefore = (a: FormStage, b: FormStage): boolean =>
  formStages.indexOf(a) < formStages.indexOf(b);
