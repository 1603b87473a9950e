import type { Drawing } from './pdf-drawing.ts';

/** A thin straight line seen on a page, in points. */
export interface Stroke {
  readonly level: boolean;
  /** Height of a level line from the top, distance of an upright one from the left. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Thickest line, in points: on both sides of it the page looks otherwise. */
const thick = 3.5;
/** Shortest line, and longest gap within one, in points. */
const [short, gap] = [4, 3];
/** How far a line differs from what is beside it, of 255. */
const contrast = 24;
const mostStrokes = 20_000;

/** Lines along one row or column of pixels, put together pixel by pixel. */
class Spans {
  private from = -1;
  private to = -1;
  private readonly add: (from: number, to: number) => void;
  private readonly scale: number;

  constructor(scale: number, add: (from: number, to: number) => void) {
    this.scale = scale;
    this.add = add;
  }

  /** Takes the next pixel that may be part of a line. */
  take(at: number): void {
    if (this.from < 0 || at - this.to > gap * this.scale) {
      this.close();
      this.from = at;
    }
    this.to = at;
  }

  close(): void {
    if (this.from >= 0 && this.to - this.from + 1 >= short * this.scale) {
      this.add(this.from, this.to + 1);
    }
    this.from = -1;
  }
}

/**
 * The level and upright lines of a drawing, found by looking at its pixels. A line several pixels
 * thick is seen once for each of them.
 * @throws when there are more than any table has
 */
export function findStrokes({ width, height, scale, pixels }: Drawing): Stroke[] {
  const strokes: Stroke[] = [];
  const spansAt = (level: boolean, at: number): Spans =>
    new Spans(scale, (from, to) => {
      if (strokes.length >= mostStrokes)
        throw new Error(`Unexpected page of over ${mostStrokes} lines.`);
      strokes.push({ level, at: (at + 0.5) / scale, from: from / scale, to: to / scale });
    });
  const beside = Math.ceil(thick * scale);
  const columns = Array.from({ length: width }, (_, x) => spansAt(false, x));
  const differs = (shade: number, at: number, inside: boolean): boolean =>
    Math.abs(shade - (inside ? (pixels[at] ?? 255) : 255)) > contrast;
  for (let y = 0; y < height; y += 1) {
    const row = spansAt(true, y);
    const [up, down] = [y >= beside, y + beside < height];
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const shade = pixels[at] ?? 255;
      if (shade === 255) continue;
      if (differs(shade, at - beside * width, up) && differs(shade, at + beside * width, down))
        row.take(x);
      if (
        differs(shade, at - beside, x >= beside) &&
        differs(shade, at + beside, x + beside < width)
      )
        columns[x]?.take(y);
    }
    row.close();
  }
  for (const column of columns) column.close();
  return strokes;
}
