import { cellStart, type Frame } from './pdf-frames.ts';
import type { Glyph } from './pdf-glyphs.ts';
import { cellText, lineText, printedLines, wordOf, type Word } from './pdf-words.ts';

const amount = /^-?\d[\d,]*\.\d+$/u;

/** Middle of a word: where it stands is told by this. */
const middleOf = ({ left, right, baseline, size }: Word): readonly [x: number, y: number] => [
  (left + right) / 2,
  baseline - size * 0.3,
];

/** Whether a word stands in a frame. */
export function isInside(word: Word, { xs, ys }: Frame): boolean {
  const [x, y] = middleOf(word);
  const [left, right, top, bottom] = [xs[0], xs.at(-1), ys[0], ys.at(-1)].map((one) => one ?? 0);
  return x > (left ?? 0) && x < (right ?? 0) && y > (top ?? 0) && y < (bottom ?? 0);
}

const slotOf = (edges: readonly number[], at: number): number =>
  edges.filter((edge) => edge <= at).length - 1;

/** A word as it is, or by its characters where it is no number and runs over an edge. */
function pieces(word: Word, xs: readonly number[]): Word[] {
  const crosses = xs.some((x) => word.left + word.size / 3 < x && x < word.right - word.size / 3);
  if (!crosses || /^[\d.,-]+$/u.test(word.text)) return [word];
  return word.glyphs.map((glyph) => wordOf([glyph]));
}

/** The characters of a frame by the slot in which their cell begins, rows first. */
function bySlot(frame: Frame, words: readonly Word[]): Map<string, Glyph[]> {
  const slots = new Map<string, Glyph[]>();
  for (const word of words.flatMap((one) => pieces(one, frame.xs))) {
    const [x, y] = middleOf(word);
    const key = cellStart(frame, slotOf(frame.ys, y), slotOf(frame.xs, x)).join();
    slots.set(key, [...(slots.get(key) ?? []), ...word.glyphs]);
  }
  return slots;
}

/**
 * The printed rows within one ruled row whose columns only are ruled: as many as a column prints
 * amounts below each other; one where none does.
 */
function printedRows(cells: readonly (readonly Glyph[])[]): string[][] {
  const columns = cells.map(printedLines);
  const whole = [cells.map(cellText)];
  const several = columns.some(
    (lines) =>
      lines.length > 1 && lines.every((line) => line.words.every(({ text }) => amount.test(text))),
  );
  if (!several) return whole;
  const baselines: number[] = [];
  for (const baseline of columns
    .flat()
    .map((line) => line.baseline)
    .toSorted((a, b) => a - b))
    if (baseline - (baselines.at(-1) ?? -Infinity) > 3) baselines.push(baseline);
  return baselines.map((baseline) =>
    columns.map((lines) =>
      lines
        .filter((line) => line.baseline >= baseline && line.baseline - baseline <= 3)
        .map(lineText)
        .join(''),
    ),
  );
}

/** The rows of a frame, each the texts of its columns; a merged cell prints where it begins. */
export function frameRows(frame: Frame, words: readonly Word[]): string[][] {
  const slots = bySlot(frame, words);
  const [rows, columns] = [frame.ys.length - 1, frame.xs.length - 1];
  const beginsAt = (row: number): boolean =>
    row >= rows ||
    Array.from({ length: columns }, (_, column) => cellStart(frame, row, column)[0]).every(
      (start) => start === row,
    );
  return Array.from({ length: rows }, (_, row) => {
    const cells = Array.from(
      { length: columns },
      (__, column) => slots.get(`${row},${column}`) ?? [],
    );
    return beginsAt(row) && beginsAt(row + 1) ? printedRows(cells) : [cells.map(cellText)];
  }).flat();
}
