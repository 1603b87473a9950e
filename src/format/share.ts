/**
 * A part of a whole in percent with two decimals, rounded half up; both in 分, whole above zero.
 * @throws RangeError when the whole is not above zero, because a share of nothing says nothing.
 * @example formatShare(28530, 100000) // '28.53%'
 */
export function formatShare(partFen: number, wholeFen: number): string {
  if (wholeFen <= 0) throw new RangeError(`Unexpected whole ${wholeFen}, expected above zero`);
  const part = BigInt(Math.abs(partFen)) * 100_000n;
  const rounded = (part / BigInt(wholeFen) + 5n) / 10n;
  const sign = partFen < 0 && rounded !== 0n ? '-' : '';
  return `${sign}${rounded / 100n}.${String(rounded % 100n).padStart(2, '0')}%`;
}
