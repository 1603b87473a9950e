import { isFullLevel2, recogniseLevel2 } from './indicator-vocabulary.ts';
import type { FormToken } from './form-rows.ts';
import { joinPrinted } from './form-rows.ts';

/** One half (span) of an indicator row; null = not printed in this row. */
export interface IndicatorHalf {
  readonly level2: string | null;
  readonly name: string | null;
  readonly printed: string | null;
  /** Piece the name, or else the value, is printed in; null where neither is printed. */
  readonly token: FormToken | null;
}

/** Both halves of an indicator row, and which of two equally good readings were met. */
export interface IndicatorRowReading {
  readonly left: IndicatorHalf;
  readonly right: IndicatorHalf;
}

interface CostedHalf extends IndicatorHalf {
  readonly cost: number;
}

const empty: CostedHalf = { level2: null, name: null, printed: null, token: null, cost: 1 };

/** Whether a piece can only be a value: it begins with a comparator or is a number with a measure. */
export const looksLikeValue = (text: string): boolean =>
  /^(?:[≥≤><=＞＜＝≧≦]|-?\d[\d.,]*\s*(?:%|％|[^\d\s]{0,5})$)/u.test(text);

function readWithoutLabel(tokens: readonly FormToken[], cost: number): CostedHalf {
  const [first] = tokens;
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return empty;
  if (tokens.length === 1) {
    const isValue = looksLikeValue(first.text);
    const name = isValue ? null : first.text;
    return {
      level2: null,
      name,
      printed: isValue ? first.text : null,
      token: first,
      cost: cost + (isValue ? 2.4 : 1.9),
    };
  }
  const name = joinPrinted(tokens.slice(0, -1).map((token) => token.text));
  const extra = (tokens.length - 2) * 1.2;
  const oddName = looksLikeValue(first.text) && !looksLikeValue(last.text) ? 0.4 : 0;
  return { level2: null, name, printed: last.text, token: first, cost: cost + extra + oddName };
}

/** The readings of the pieces of one half: with a second-level label in front, and without. */
function readHalf(tokens: readonly FormToken[]): CostedHalf[] {
  const [first, ...rest] = tokens;
  if (first === undefined) return [empty];
  const level2 = recogniseLevel2(first.text);
  if (level2 === undefined) return [readWithoutLabel(tokens, 0.2)];
  const namedLikeLabel = isFullLevel2(first.text) && !looksLikeValue(rest[0]?.text ?? '');
  const without = readWithoutLabel(tokens, namedLikeLabel ? 1.2 : 0.2);
  if (rest.length === 0) return [{ ...empty, level2, cost: 0.5 }, without];
  const labelled = readWithoutLabel(rest, isFullLevel2(first.text) ? 0 : 0.1);
  return [{ ...labelled, level2 }, without];
}

const agree = (a: string | null, b: string | null): boolean =>
  a === null || b === null || a.startsWith(b) || b.startsWith(a);

function pairCost(left: CostedHalf, right: CostedHalf): number {
  const bothLabels = left.level2 !== null && right.level2 !== null;
  let cost = left.cost + right.cost;
  if (bothLabels && left.level2 !== right.level2) cost += 1.5;
  if (!agree(left.name, right.name)) cost += 0.3;
  else if (left.name !== null && left.name === right.name) cost -= 0.5;
  if (!agree(left.printed, right.printed)) cost += 0.2;
  const labelAlone = left.level2 !== null && left.token === null;
  if (labelAlone && right.level2 === null && right.token !== null) cost += 2;
  return cost;
}

/** Pieces on the wrong side of the column where the right half begins. */
function misplaced(tokens: readonly FormToken[], cut: number, rightColumn: number | null): number {
  if (rightColumn === null) return 0;
  const wrong = tokens.filter(
    (token, i) => token.column !== null && token.column >= rightColumn !== i >= cut,
  );
  return wrong.length * 0.15;
}

const plain = ({ level2, name, printed, token }: CostedHalf): IndicatorHalf => ({
  level2,
  name,
  printed,
  token,
});

interface CostedRow {
  readonly cost: number;
  readonly left: CostedHalf;
  readonly right: CostedHalf;
}

/** All readings of a row, cut at every piece. */
function readingsOf(tokens: readonly FormToken[], rightColumn: number | null): CostedRow[] {
  const cuts = Array.from({ length: tokens.length + 1 }, (_, i) => tokens.length - i);
  return cuts.flatMap((cut) => {
    const wrong = misplaced(tokens, cut, rightColumn);
    return readHalf(tokens.slice(0, cut)).flatMap((left) =>
      readHalf(tokens.slice(cut)).map((right) => ({
        cost: pairCost(left, right) + wrong,
        left,
        right,
      })),
    );
  });
}

/** Greatest cost at which a reading is still taken for what the row says. */
const worstCost = 4;

/**
 * The two halves of an indicator row, cut where the halves agree best: the same second-level label,
 * each with a name and a value. Columns decide only between equals, for publishers' rows are ragged.
 * Undefined when two different cuts are equally good. With `single` the row has one half.
 */
export function splitIndicatorRow(
  tokens: readonly FormToken[],
  options: { readonly rightColumn: number | null; readonly single: boolean },
): IndicatorRowReading | undefined {
  if (options.single) {
    const best = readHalf(tokens).toSorted((a, b) => a.cost - b.cost)[0] ?? empty;
    return { left: plain(best), right: plain(empty) };
  }
  const readings = readingsOf(tokens, options.rightColumn).toSorted((a, b) => a.cost - b.cost);
  const [best, second] = readings;
  if (best === undefined || best.cost > worstCost) return undefined;
  const isTie = second !== undefined && second.cost < best.cost + 0.01;
  const oneSided = best.left === empty || best.right === empty;
  if (isTie && !oneSided) return undefined;
  return { left: plain(best.left), right: plain(best.right) };
}
