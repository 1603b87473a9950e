import { compareText } from './order.ts';
import type { TextGroup } from './search-blocks.ts';

/** A pair is worth standing together for when about this many texts share it. */
const wanted = 32;

/**
 * Text groups in an order that puts like texts side by side, so that what a query finds stands in
 * few blocks: by the pair of characters that most texts share without being everywhere, then by text.
 */
export function orderByLikeness(groups: readonly TextGroup[]): TextGroup[] {
  const shared = new Map<string, number>();
  const pairsOf = groups.map(({ normalised }) => [...new Set(pairs(normalised))]);
  for (const list of pairsOf) {
    for (const pair of list) shared.set(pair, (shared.get(pair) ?? 0) + 1);
  }
  const distance = (pair: string): number => Math.abs(Math.log((shared.get(pair) ?? 1) / wanted));
  return groups
    .map((group, i) => {
      let best = '';
      for (const pair of pairsOf[i] ?? []) {
        const nearer = best === '' || distance(pair) - distance(best) || compareText(pair, best);
        if (nearer === true || nearer < 0) best = pair;
      }
      return { group, key: best };
    })
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.group.text, b.group.text))
    .map(({ group }) => group);
}

function* pairs(normalised: string): Generator<string> {
  for (let at = 0; at + 1 < normalised.length; at += 1) {
    const pair = normalised.slice(at, at + 2);
    if (/^\p{Script=Han}{2}$/u.test(pair)) yield pair;
  }
}
