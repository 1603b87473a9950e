import type { Side } from './side.ts';

/** Part over whole in percent, rounded half up to `decimals`; BigInt keeps it exact. */
export function percentOf(partFen: number, wholeFen: number, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const whole = BigInt(Math.abs(wholeFen));
  const scaled = (BigInt(Math.abs(partFen)) * 100n * scale * 2n + whole) / (whole * 2n);
  const text = String(scaled).padStart(decimals + 1, '0');
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** Decimals of a printed number. */
export const decimalsOf = (printed: string): number => printed.split('.')[1]?.length ?? 0;

/**
 * Whether a printed percentage is part over whole: equal when rounded to its decimals, within
 * rounding when the printed precision of part and whole allows it, else different.
 */
export function judgePercent(
  printed: string,
  part: Pick<Side, 'fen' | 'boundFen'>,
  whole: Pick<Side, 'fen' | 'boundFen'>,
): 'pass' | 'rounding' | 'difference' {
  const decimals = decimalsOf(printed);
  const partFen = Math.abs(part.fen ?? 0);
  const wholeFen = Math.abs(whole.fen ?? 0);
  const stated = printed.replace('.', '').replace(/^-/u, '');
  const exact = percentOf(partFen, wholeFen, decimals).replace('.', '');
  if (BigInt(exact) === BigInt(stated)) return 'pass';
  const scale = 10n ** BigInt(decimals + 1) * 100n;
  const low = BigInt(stated) * 10n - 5n;
  const high = BigInt(stated) * 10n + 5n;
  const least = BigInt(Math.max(0, partFen - part.boundFen)) * scale;
  const most = BigInt(partFen + part.boundFen) * scale;
  const overlaps =
    least <= high * BigInt(wholeFen + whole.boundFen) &&
    most >= low * BigInt(Math.max(1, wholeFen - whole.boundFen));
  return overlaps ? 'rounding' : 'difference';
}
