/**
 * The order of two lists of numbers: by the first number in which they differ.
 * @example compareNumbers([0, 2], [0, 1]) // 1
 */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (const [i, number] of a.entries()) {
    const difference = number - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
