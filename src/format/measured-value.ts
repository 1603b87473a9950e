import { normaliseNumber } from '../money/fen.ts';

/** A printed value that is one number and at most a measure. */
export interface MeasuredValue {
  /** Exact decimal text. */
  readonly number: string;
  /** The measure as printed, without blanks; null = none. */
  readonly unit: string | null;
}

/**
 * The number and measure of a printed value; undefined for phrases, ranges and values with a
 * comparator, which do not say how much.
 * @example readMeasuredValue('23500 元') // { number: '23500', unit: '元' }
 */
export function readMeasuredValue(printed: string | null): MeasuredValue | undefined {
  const text = (printed ?? '').normalize('NFKC').replace(/\s+/gu, '');
  const [, digits = '', unit = ''] = /^(-?\d[\d,]*(?:\.\d+)?)([^\d,.≥≤<>=~-]*)$/u.exec(text) ?? [];
  const number = normaliseNumber(digits);
  if (number === undefined || /[前后底初末至到起止]/u.test(unit)) return undefined;
  return { number, unit: unit === '' ? null : unit };
}
