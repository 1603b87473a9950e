import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply, transformPoint } from './pdf-matrix.ts';

/** A straight line drawn on a page, level or upright, its ends in order. */
export interface Rule {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What the drawing operations of a page tell besides its text. */
export interface PageDrawing {
  readonly rules: Rule[];
  /** Whether any operation paints text. */
  readonly paintsText: boolean;
  readonly pictures: boolean;
}

/** Width up to which a filled shape is a line. */
const thin = 3;
/** Length from which a line can rule a table. */
const long = 4;

const strokes = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const fills = new Set([OPS.fill, OPS.eoFill]);
const texts = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
]);
const images = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
]);

type Point = readonly [number, number];

/** The corners of every part of a path; a curve counts by its end. */
function outlines(data: ArrayLike<number>): Point[][] {
  const paths: Point[][] = [];
  let at = 0;
  const point = (skip: number): Point => {
    at += skip;
    const found: Point = [data[at] ?? 0, data[at + 1] ?? 0];
    at += 2;
    return found;
  };
  while (at < data.length) {
    const kind = data[at];
    at += 1;
    const path = paths.at(-1);
    if (kind === 0) paths.push([point(0)]);
    else if (kind === 1) path?.push(point(0));
    else if (kind === 2) path?.push(point(4));
    else if (kind === 3) path?.push(point(2));
    else if (kind === 4 && path?.[0] !== undefined) path.push(path[0]);
    else if (kind !== 4) return paths;
  }
  return paths;
}

const ruleBetween = ([ax, ay]: Point, [bx, by]: Point): Rule => ({
  x0: Math.min(ax, bx),
  y0: Math.min(ay, by),
  x1: Math.max(ax, bx),
  y1: Math.max(ay, by),
});

/** The rule a thin filled shape is; undefined for broad and for tiny shapes. */
function thinShape(path: readonly Point[]): Rule | undefined {
  const xs = path.map(([x]) => x);
  const ys = path.map(([, y]) => y);
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const [width, height] = [x1 - x0, y1 - y0];
  if (Math.min(width, height) > thin || Math.max(width, height) < long) return undefined;
  if (width > height) return { x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 };
  return { y0, y1, x0: (x0 + x1) / 2, x1: (x0 + x1) / 2 };
}

const isStraight = ({ x0, y0, x1, y1 }: Rule): boolean =>
  Math.min(x1 - x0, y1 - y0) < 1 && Math.max(x1 - x0, y1 - y0) > 0.5;

function pathRules(operation: number, data: ArrayLike<number>, map: Matrix): Rule[] {
  return outlines(data).flatMap((outline) => {
    const path = outline.map(([x, y]) => transformPoint(map, x, y));
    const shape = path.length > 2 ? thinShape(path) : undefined;
    if (shape !== undefined) return [shape];
    if (!strokes.has(operation)) return [];
    return path
      .slice(1)
      .map((to, i) => ruleBetween(path[i] ?? to, to))
      .filter(isStraight);
  });
}

/** The rules a page draws, in its own coordinates, and whether it paints text and pictures. */
export function readRules(list: {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}): PageDrawing {
  const rules: Rule[] = [];
  const saved: Matrix[] = [];
  let map: Matrix = [1, 0, 0, 1, 0, 0];
  let [paintsText, pictures] = [false, false];
  list.fnArray.forEach((operation, index) => {
    const args = list.argsArray[index] as readonly unknown[] | null;
    paintsText ||= texts.has(operation);
    pictures ||= images.has(operation);
    if (operation === OPS.save) saved.push(map);
    else if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd)
      map = saved.pop() ?? map;
    else if (operation === OPS.transform) map = multiply(map, args as unknown as Matrix);
    else if (operation === OPS.paintFormXObjectBegin) {
      saved.push(map);
      if (args?.[0] != null) map = multiply(map, args[0] as Matrix);
    } else if (operation === OPS.constructPath) {
      const [paint, [data]] = args as [number, [ArrayLike<number> | null]];
      if (data !== null && (strokes.has(paint) || fills.has(paint)))
        rules.push(...pathRules(paint, data, map));
    }
  });
  return { rules, paintsText, pictures };
}
