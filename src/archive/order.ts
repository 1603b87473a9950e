/** Order of two texts by code unit: the same on every machine and in every language. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * A value with everything in it frozen, so that no page can change what another page shows; with a depth,
 * as far down as that: 1 = the value alone.
 */
export function deepFreeze<T>(value: T, depth = Infinity): T {
  if (depth === 0 || typeof value !== 'object' || value === null || Object.isFrozen(value))
    return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part, depth - 1);
  return value;
}

/** Puts a value at the end of the list that stands under a key, which is made when it is not there. */
export function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
