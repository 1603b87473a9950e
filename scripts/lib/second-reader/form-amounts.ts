import { evenWidths, withoutBlanks } from './plain-text.ts';
import { isNumberLike, type MoneyUnit } from './printed-number.ts';
import type { SeenNumber } from './table-amounts.ts';

const label =
  /^(?:其中:?)?(?:(?:实施期|年度)?资金总额|(?:中央|省级|市|县|区|市县|市\(县\)区|市县\(区\)|县\(区\)|区级|市级)财政资金?|单位自筹|其他资金):?/u;
const numberWithMeasure = /^(\d[\d.,]*)(亿元|万元|元)?$/u;
const evaluation = /资金总额|其中:?(?:当年|区级|县级|市级)|上年结转资金/u;

/** A money label at the start of a chunk, and what follows it. */
function afterLabel(chunk: string): string | undefined {
  const found = label.exec(chunk)?.[0];
  return found === undefined ? undefined : chunk.slice(found.length);
}

/** Whether a line stands in the money block of a form: its labels are alone or with a number. */
function isMoneyLine(chunks: readonly string[], tabbed: boolean): boolean {
  const rests = chunks.map(afterLabel);
  const isLabel = rests.map(
    (rest) => rest !== undefined && (rest === '' || numberWithMeasure.test(rest)),
  );
  if (!isLabel.includes(true)) return false;
  return tabbed || chunks.every((chunk, i) => isLabel[i] === true || isNumberLike(chunk));
}

/** The numbers of the chunks, labels taken off. A first cell without a label is the block's head. */
function numbersIn(chunks: readonly string[], n: number, tabbed: boolean): SeenNumber[] {
  return chunks.flatMap((chunk, i) => {
    const rest = afterLabel(chunk);
    const found = numberWithMeasure.exec(rest ?? chunk);
    if (found === null || (tabbed && i === 0 && rest === undefined)) return [];
    const moneyUnit = (found[2] as MoneyUnit | undefined) ?? null;
    return [{ line: n, cell: tabbed ? i + 1 : null, text: found[1] ?? '', moneyUnit }];
  });
}

/** Whether a number is surely money on a line that also prints weights and scores. */
const isSurelyMoney = (number: SeenNumber): boolean =>
  number.moneyUnit !== null || number.text.replaceAll(/\D/gu, '').length >= 4;

/**
 * The numbers one line prints in the money block of a form, left to right; none for other lines. On
 * the lines of a self-evaluation form only numbers of four digits or with a measure are money.
 */
export function formNumbers(line: string, n: number): SeenNumber[] {
  const even = evenWidths(line);
  const tabbed = even.includes('\t');
  const chunks = even
    .split(tabbed ? '\t' : ' ')
    .map(withoutBlanks)
    .filter((chunk) => tabbed || chunk !== '');
  const whole = withoutBlanks(even);
  const isGoal = isMoneyLine(chunks, tabbed);
  const isEvaluation = whole.length <= 100 && evaluation.test(whole) && !whole.includes('实施期');
  if (isGoal && !(isEvaluation && whole.includes('年度资金总额'))) {
    return numbersIn(chunks, n, tabbed);
  }
  return isEvaluation && tabbed ? numbersIn(chunks, n, tabbed).filter(isSurelyMoney) : [];
}

/** The values with `≥` or `≤` that one line prints: one a cell, or each one on a line without cells. */
export function comparatorValues(line: string): string[] {
  const even = evenWidths(line);
  if (!even.includes('\t')) return even.match(/[≥≤][^≥≤ ]*/gu) ?? [];
  return even
    .split('\t')
    .map(withoutBlanks)
    .filter((cell) => /^[≥≤]/u.test(cell));
}
