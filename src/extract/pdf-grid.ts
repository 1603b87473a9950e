import { maximumCells } from './limits.ts';
import type { Rule } from './pdf-rules.ts';

/** A ruled table on a page: where its columns and rows begin and end, and which slots form a cell. */
export interface PdfGrid {
  /** Edges of the columns, left to right. */
  readonly xs: readonly number[];
  /** Edges of the rows, top to bottom. */
  readonly ys: readonly number[];
  readonly rules: readonly Rule[];
}

/** Distance within which two lines are one, and within which they meet. */
const [same, near] = [2, 3];

const isLevel = (rule: Rule): boolean => rule.x1 - rule.x0 >= rule.y1 - rule.y0;

/** Rules along one line that touch or overlap, made one. */
function joined(rules: readonly Rule[], level: boolean): Rule[] {
  const at = (rule: Rule): number => (level ? rule.y0 : rule.x0);
  const from = (rule: Rule): number => (level ? rule.x0 : rule.y0);
  const to = (rule: Rule): number => (level ? rule.x1 : rule.y1);
  const sorted = rules.toSorted((a, b) => at(a) - at(b) || from(a) - from(b));
  const lines: Rule[][] = [];
  for (const rule of sorted) {
    const line = lines.at(-1);
    if (line?.[0] !== undefined && at(rule) - at(line[0]) <= same) line.push(rule);
    else lines.push([rule]);
  }
  return lines.flatMap((line) => {
    const where = at(
      line[Math.floor(line.length / 2)] ?? sorted[0] ?? { x0: 0, y0: 0, x1: 0, y1: 0 },
    );
    const spans: [number, number][] = [];
    for (const rule of line.toSorted((a, b) => from(a) - from(b))) {
      const span = spans.at(-1);
      if (span !== undefined && from(rule) <= span[1] + near) span[1] = Math.max(span[1], to(rule));
      else spans.push([from(rule), to(rule)]);
    }
    return spans.map(([start, end]): Rule =>
      level
        ? { x0: start, x1: end, y0: where, y1: where }
        : { x0: where, x1: where, y0: start, y1: end },
    );
  });
}

const meets = (a: Rule, b: Rule): boolean =>
  a.x0 <= b.x1 + near && b.x0 <= a.x1 + near && a.y0 <= b.y1 + near && b.y0 <= a.y1 + near;

/** Rules that hang together, directly or through others. */
function clusters(levels: readonly Rule[], uprights: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  const open = new Set([...levels, ...uprights]);
  for (const start of open) {
    open.delete(start);
    const group = [start];
    for (const rule of group) {
      for (const other of open) {
        if (isLevel(rule) === isLevel(other) || !meets(rule, other)) continue;
        open.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** Positions in order, those within a line's width of each other counted once. */
export function distinct(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    if (value - (found.at(-1) ?? -Infinity) > near) found.push(value);
  }
  return found;
}

/**
 * The ruled tables of a page, top to bottom. Rules that box a text without parting it, or that only
 * underline it, are no table. A table may be open at its sides.
 */
export function findGrids(rules: readonly Rule[]): PdfGrid[] {
  const levels = joined(rules.filter(isLevel), true);
  const uprights = joined(
    rules.filter((rule) => !isLevel(rule)),
    false,
  );
  return clusters(levels, uprights)
    .flatMap((group): PdfGrid[] => {
      const level = group.filter(isLevel);
      const upright = group.filter((rule) => !isLevel(rule));
      const xs = distinct([
        ...upright.map((rule) => rule.x0),
        ...level.flatMap((rule) => [rule.x0, rule.x1]),
      ]);
      const ys = distinct([
        ...level.map((rule) => rule.y0),
        ...upright.flatMap((rule) => [rule.y0, rule.y1]),
      ]);
      const slots = (xs.length - 1) * (ys.length - 1);
      if (upright.length === 0 || xs.length < 3 || ys.length < 2 || slots > maximumCells) return [];
      return [{ xs, ys, rules: group }];
    })
    .toSorted((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

/** Slots of a grid by the cell they belong to: for each row and column the number of its cell. */
export function cellsOfGrid({ xs, ys, rules }: PdfGrid): number[][] {
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  const parent = Array.from({ length: columns * rows }, (_, i) => i);
  const find = (slot: number): number => {
    let root = slot;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[slot] = root;
    return root;
  };
  const join = (a: number, b: number): void => {
    const [one, other] = [find(a), find(b)];
    parent[Math.max(one, other)] = Math.min(one, other);
  };
  const covers = (level: boolean, at: number, middle: number): boolean =>
    rules.some((rule) => {
      if (isLevel(rule) !== level) return false;
      const where = level ? rule.y0 : rule.x0;
      const [from, to] = level ? [rule.x0, rule.x1] : [rule.y0, rule.y1];
      return Math.abs(where - at) <= near && from <= middle && middle <= to;
    });
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) {
      const slot = r * columns + c;
      const [left, right] = [xs[c] ?? 0, xs[c + 1] ?? 0];
      const [top, bottom] = [ys[r] ?? 0, ys[r + 1] ?? 0];
      if (c + 1 < columns && !covers(false, right, (top + bottom) / 2)) join(slot, slot + 1);
      if (r + 1 < rows && !covers(true, bottom, (left + right) / 2)) join(slot, slot + columns);
    }
  }
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => find(r * columns + c)),
  );
}
