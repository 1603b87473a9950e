/** The money measures a Chinese budget prints: yuan, ten thousand yuan, a hundred million yuan. */
export type MoneyUnit = '元' | '万元' | '亿元';

/** The money measures, smallest first. */
export const moneyUnits = ['元', '万元', '亿元'] as const satisfies readonly MoneyUnit[];

/** Decimal digits between one of the measure and one 分: 1 元 = 10² 分, 1 万元 = 10⁶, 1 亿元 = 10¹⁰. */
const digitsToFen: Record<MoneyUnit, number> = { 元: 2, 万元: 6, 亿元: 10 };

/** A printed amount that cannot be read without guessing. */
export class AmountError extends Error {
  override name = 'AmountError';
}

/** A decimal number as it is computed with. */
const plainDecimal = /^-?\d+(?:\.\d+)?$/u;

/**
 * The text of a printed number with its spelling evened out: full-width signs become ASCII, blanks
 * inside the number (`4506. 99`) and well-placed thousands separators go. Digits are never changed.
 * Returns undefined when the text is not one plain decimal number.
 * @example normaliseNumber('１,432.48') // '1432.48'
 */
export function normaliseNumber(printed: string): string | undefined {
  if (plainDecimal.test(printed)) return printed;
  const text = printed.normalize('NFKC').replace(/[−‐–]/gu, '-').replace(/\s+/gu, '');
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text)) return text.replaceAll(',', '');
  return plainDecimal.test(text) ? text : undefined;
}

/**
 * The amount a cell prints, in integer 分.
 * @throws AmountError when the text is no plain decimal number, is finer than 分, or is too large
 * to be held exactly.
 * @example parseFen('1,432.48', '万元') // 1432480000
 */
export function parseFen(printed: string, moneyUnit: MoneyUnit): number {
  const text = normaliseNumber(printed);
  if (text === undefined) {
    throw new AmountError(
      `Unexpected amount "${printed}", expected a decimal number in ${moneyUnit}`,
    );
  }
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = digitsToFen[moneyUnit];
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  if (/[1-9]/u.test(fraction.slice(digits))) {
    throw new AmountError(
      `Unexpected amount "${printed}" ${moneyUnit}, expected nothing finer than 分`,
    );
  }
  const fen = Number(whole + kept);
  if (!Number.isSafeInteger(fen)) {
    throw new AmountError(
      `Unexpected amount "${printed}" ${moneyUnit}, expected less than 90 万亿元`,
    );
  }
  return text.startsWith('-') && fen !== 0 ? -fen : fen;
}

/** Whether `fen` is exactly what `printed` says in `moneyUnit`; false, never an error, for unreadable text. */
export function isReadingOf(fen: number, printed: string, moneyUnit: MoneyUnit): boolean {
  try {
    return parseFen(printed, moneyUnit) === fen;
  } catch {
    return false;
  }
}

/** A sum that says what it left out: 分 of the known amounts, how many were known, how many were null. */
export interface FenSum {
  /** Sum of the known amounts in 分; null when none is known. */
  readonly fen: number | null;
  readonly known: number;
  readonly missing: number;
}

/** The sum of the amounts that are known. A null amount is counted as missing, never taken as zero. */
export function sumFen(amounts: Iterable<number | null | undefined>): FenSum {
  let fen = 0;
  let known = 0;
  let missing = 0;
  for (const amount of amounts) {
    if (amount === null || amount === undefined) {
      missing += 1;
      continue;
    }
    fen += amount;
    known += 1;
    if (!Number.isSafeInteger(fen))
      throw new AmountError('Unexpected sum, expected less than 90 万亿元');
  }
  return { fen: known === 0 ? null : fen, known, missing };
}

function splitFen(
  fen: number,
  moneyUnit: MoneyUnit,
): { sign: string; whole: string; fraction: string } {
  if (!Number.isSafeInteger(fen))
    throw new AmountError(`Unexpected 分 value ${fen}, expected a safe integer`);
  const digits = digitsToFen[moneyUnit];
  const text = String(Math.abs(fen)).padStart(digits + 1, '0');
  return {
    sign: fen < 0 ? '-' : '',
    whole: text.slice(0, -digits),
    fraction: text.slice(-digits),
  };
}

/** Decimals without trailing zeros beyond so many. */
const keptDecimals = (fraction: string, minDecimals: number): string =>
  fraction.replace(/0+$/u, '').padEnd(minDecimals, '0');

/**
 * An amount as exact decimal text without separators, with at least `minDecimals` decimals and no
 * trailing zeros beyond them.
 * @example formatFenPlain(1432480000, '元') // '14324800'
 */
export function formatFenPlain(fen: number, moneyUnit: MoneyUnit, minDecimals = 0): string {
  const { sign, whole, fraction } = splitFen(fen, moneyUnit);
  const kept = keptDecimals(fraction, minDecimals);
  return kept === '' ? `${sign}${whole}` : `${sign}${whole}.${kept}`;
}

/**
 * An amount as text for readers: exact, with thousands separators and at least two decimals.
 * @example formatFen(1432480000, '万元') // '1,432.48'
 */
export function formatFen(fen: number, moneyUnit: MoneyUnit): string {
  const { sign, whole, fraction } = splitFen(fen, moneyUnit);
  let grouped = whole.slice(-3);
  for (let end = whole.length - 3; end > 0; end -= 3)
    grouped = `${whole.slice(Math.max(0, end - 3), end)},${grouped}`;
  return `${sign}${grouped}.${keptDecimals(fraction, 2)}`;
}
