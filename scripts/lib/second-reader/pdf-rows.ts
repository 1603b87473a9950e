import { isPageNumber, withoutBlanks } from './plain-text.ts';
import { type PageLine, unruledTexts } from './pdf-bands.ts';
import { readDrawing } from './pdf-drawing.ts';
import { frameRows, isInside } from './pdf-frame-rows.ts';
import { findFrames, type Frame, middles } from './pdf-frames.ts';
import { readGlyphs } from './pdf-glyphs.ts';
import { findStrokes } from './pdf-strokes.ts';
import { lineText, printedLines, type Word } from './pdf-words.ts';
import { type Pdfium, readPdfPages } from './pdfium.ts';
import type { PlacedRow } from './source-lines.ts';

/** A ruled table of one page. */
interface RuledPart {
  readonly kind: 'ruled';
  readonly top: number;
  frame: Frame;
  readonly words: readonly Word[];
}

type Part = RuledPart | ({ readonly kind: 'line'; readonly top: number } & PageLine);

/** What a page prints, top to bottom. */
function partsOf(library: Pdfium, page: number, number: number): Part[] {
  const { glyphs, turn } = readGlyphs(library, page);
  const frames = findFrames(findStrokes(readDrawing(library, page, turn)));
  const words = printedLines(glyphs).flatMap((line) => line.words);
  const ruled = frames.map((frame): RuledPart => ({
    kind: 'ruled',
    top: frame.ys[0] ?? 0,
    frame,
    words: words.filter((word) => isInside(word, frame)),
  }));
  const loose = words.filter((word) => !frames.some((frame) => isInside(word, frame)));
  const lines = printedLines(loose.flatMap((word) => word.glyphs)).map((line): Part => ({
    kind: 'line',
    top: line.baseline,
    page: number,
    line,
  }));
  return [...lines, ...ruled.filter((one) => one.words.length > 0)].toSorted(
    (a, b) => a.top - b.top,
  );
}

const numbersPage = (part: Part): boolean =>
  part.kind === 'line' && isPageNumber(withoutBlanks(lineText(part.line)));

/** Gives the parts of a table that goes on over pages the columns of all of them. */
function joinFrames(pages: readonly (readonly Part[])[]): void {
  let open: RuledPart[] = [];
  const close = (): void => {
    const xs = middles(open.flatMap(({ frame }) => frame.xs));
    for (const part of open) part.frame = { ...part.frame, xs };
    open = [];
  };
  for (const page of pages) {
    const printed = page.filter((part) => !numbersPage(part));
    printed.forEach((part, i) => {
      if (part.kind !== 'ruled') {
        close();
        return;
      }
      const before = open.at(-1)?.frame.xs;
      const same = [0, -1].every(
        (end) => Math.abs((before?.at(end) ?? -Infinity) - (part.frame.xs.at(end) ?? 0)) <= 4,
      );
      if (i > 0 || !same) close();
      open.push(part);
    });
  }
  close();
}

/** The texts of all lines outside ruled tables; a ruled table ends a table without rules. */
function looseTexts(pages: readonly (readonly Part[])[]): Map<PageLine, string> {
  const texts = new Map<PageLine, string>();
  let lines: PageLine[] = [];
  const close = (): void => {
    for (const [line, text] of unruledTexts(lines)) texts.set(line, text);
    lines = [];
  };
  for (const part of pages.flat()) {
    if (part.kind === 'ruled') close();
    else if (!numbersPage(part)) lines.push(part);
  }
  close();
  return texts;
}

/**
 * The lines and table rows of a PDF (`P7L12`), counted on each page from its top, seen as a reader sees
 * them: characters by where PDFium prints them, tables by the lines it paints.
 * @throws when PDFium cannot open the file
 */
export async function pdfRows(bytes: Uint8Array): Promise<PlacedRow[]> {
  let number = 0;
  const pages = await readPdfPages(bytes, (library, page) => partsOf(library, page, (number += 1)));
  joinFrames(pages);
  const loose = looseTexts(pages);
  return pages.flatMap((parts, index) => {
    const texts = parts.flatMap((part): string[] =>
      part.kind === 'ruled'
        ? frameRows(part.frame, part.words).map((cells) => cells.join('\t'))
        : [loose.get(part) ?? lineText(part.line)],
    );
    return texts.map((text, i) => ({ place: `P${index + 1}L${i + 1}`, text }));
  });
}
