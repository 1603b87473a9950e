import { type Pdfium, withMemory } from './pdfium.ts';

/** One printed character, in points from the top left corner of its upright page. */
export interface Glyph {
  readonly sign: string;
  readonly left: number;
  readonly right: number;
  /** Height of the baseline, counted downwards. */
  readonly baseline: number;
  readonly size: number;
}

/** The characters of a page, and by how many quarters it is turned so that they stand upright. */
export interface PageGlyphs {
  readonly glyphs: readonly Glyph[];
  readonly turn: number;
}

/** A character as PDFium has it, in the coordinates of the page. */
interface RawGlyph {
  readonly sign: string;
  readonly x: number;
  readonly y: number;
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  /** Direction of reading, clockwise. */
  readonly angle: number;
  readonly size: number;
}

type Point = readonly [x: number, y: number];

/** Positions are asked for in hundredths of a point, since PDFium answers in whole numbers. */
const fine = 100;

function rawGlyph(library: Pdfium, texts: number, index: number, at: number): RawGlyph | null {
  const code = library.FPDFText_GetUnicode(texts, index);
  const hyphen = library.FPDFText_IsHyphen(texts, index) === 1;
  const sign = hyphen ? '-' : String.fromCodePoint(Math.min(code, 0x10ffff));
  if (library.FPDFText_IsGenerated(texts, index) === 1 || sign.trim() === '' || code === 0)
    return null;
  const float = (n: number): number => library.pdfium.getValue(at + 4 * n, 'float');
  library.FPDFText_GetCharOrigin(texts, index, at, at + 8);
  const x = library.pdfium.getValue(at, 'double');
  const y = library.pdfium.getValue(at + 8, 'double');
  library.FPDFText_GetLooseCharBox(texts, index, at);
  const box = [float(0), float(1), float(2), float(3)] as const;
  library.FPDFText_GetMatrix(texts, index, at);
  const size = library.FPDFText_GetFontSize(texts, index) * Math.hypot(float(2), float(3));
  return { sign, x, y, box, angle: library.FPDFText_GetCharAngle(texts, index), size };
}

function rawGlyphs(library: Pdfium, page: number, at: number): RawGlyph[] {
  const texts = library.FPDFText_LoadPage(page);
  if (texts === 0) return [];
  try {
    const count = library.FPDFText_CountChars(texts);
    return Array.from({ length: count }, (_, i) => rawGlyph(library, texts, i, at)).filter(
      (glyph) => glyph !== null,
    );
  } finally {
    library.FPDFText_ClosePage(texts);
  }
}

/** Width and height of a page turned by quarters, in points. */
export function pageSize(library: Pdfium, page: number, turn: number): Point {
  const [width, height] = [library.FPDF_GetPageWidthF(page), library.FPDF_GetPageHeightF(page)];
  return turn % 2 === 0 ? [width, height] : [height, width];
}

/** Where a point of a page lies when the page is turned by quarters. */
function turned(library: Pdfium, page: number, turn: number, at: number): (point: Point) => Point {
  const [width, height] = pageSize(library, page, turn).map((one) => Math.round(one * fine));
  return ([x, y]) => {
    library.FPDF_PageToDevice(page, 0, 0, width ?? 0, height ?? 0, turn, x, y, at, at + 4);
    const whole = (offset: number): number => library.pdfium.getValue(at + offset, 'i32');
    return [whole(0) / fine, whole(4) / fine];
  };
}

/** Quarters, clockwise, in which a character is read on the page as it lies; undefined = askew. */
function quarterOf({ x, y, angle }: RawGlyph, map: (point: Point) => Point): number | undefined {
  const [from, to] = [map([x, y]), map([x + 100 * Math.cos(angle), y - 100 * Math.sin(angle)])];
  const quarters = Math.atan2(to[1] - from[1], to[0] - from[0]) / (Math.PI / 2);
  const nearest = Math.round(quarters);
  return Math.abs(quarters - nearest) < 0.03 ? (nearest + 4) % 4 : undefined;
}

function upright(raw: RawGlyph, map: (point: Point) => Point): Glyph {
  const [left, baseline] = map([raw.x, raw.y]);
  const [boxLeft, top, boxRight, bottom] = raw.box;
  const ends = [map([boxLeft, top]), map([boxRight, bottom])].map(([x]) => x);
  const right = Math.max(...ends, left + raw.size * 0.2);
  return { sign: raw.sign, left, right, baseline, size: raw.size };
}

/**
 * The printed characters of a page, blanks left out. The direction in which most are read is taken
 * for upright; what is printed in another is left out.
 */
export function readGlyphs(library: Pdfium, page: number): PageGlyphs {
  return withMemory(library, 64, (at) => {
    const raw = rawGlyphs(library, page, at);
    const lying = turned(library, page, 0, at);
    const quarters = raw.map((glyph) => quarterOf(glyph, lying));
    const counts = [0, 1, 2, 3].map((one) => quarters.filter((found) => found === one).length);
    const main = counts.indexOf(Math.max(...counts));
    const turn = (4 - main) % 4;
    const map = turned(library, page, turn, at);
    const glyphs = raw.filter((_, i) => quarters[i] === main).map((one) => upright(one, map));
    return { glyphs, turn };
  });
}
