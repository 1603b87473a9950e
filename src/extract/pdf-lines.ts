import { joinLines } from './even-text.ts';
import type { PdfText } from './pdf-page.ts';

/** Texts printed side by side, in reading order. */
export interface PdfLine {
  readonly texts: readonly PdfText[];
  readonly baseline: number;
  readonly size: number;
}

/** A line of a page that stands outside ruled tables. */
export interface LooseLine extends PdfLine {
  /** Number of the page. */
  readonly page: number;
}

/** Texts that a page prints twice, a little moved, to look bold: each once. */
function withoutDoubles(texts: readonly PdfText[]): PdfText[] {
  const kept: PdfText[] = [];
  for (const text of texts) {
    const twice = kept.some(
      (other) =>
        other.text === text.text &&
        Math.abs(other.left - text.left) < 1.5 &&
        Math.abs(other.baseline - text.baseline) < 1.5,
    );
    if (!twice) kept.push(text);
  }
  return kept;
}

/** The lines of a page or a cell, top to bottom, each from left to right. */
export function linesOf(texts: readonly PdfText[]): PdfLine[] {
  const lines: PdfText[][] = [];
  for (const text of withoutDoubles(texts).toSorted((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1);
    const first = line?.[0];
    const height = Math.min(first?.size ?? 0, text.size) * 0.5;
    if (first !== undefined && text.baseline - first.baseline <= height) line?.push(text);
    else lines.push([text]);
  }
  return lines.map((line) => ({
    texts: line.toSorted((a, b) => a.left - b.left),
    baseline: line[0]?.baseline ?? 0,
    size: Math.max(...line.map((text) => text.size)),
  }));
}

/** A blank that only the layout puts between a Chinese character and a Latin sign or number. */
const layoutBlank =
  /(?<=[\p{Script=Han}（）《》，。、：；“”]) (?=[\w.%（(])|(?<=[\w.%）)]) (?=[\p{Script=Han}（）《》，。、：；“”])/gu;

/** The text of one line: what stands apart is parted by one blank. */
export function lineText({ texts }: PdfLine): string {
  let text = '';
  let right = -Infinity;
  for (const one of texts) {
    const gap = one.left - right;
    const apart = text !== '' && gap > one.size * 0.3;
    text += (apart ? (gap > one.size ? '\u2003' : ' ') : '') + one.text;
    right = one.right;
  }
  return text.replaceAll(layoutBlank, '').replaceAll('\u2003', ' ').replace(/ +/gu, ' ').trim();
}

/** The text of a cell: its lines joined. */
export function cellText(texts: readonly PdfText[]): string {
  return joinLines(linesOf(texts).map(lineText));
}
