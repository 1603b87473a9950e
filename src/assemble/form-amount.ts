import type { FormToken } from './form-rows.ts';
import { compact } from './form-rows.ts';
import { AmountError, parseFen } from '../money/fen.ts';
import type { MoneyUnit } from '../money/fen.ts';
import type { Amount } from '../schema/amount.ts';

const amountPattern = /^(-?\d[\d,]*(?:\.\d+)?)(亿元|万元|元)?$/u;

/** Blanks inside a number stand beside its point or separator only (`4506. 99`), else they part two numbers. */
const hasParted = (text: string): boolean => /\d\s+\d/u.test(text);

/** Whether a piece is an amount, with or without a measure of its own. */
export const isAmountText = (text: string): boolean =>
  amountPattern.test(compact(text)) && !hasParted(text);

/** Whether a piece prints a money measure after its number (`300 万元`). */
export const hasOwnMeasure = (text: string): boolean =>
  /^[\d.,]+(?:亿元|万元|元)$/u.test(compact(text));

/** The printed number without its measure, as the source spells it. */
const numberText = (text: string): string => text.replace(/\s*(?:亿元|万元|元)\s*$/u, '').trim();

/**
 * The amount a piece prints. A measure printed with the number wins over the one of the form's
 * header. Undefined when the piece is not one plain amount.
 */
export function readFormAmount(
  token: FormToken,
  text: string,
  headerUnit: MoneyUnit,
): Amount | undefined {
  const match = amountPattern.exec(compact(text));
  if (match === null || hasParted(text)) return undefined;
  const moneyUnit = (match[2] as MoneyUnit | undefined) ?? headerUnit;
  const read = numberText(text);
  const printed = numberText(token.printed ?? '') || read;
  try {
    const fen = parseFen(read, moneyUnit);
    return {
      printed,
      ...(printed === read ? {} : { read }),
      moneyUnit,
      fen,
      place: token.place,
      ...(token.correction === undefined ? {} : { correction: token.correction }),
    };
  } catch (error) {
    if (error instanceof AmountError) return undefined;
    throw error;
  }
}
