import type { Glyph } from './pdf-glyphs.ts';

/** Characters printed without a gap between them, left to right. */
export interface Word {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** Characters on one height. */
export interface PrintedLine {
  readonly baseline: number;
  readonly size: number;
  readonly words: readonly Word[];
}

/** Widest gap between the characters of a word, as a share of their size. */
const joinedGap = 0.28;

/** A word of characters in their order. */
export function wordOf(glyphs: readonly Glyph[]): Word {
  return {
    text: glyphs.map(({ sign }) => sign).join(''),
    glyphs,
    left: glyphs[0]?.left ?? 0,
    right: Math.max(...glyphs.map(({ right }) => right)),
    baseline: glyphs[0]?.baseline ?? 0,
    size: Math.max(...glyphs.map(({ size }) => size)),
  };
}

/** Characters in groups of one height, top to bottom. */
function heights(glyphs: readonly Glyph[]): Glyph[][] {
  const groups: { sum: number; glyphs: Glyph[] }[] = [];
  for (const glyph of glyphs.toSorted((a, b) => a.baseline - b.baseline)) {
    const group = groups.at(-1);
    const mean = group === undefined ? -Infinity : group.sum / group.glyphs.length;
    const least = Math.min(glyph.size, group?.glyphs[0]?.size ?? glyph.size);
    if (group !== undefined && glyph.baseline - mean <= least * 0.45) {
      group.glyphs.push(glyph);
      group.sum += glyph.baseline;
    } else groups.push({ sum: glyph.baseline, glyphs: [glyph] });
  }
  return groups.map((group) => group.glyphs);
}

/** Characters left to right; one printed twice in a place, to look bold, once. */
function inOrder(glyphs: readonly Glyph[]): Glyph[] {
  const sorted = glyphs.toSorted((a, b) => a.left - b.left);
  return sorted.filter(
    (glyph, i) =>
      !sorted
        .slice(Math.max(0, i - 4), i)
        .some(({ sign, left }) => sign === glyph.sign && glyph.left - left < glyph.size * 0.15),
  );
}

/** The lines that characters are printed in, top to bottom. */
export function printedLines(glyphs: readonly Glyph[]): PrintedLine[] {
  return heights(glyphs).map((group) => {
    const words: Glyph[][] = [];
    for (const glyph of inOrder(group)) {
      const last = words.at(-1)?.at(-1);
      const apart = last === undefined || glyph.left - last.right > glyph.size * joinedGap;
      if (apart) words.push([glyph]);
      else words.at(-1)?.push(glyph);
    }
    return {
      baseline: group[0]?.baseline ?? 0,
      size: Math.max(...group.map(({ size }) => size)),
      words: words.map(wordOf),
    };
  });
}

/** The text of a line, its words parted by blanks. */
export const lineText = ({ words }: PrintedLine): string => words.map(({ text }) => text).join(' ');

/** The text of a cell: its lines joined. */
export const cellText = (glyphs: readonly Glyph[]): string =>
  printedLines(glyphs).map(lineText).join('');
