import { cellsOfGrid, distinct, type PdfGrid } from './pdf-grid.ts';
import { cellText, type PdfLine, linesOf } from './pdf-lines.ts';
import type { PdfText } from './pdf-page.ts';

/** A ruled table with the texts printed in it. */
export interface PdfTable {
  readonly grid: PdfGrid;
  readonly texts: readonly PdfText[];
}

/** Height at which a text is taken to stand: a third of its size above its baseline. */
const middleOf = (text: PdfText): number => text.baseline - text.size * 0.35;

/** Whether a text stands within the rules of a table. */
export function standsIn(text: PdfText, { xs, ys }: PdfGrid): boolean {
  const x = (text.left + text.right) / 2;
  const y = middleOf(text);
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0];
  return x > left && x < right && y > (ys[0] ?? 0) && y < (ys.at(-1) ?? 0);
}

/** Index of the interval between edges that holds a value; -1 = none. */
const slotOf = (edges: readonly number[], value: number): number =>
  edges.findIndex((edge, i) => value >= edge && value < (edges[i + 1] ?? -Infinity));

/** A text that runs over the edge of a column, cut into its words; any other as it is. */
function cutOverEdges(text: PdfText, xs: readonly number[]): PdfText[] {
  const crosses = xs.some((x) => text.left + 2 < x && x < text.right - 2);
  const words = text.text.split(/(?<= )/u);
  if (!crosses || words.length < 2) return [text];
  const weight = (part: string): number =>
    Array.from(part).reduce((sum, one) => sum + (one < '\u0100' ? 1 : 2), 0);
  const unit = (text.right - text.left) / weight(text.text);
  let left = text.left;
  return words.map((word) => {
    const start = left;
    left += weight(word) * unit;
    return {
      ...text,
      text: word.trimEnd(),
      left: start,
      right: start + weight(word.trimEnd()) * unit,
    };
  });
}

/** One page's part of a table as rows of texts by column; merged cells print where they begin. */
export function tableRows({ grid, texts }: PdfTable): string[][] {
  const cells = cellsOfGrid(grid);
  const inCell = new Map<number, PdfText[]>();
  for (const text of texts.flatMap((one) => cutOverEdges(one, grid.xs))) {
    const row = slotOf(grid.ys, middleOf(text));
    const column = slotOf(grid.xs, (text.left + text.right) / 2);
    const cell = cells[row]?.[column];
    if (cell === undefined) continue;
    inCell.set(cell, [...(inCell.get(cell) ?? []), text]);
  }
  const begun = new Set<number>();
  return cells.flatMap((row, r) => {
    const own = row.map((cell) => {
      if (begun.has(cell)) return undefined;
      begun.add(cell);
      return inCell.get(cell) ?? [];
    });
    const alone = row.every((cell) => cells[r - 1]?.includes(cell) !== true);
    const ends = row.every((cell) => cells[r + 1]?.includes(cell) !== true);
    return alone && ends ? partedRows(own) : [own.map((one) => cellText(one ?? []))];
  });
}

const amount = /^-?\d[\d,]*\.\d+$/u;

/**
 * The rows within one ruled row: tables often rule their columns only. The lines are rows of their own
 * when a column prints several amounts, one a line, and every other column has a line at each of
 * these heights or none.
 */
function partedRows(cells: readonly (readonly PdfText[] | undefined)[]): string[][] {
  const lines = cells.map((texts) => linesOf(texts ?? []));
  const whole = [cells.map((texts) => cellText(texts ?? []))];
  const isAmounts = (column: readonly PdfLine[]): boolean =>
    column.length > 1 && column.every(({ texts }) => texts.every(({ text }) => amount.test(text)));
  if (!lines.some(isAmounts)) return whole;
  const heights = distinct(lines.flat().map((line) => line.baseline));
  if (heights.length < 2) return whole;
  return heights.map((height) =>
    lines.map((column) => {
      const line = column.filter((one) => Math.abs(one.baseline - height) <= 3);
      return cellText(line.flatMap((one) => one.texts));
    }),
  );
}

/** Whether a table on one page goes on in the table at the top of the next: the same outer edges. */
export function goesOn(before: PdfGrid, after: PdfGrid): boolean {
  const edge = (grid: PdfGrid, at: 0 | -1): number => grid.xs.at(at) ?? 0;
  return ([0, -1] as const).every((at) => Math.abs(edge(before, at) - edge(after, at)) <= 4);
}

/** The parts of one table with the columns of all of them. */
export function withSharedColumns(parts: readonly PdfTable[]): PdfTable[] {
  const xs = distinct(parts.flatMap(({ grid }) => grid.xs));
  return parts.map((part) => ({ ...part, grid: { ...part.grid, xs } }));
}

/**
 * How many rows at the top of a further part repeat the head of the table: equal to its first rows,
 * without any amount.
 */
export function repeatedHead(
  first: readonly (readonly string[])[],
  next: readonly (readonly string[])[],
): number {
  let count = 0;
  for (const row of next) {
    const same = first[count]?.join('\t') === row.join('\t');
    if (!same || row.some((text) => amount.test(text)) || row.every((text) => text === '')) break;
    count += 1;
  }
  return count;
}
