import { undouble, withoutBlanks } from './plain-text.ts';

/** The money measures a budget prints. */
export type MoneyUnit = '元' | '万元' | '亿元';

const places = { 元: 2, 万元: 6, 亿元: 10 };

/**
 * The amount a text prints, in 分, by moving the decimal point in the text; null when the text is not
 * a plain number, has misplaced thousands separators, or is finer than one 分.
 * @example readFen('1,432.48', '万元') // 1432480000
 */
export function readFen(text: string, moneyUnit: MoneyUnit): number | null {
  const plain = withoutBlanks(text);
  const negative = plain.startsWith('-');
  const [whole = '', fraction = '', ...rest] = (negative ? plain.slice(1) : plain).split('.');
  const groups = whole.split(',');
  const grouped = groups.length > 1;
  const wellGrouped = groups.every(
    (group, i) =>
      isDigits(group) && (!grouped || (i === 0 ? group.length <= 3 : group.length === 3)),
  );
  if (!wellGrouped || rest.length > 0) return null;
  if (plain.includes('.') && !isDigits(fraction)) return null;
  const shift = places[moneyUnit];
  if (Number(fraction.slice(shift)) !== 0) return null;
  const fen = Number(groups.join('') + fraction.slice(0, shift).padEnd(shift, '0'));
  if (!Number.isSafeInteger(fen)) return null;
  return negative && fen !== 0 ? -fen : fen;
}

/** Whether a text is one or more ASCII digits. */
export function isDigits(text: string): boolean {
  return /^[0-9]+$/u.test(text);
}

/** Whether a text without blanks is made of number signs only and has at least one digit. */
export function isNumberLike(text: string): boolean {
  return /^-?[\d.,]*\d[\d.,]*$/u.test(text);
}

const decimal = /^-?\d[\d,]*\.\d+$/u;

/** The number run with a doubled print taken once: `782.91782.91` is `782.91`. */
function once(run: string): string {
  const half = undouble(run);
  return decimal.test(half) ? half : run;
}

/**
 * The decimal numbers of one chunk (a cell, or a word of a line without cells), left to right: a chunk
 * that is a number, and numbers glued to the start or the end of words. Numbers inside words, and
 * numbers followed by a measure, belong to names and sentences and are left out.
 * @example decimalsOf('782.91782.91本年支出合计') // ['782.91']
 */
export function decimalsOf(chunk: string): string[] {
  const text = withoutBlanks(chunk);
  if (isNumberLike(text)) return [once(text)];
  const found: string[] = [];
  const head = /^-?[\d.,]*\d(?=[^\d.,%‰万亿元])/u.exec(text)?.[0];
  if (head !== undefined && decimal.test(once(head))) found.push(once(head));
  const tail = /(?<=[^\d.,:≥≤<>=+-])-?\d[\d.,]*$/u.exec(text)?.[0];
  if (tail !== undefined && decimal.test(once(tail))) found.push(once(tail));
  return found;
}
