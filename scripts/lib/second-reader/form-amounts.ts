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

/**
 * The numbers of a line of a self-evaluation form, which prints amounts, weights and scores: those of
 * four digits or with a measure, and what begins like one and cannot be read. The first two cells
 * hold the head of the block.
 */
function evaluationNumbers(chunks: readonly string[], n: number): SeenNumber[] {
  return chunks.flatMap((chunk, i) => {
    const found = numberWithMeasure.exec(chunk);
    const text = found?.[1] ?? (/^\d{4}/u.test(chunk) ? chunk : undefined);
    const moneyUnit = (found?.[2] as MoneyUnit | undefined) ?? null;
    if (i < 2 || text === undefined || (moneyUnit === null && text.length < 4)) return [];
    return [{ line: n, cell: i + 1, text, moneyUnit }];
  });
}

/** The numbers one line prints in the money block of a form, left to right; none for other lines. */
export function formNumbers(line: string, n: number): SeenNumber[] {
  const even = evenWidths(line);
  const tabbed = even.includes('\t');
  const chunks = even
    .split(tabbed ? '\t' : ' ')
    .map(withoutBlanks)
    .filter((chunk) => tabbed || chunk !== '');
  const whole = withoutBlanks(even);
  const isEvaluation = whole.length <= 100 && evaluation.test(whole) && !whole.includes('实施期');
  const isGoal = isMoneyLine(chunks, tabbed) && !(isEvaluation && whole.includes('年度资金总额'));
  if (isGoal) return numbersIn(chunks, n, tabbed);
  return isEvaluation && tabbed ? evaluationNumbers(chunks, n) : [];
}
