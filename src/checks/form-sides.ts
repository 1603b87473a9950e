import type { Disclosure } from '../schema/disclosure.ts';
import type { Form, FormMoney } from '../schema/form.ts';
import { amountSide } from './side.ts';
import type { Side } from './side.ts';

/** Number of the project a form belongs to; null = none. */
export const projectOfForm = (disclosure: Disclosure, form: Form): number | null =>
  disclosure.projects.find((project) => project.form === form.n)?.n ?? null;

/** A name to be set between quotation marks: its own become single ones. */
export const quotable = (name: string): string => name.replaceAll('“', '‘').replaceAll('”', '’');

/** Labels of forms, as long as the forms are in memory: each is a side of many comparisons. */
const labels = new WeakMap<Form, string>();

/** The form by its name for messages. */
export function formLabel(form: Form): string {
  const known = labels.get(form);
  if (known !== undefined) return known;
  const label = `第${form.n}张绩效表${form.name === null ? '' : `“${quotable(form.name)}”`}`;
  labels.set(form, label);
  return label;
}

/** The sources of one span with their names. */
export const sourceNames: readonly (readonly [Exclude<keyof FormMoney, 'total'>, string])[] = [
  ['central', '中央财政资金'],
  ['provincial', '省级财政资金'],
  ['local', '市县（区）财政资金'],
  ['own', '单位自筹'],
  ['other', '其他资金'],
];

/** Whether the source has lost part of the money of a form. */
export const lostMoney = (form: Form): boolean => form.lost.some((lost) => lost.includes('资金'));

/** One amount of a form as a side. */
export function moneySide(
  disclosure: Disclosure,
  form: Form,
  span: 'whole' | 'year',
  source: keyof FormMoney,
  name: string,
): Side {
  const money = span === 'whole' ? form.whole : form.yearMoney;
  const label = `${formLabel(form)}${span === 'whole' ? '实施期' : '年度'}${name}`;
  const side = amountSide(label, money?.[source] ?? null, projectOfForm(disclosure, form));
  return {
    ...side,
    lossy: lostMoney(form),
    at: { ...side.at, place: side.at.place ?? form.place },
  };
}

/** The money of the year: 年度资金总额 of a goal form, 全年预算数 of a self-evaluation form. */
export function yearTotal(disclosure: Disclosure, form: Form): Side {
  const line = form.selfEvaluation?.find((one) => /年度资金总额|^资金总额|^合计/u.test(one.name));
  if (line === undefined) return moneySide(disclosure, form, 'year', 'total', '资金总额');
  const amount = line.fullYearBudget ?? line.initialBudget;
  const side = amountSide(`${formLabel(form)}全年预算数`, amount, projectOfForm(disclosure, form));
  return {
    ...side,
    lossy: lostMoney(form),
    at: { ...side.at, place: side.at.place ?? form.place },
  };
}

/** The money of the whole period. */
export const wholeTotal = (disclosure: Disclosure, form: Form): Side =>
  moneySide(disclosure, form, 'whole', 'total', '资金总额');
