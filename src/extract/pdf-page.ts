import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readRules, type Rule } from './pdf-rules.ts';
import { type Matrix, multiply, transformPoint } from './pdf-matrix.ts';
import { ImportRefusal } from './refusal.ts';

/** A run of text on a page, upright, in points from the top left corner. */
export interface PdfText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Height of the baseline, counted downwards. */
  readonly baseline: number;
  readonly size: number;
}

/** What one page prints, turned upright. */
export interface PdfPage {
  readonly number: number;
  readonly texts: readonly PdfText[];
  readonly rules: readonly Rule[];
  /** Runs of text in another direction than the page's, which are left out. */
  readonly askew: number;
  /** Whether the page shows pictures. */
  readonly pictures: boolean;
}

/** Most runs of text on one page. */
const maximumTexts = 20_000;
/** Most drawing operations on one page. */
const maximumOperations = 1_000_000;

interface Run {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/** Direction of a run in quarter turns; undefined when it is askew. */
function quarter(matrix: Matrix): number | undefined {
  const angle = Math.atan2(matrix[1], matrix[0]) / (Math.PI / 2);
  const nearest = Math.round(angle);
  return Math.abs(angle - nearest) < 0.02 ? (nearest + 4) % 4 : undefined;
}

/** Turns by quarters, back to upright. */
const turns: readonly Matrix[] = [
  [1, 0, 0, 1, 0, 0],
  [0, -1, 1, 0, 0, 0],
  [-1, 0, 0, -1, 0, 0],
  [0, 1, -1, 0, 0, 0],
];

/**
 * What a page prints. A page whose text runs sideways, by its own turn or drawn so, is turned upright.
 * @throws ImportRefusal when it uses fonts but none of its text can be read, or prints too much.
 */
export async function readPdfPage(document: PDFDocumentProxy, number: number): Promise<PdfPage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const base = viewport.transform as unknown as Matrix;
  const runs = await textRuns(page, number);
  const operations = await page.getOperatorList();
  refuseLarge(operations.fnArray.length, maximumOperations, 'drawing operations', number);
  const { rules, paintsText, pictures } = readRules(operations);
  if (runs.length === 0 && paintsText) {
    throw new ImportRefusal({
      place: `P${number}L1`,
      unexpected: 'page that prints text of which no character can be read',
      expected: 'fonts that name their characters',
      todo: 'Print the PDF to a new PDF with another program, or recognise its text first (OCR).',
    });
  }
  const matrices = runs.map((run) => multiply(base, run.transform as unknown as Matrix));
  const weights = [0, 0, 0, 0];
  runs.forEach((run, i) => {
    const turn = quarter(matrices[i] ?? turns[0] ?? base);
    if (turn !== undefined) weights[turn] = (weights[turn] ?? 0) + run.str.length;
  });
  const main = weights.indexOf(Math.max(...weights));
  const upright = multiply(turns[main] ?? base, base);
  const texts = runs.flatMap((run): PdfText[] => {
    const matrix = multiply(upright, run.transform as unknown as Matrix);
    if (quarter(matrix) !== 0) return [];
    const size = Math.hypot(matrix[2], matrix[3]);
    const [left, baseline] = [matrix[4], matrix[5]];
    return [{ text: run.str, left, right: left + run.width, baseline, size }];
  });
  const turned = rules.map((rule) => turnRule(rule, upright));
  const moved = toOrigin(texts, turned);
  page.cleanup();
  return { number, ...moved, askew: runs.length - texts.length, pictures };
}

async function textRuns(page: PDFPageProxy, number: number): Promise<Run[]> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  refuseLarge(items.length, maximumTexts, 'runs of text', number);
  return items.flatMap((item): Run[] =>
    'str' in item && item.str.trim() !== ''
      ? [{ str: item.str, width: item.width, transform: item.transform as number[] }]
      : [],
  );
}

function refuseLarge(count: number, most: number, what: string, number: number): void {
  if (count <= most) return;
  throw new ImportRefusal({
    place: `P${number}L1`,
    unexpected: `page of ${count} ${what}`,
    expected: `at most ${most}`,
    todo: 'Check where the file comes from.',
  });
}

function turnRule(rule: Rule, matrix: Matrix): Rule {
  const [x0, y0] = transformPoint(matrix, rule.x0, rule.y0);
  const [x1, y1] = transformPoint(matrix, rule.x1, rule.y1);
  return {
    x0: Math.min(x0, x1),
    y0: Math.min(y0, y1),
    x1: Math.max(x0, x1),
    y1: Math.max(y0, y1),
  };
}

/** Everything moved so that it begins at the origin; a turned page would lie beside it. */
function toOrigin(
  texts: readonly PdfText[],
  rules: readonly Rule[],
): { texts: PdfText[]; rules: Rule[] } {
  const dx = -Math.min(0, ...texts.map((text) => text.left));
  const dy = -Math.min(0, ...texts.map((text) => text.baseline - text.size));
  return {
    texts: texts.map((text) => ({
      ...text,
      left: text.left + dx,
      right: text.right + dx,
      baseline: text.baseline + dy,
    })),
    rules: rules.map(({ x0, y0, x1, y1 }) => ({
      x0: x0 + dx,
      y0: y0 + dy,
      x1: x1 + dx,
      y1: y1 + dy,
    })),
  };
}
