/** A seeded source of numbers: the same seed gives the same benchmark on every machine. */
export interface Random {
  /** A number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** One of the values, each as likely. */
  pick<T>(values: readonly T[]): T;
  /** One of the values, the first ones much likelier, as words are in real texts. */
  pickSkewed<T>(values: readonly T[]): T;
}

/** The source of a seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const at = <T>(values: readonly T[], index: number): T => {
    const value = values[index];
    if (value === undefined) throw new Error('Unexpected empty list, expected values to pick from');
    return value;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    pick: (values) => at(values, Math.floor(next() * values.length)),
    pickSkewed: (values) => at(values, Math.floor(next() ** 2.2 * values.length)),
  };
}
