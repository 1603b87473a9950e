/** A seeded stream of numbers: the same seed gives the same archive on every machine. */
export interface Random {
  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** One of the items. */
  pick<T>(items: readonly T[]): T;
  /** True with the given chance between 0 and 1. */
  chance(probability: number): boolean;
  /** `count` different items in their original order, all of them when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[];
}

/** A stream of its own for every seed (mulberry32: 32 bits of state, even enough for examples). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (low: number, high: number): number =>
    low + Math.floor(next() * (high - low + 1));
  return {
    integer,
    chance: (probability) => next() < probability,
    pick: (items) => {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined)
        throw new Error('Unexpected empty list, expected something to pick from');
      return item;
    },
    sample: (items, count) => {
      const indexes = new Set<number>();
      while (indexes.size < Math.min(count, items.length))
        indexes.add(integer(0, items.length - 1));
      return items.filter((_item, index) => indexes.has(index));
    },
  };
}
