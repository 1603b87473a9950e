import { hasOwnMeasure, isAmountText, readFormAmount } from './form-amount.ts';
import { printedMoneyUnit } from './form-money.ts';
import type { FormRow, FormToken } from './form-rows.ts';
import { compact, joinPrinted } from './form-rows.ts';
import type { MoneyUnit } from '../money/fen.ts';
import type { Amount } from '../schema/amount.ts';
import type { Form } from '../schema/form.ts';

/** One line of the money block of a self-evaluation form. */
export type SelfEvaluationMoney = NonNullable<Form['selfEvaluation']>[number];

type AmountColumn = 'initialBudget' | 'fullYearBudget' | 'executed';

const heads: readonly (readonly [RegExp, AmountColumn])[] = [
  [/^年初预算/u, 'initialBudget'],
  [/^(?:全年|年)预算/u, 'fullYearBudget'],
  [/^全年执行/u, 'executed'],
];
const amountColumns: readonly AmountColumn[] = ['initialBudget', 'fullYearBudget', 'executed'];

/** Printed names of the lines; a name broken over cells is recognised by what is left of it. */
const lineNames: readonly (readonly [RegExp, string])[] = [
  [/年度资金总/u, '年度资金总额'],
  [/当年.{0,4}政?拨款/u, '其中：当年财政拨款'],
  [/上年.{0,2}结?转/u, '上年结转资金'],
  [/其他.{0,2}[资金]/u, '其他资金'],
];

/** Whether a row heads the money columns of a self-evaluation form. */
export const isSelfEvaluationHeader = (row: FormRow): boolean =>
  /年初预算.*执行/u.test(compact(row.text));

const isDash = (text: string): boolean => /^[-‐–—_|]+$/u.test(text);
const isRate = (text: string): boolean => /^\d[\d.]*%$/u.test(compact(text));
const isFigure = (text: string): boolean => isAmountText(text) || isRate(text);

/** A line cut into the pieces of its name and the figures after them. */
function cutLine(row: FormRow): { readonly words: string[]; readonly figures: FormToken[] } {
  const isWord = (token: FormToken): boolean =>
    /\p{Script=Han}/u.test(token.text) && !isFigure(token.text);
  const end = row.tokens.findLastIndex(isWord) + 1;
  const words = row.tokens.slice(0, end).map((token) => token.text);
  const figures = row.tokens.slice(end).filter((token) => isFigure(token.text));
  return { words: words.filter((text) => !isDash(text)), figures };
}

function lineName(words: readonly string[]): string | null {
  const all = compact(words.join(''));
  for (const [pattern, name] of lineNames) if (pattern.test(all)) return name;
  const own = words.filter((text) => !/^项目资金|^\(?万?元\)?$/u.test(compact(text)));
  const rest = joinPrinted(own);
  return /\p{Script=Han}{2}/u.test(rest) ? rest : null;
}

/** The amounts of a line: three in printed order, fewer by the column head nearest to each. */
function amountsOf(
  tokens: readonly FormToken[],
  columns: ReadonlyMap<AmountColumn, number>,
  unit: MoneyUnit,
): Map<AmountColumn, Amount> {
  const found = new Map<AmountColumn, Amount>();
  tokens.forEach((token, i) => {
    const nearest = [...columns].sort(
      ([, a], [, b]) => Math.abs(a - (token.column ?? 0)) - Math.abs(b - (token.column ?? 0)),
    )[0]?.[0];
    const column = tokens.length === amountColumns.length ? amountColumns[i] : nearest;
    const amount = readFormAmount(token, token.text, unit);
    if (column !== undefined && amount !== undefined) found.set(column, amount);
  });
  return found;
}

/** The pieces of a line that are money: those with a measure of their own, else the first three figures. */
function moneyTokens(figures: readonly FormToken[]): FormToken[] {
  const measured = figures.filter((token) => hasOwnMeasure(token.text));
  if (measured.length > 0) return measured;
  const plain = figures.filter((token) => !isRate(token.text));
  return plain.length >= amountColumns.length ? plain.slice(0, amountColumns.length) : [];
}

function lineOf(
  row: FormRow,
  columns: ReadonlyMap<AmountColumn, number>,
  unit: MoneyUnit,
): SelfEvaluationMoney | undefined {
  const { words, figures } = cutLine(row);
  const name = lineName(words);
  if (name === null) return undefined;
  const money = moneyTokens(figures);
  const amounts = amountsOf(money, columns, unit);
  const rest = figures.filter((token) => !money.includes(token));
  const rateAt = rest.findIndex((token) => isRate(token.text));
  const plain = (from: number, to: number): string | null => rest.slice(from, to)[0]?.text ?? null;
  return {
    name,
    initialBudget: amounts.get('initialBudget') ?? null,
    fullYearBudget: amounts.get('fullYearBudget') ?? null,
    executed: amounts.get('executed') ?? null,
    weight: rateAt > 0 ? plain(0, rateAt) : null,
    rate: rateAt < 0 ? null : (rest[rateAt]?.text ?? null),
    score: rateAt < 0 ? null : plain(rateAt + 1, rest.length),
  };
}

/**
 * The money lines of a self-evaluation form in printed order, from its header row to the goals.
 * Amounts are in 元 unless the header or the cell prints another measure; null = prints nothing.
 */
export function readSelfEvaluationMoney(rows: readonly FormRow[]): SelfEvaluationMoney[] {
  const header = rows.findIndex(isSelfEvaluationHeader);
  const block = rows.slice(header + 1);
  const columns = new Map<AmountColumn, number>();
  for (const token of rows[header]?.tokens ?? []) {
    const column = heads.find(([pattern]) => pattern.test(compact(token.text)))?.[1];
    if (column !== undefined) columns.set(column, token.column ?? 0);
  }
  const unit = printedMoneyUnit(rows) ?? '元';
  return block.flatMap((row) => lineOf(row, columns, unit) ?? []);
}
