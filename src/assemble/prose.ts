import { remark } from 'remark';
import type { ExtractedDocument, ExtractedRow } from '../extract/extracted-document.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import {
  narrativeParts,
  opensForm,
  type PlacedText,
  placeRow,
  recogniseHeading,
} from './key-fact-text.ts';
import { withoutPersonalNumbers } from './personal-data.ts';

/** The narrative sections of a record. */
export type Prose = NonNullable<Disclosure['prose']>;

/**
 * The narrative sections of a document as Markdown, in document order: the overview (概况) and the
 * explanations (情况说明), one section for each heading numbered 一、二、…; tables and performance
 * forms are left out, lines broken by the layout are joined, and mobile and ID-card numbers are
 * dropped. Empty when the document has neither part. Only for archivists who may publish the text
 * of their own documents.
 */
export function assembleProse(document: ExtractedDocument): Prose {
  const rows = document.blocks
    .flatMap((block) => block.rows.map(placeRow))
    .filter(({ text }) => text !== '');
  const { overview, explanations } = narrativeParts(rows);
  return [...sectionsOf(overview, '概况'), ...sectionsOf(explanations, '情况说明')];
}

const rowOf = (placed: PlacedText): ExtractedRow | undefined => placed.origins[0]?.row;

/** The printed text of a row, outer blanks and blanks between Chinese characters removed. */
const printedText = (row: ExtractedRow): string =>
  row.cells
    .map((cell) => cell.text)
    .join(' ')
    .trim()
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');

/** Paragraphs as Markdown in which no character of theirs has a meaning. */
const markdownOf = (paragraphs: readonly string[]): string =>
  remark()
    .stringify({
      type: 'root',
      children: paragraphs.map((value) => ({
        type: 'paragraph',
        children: [{ type: 'text', value }],
      })),
    })
    .trimEnd();

const opensParagraph = (text: string): boolean =>
  /^(?:（[一二三四五六七八九十\d]+）|\([一二三四五六七八九十\d]+\)|\d{1,2}[、.．])/u.test(text);

const isTableRow = (row: ExtractedRow): boolean =>
  row.cells.length > 2 && !/[。，；]/u.test(row.text);

class SectionWriter {
  readonly sections: Prose = [];
  #paragraphs: string[] = [];
  #open = '';
  #heading: { text: string; place: string } | undefined;

  heading(text: string, place: string): void {
    this.#flush();
    this.#heading = { text, place };
  }

  line(text: string, place: string, part: string): void {
    this.#heading ??= { text: part, place };
    if (opensParagraph(text)) this.#closeParagraph();
    this.#open += text;
    if (/[。：；！？]$/u.test(text)) this.#closeParagraph();
  }

  done(): Prose {
    this.#flush();
    return this.sections;
  }

  #closeParagraph(): void {
    if (this.#open !== '') this.#paragraphs.push(withoutPersonalNumbers(this.#open));
    this.#open = '';
  }

  #flush(): void {
    this.#closeParagraph();
    if (this.#heading !== undefined && this.#paragraphs.length > 0)
      this.sections.push({
        heading: this.#heading.text,
        markdown: markdownOf(this.#paragraphs),
        place: this.#heading.place,
      });
    this.#paragraphs = [];
    this.#heading = undefined;
  }
}

function sectionsOf(rows: readonly PlacedText[], part: string): Prose {
  const writer = new SectionWriter();
  let inForm = false;
  for (const placed of rows) {
    const row = rowOf(placed);
    if (row === undefined) continue;
    const heading = recogniseHeading(placed.text);
    if (heading?.level === 1 && (!inForm || heading.kind !== null)) {
      inForm = false;
      writer.heading(printedText(row), row.place);
      continue;
    }
    if (opensForm(placed.text)) inForm = true;
    if (!inForm && !isTableRow(row)) writer.line(printedText(row), row.place, part);
  }
  return writer.done();
}
