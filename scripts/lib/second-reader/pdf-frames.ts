import type { Stroke } from './pdf-strokes.ts';

/** A ruled table as it is seen: the edges of its columns and rows, and its lines; in points. */
export interface Frame {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly strokes: readonly Stroke[];
}

/** Distance, in points, within which lines meet and edges are one. */
const near = 3;

/** The middles of groups of numbers that stand close to each other, in order. */
export function middles(values: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group !== undefined && value - (group.at(-1) ?? 0) <= near) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => ((group[0] ?? 0) + (group.at(-1) ?? 0)) / 2);
}

const touches = (a: Stroke, b: Stroke): boolean =>
  a.level === b.level
    ? Math.abs(a.at - b.at) <= 1 && a.from <= b.to + near && b.from <= a.to + near
    : b.at >= a.from - near && b.at <= a.to + near && a.at >= b.from - near && a.at <= b.to + near;

/** The strokes in groups that hang together. */
function groups(strokes: readonly Stroke[]): Stroke[][] {
  const left = new Set(strokes);
  const found: Stroke[][] = [];
  for (const seed of strokes) {
    if (!left.delete(seed)) continue;
    const group = [seed];
    for (const one of group) {
      for (const other of left) {
        if (!touches(one, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    found.push(group);
  }
  return found;
}

/** The ruled tables of a page, top to bottom: lines that hang together and part two columns. */
export function findFrames(strokes: readonly Stroke[]): Frame[] {
  return groups(strokes)
    .flatMap((group): Frame[] => {
      const levels = group.filter(({ level }) => level);
      const uprights = group.filter(({ level }) => !level);
      const ends = (lines: readonly Stroke[]): number[] =>
        lines.flatMap(({ from, to }) => [from, to]);
      const xs = middles([...uprights.map(({ at }) => at), ...ends(levels)]);
      const ys = middles([...levels.map(({ at }) => at), ...ends(uprights)]);
      if (uprights.length === 0 || xs.length < 3 || ys.length < 2) return [];
      return [{ xs, ys, strokes: group }];
    })
    .toSorted((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

/** Row and column of the slot in which the cell of a slot begins: upwards and to the left until a line. */
export function cellStart(frame: Frame, row: number, column: number): readonly [number, number] {
  const { xs, ys, strokes } = frame;
  const middle = (edges: readonly number[], i: number): number =>
    ((edges[i] ?? 0) + (edges[i + 1] ?? 0)) / 2;
  const parts = (level: boolean, edge: number, across: number): boolean =>
    strokes.some(
      (one) =>
        one.level === level &&
        Math.abs(one.at - edge) <= near &&
        one.from <= across &&
        one.to >= across,
    );
  let [r, c] = [row, column];
  for (;;) {
    if (r > 0 && !parts(true, ys[r] ?? 0, middle(xs, c))) r -= 1;
    else if (c > 0 && !parts(false, xs[c] ?? 0, middle(ys, r))) c -= 1;
    else return [r, c];
  }
}
