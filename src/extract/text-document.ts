import { decodeText } from './decode-text.ts';
import { withoutRadicals } from './even-text.ts';
import type { ExtractedBlock, ExtractedDocument, ExtractedRow } from './extracted-document.ts';
import { isDoubledDocument, undoubleLines } from './doubled-text.ts';
import { isPageNumber } from './page-number.ts';
import { withTabs } from './space-runs.ts';

/**
 * A text file as blocks of lines and tables. Lines with tabs are table rows, cut at the tabs; other
 * lines are text rows of one cell. Line numbers count every line of the source; a form feed starts
 * a page and puts the page before the line (`P2L40`). Blank lines and lines that only number a page
 * are left out. Cells are cleaned of tags, of look-alike radicals and of text printed twice; `text`
 * of a row is not.
 * @throws ImportRefusal when the bytes are empty, too many, or no text.
 */
export function extractText(bytes: Uint8Array): ExtractedDocument {
  const { text: whole, notices } = decodeText(bytes);
  const lines = withTabs(whole.split(/\r\n|\n|\r/u));
  if (lines.at(-1) === '') lines.pop();
  const doubled = isDoubledDocument(lines);
  const cleaned = doubled ? undoubleLines(lines) : lines;
  const paged = lines.some((line) => line.includes('\f'));
  let page = 1;
  let pageNumberLines = 0;
  const rows: ExtractedRow[] = [];
  lines.forEach((line, index) => {
    page += line.split('\f').length - 1;
    const text = line.replaceAll('\f', '');
    if (text.trim() === '') return;
    if (isPageNumber(text)) {
      pageNumberLines += 1;
      return;
    }
    const place = `${paged ? `P${page}` : ''}L${index + 1}`;
    rows.push(rowOf(text, (cleaned[index] ?? '').replaceAll('\f', ''), place));
  });
  return documentOf({
    mediaType: 'text/plain',
    lines: lines.length,
    doubled,
    pageNumberLines,
    ...(notices.length === 0 ? {} : { notices }),
    rows,
  });
}

/** A document of rows: runs of table rows and of text rows become blocks. */
export function documentOf(
  parts: Omit<ExtractedDocument, 'blocks'> & { readonly rows: readonly ExtractedRow[] },
): ExtractedDocument {
  const { mediaType, lines, doubled, pageNumberLines, notices, rows } = parts;
  const told = notices === undefined ? {} : { notices };
  return { mediaType, lines, doubled, pageNumberLines, ...told, blocks: blocksOf(rows) };
}

/**
 * A row whose whole line a correction replaces. Cells whose text changes keep what the source has
 * at their position as `printed`; a line of one cell keeps the whole line.
 */
export function correctedRow(row: ExtractedRow, replacement: string, id: string): ExtractedRow {
  const fresh = rowOf(replacement, replacement, row.place);
  const whole = row.cells.length === 1;
  const cells = fresh.cells.map((cell, index) => {
    const printed = whole ? row.text : (row.cells[index]?.text ?? '');
    return printed === cell.text ? cell : { ...cell, printed, correction: id };
  });
  return { ...fresh, cells, correction: id };
}

/** Text without markup tags such as `<p>`; `<5%` is not a tag. */
export function withoutTags(text: string): string {
  return text.replace(/<\/?(?:p|br|u|i|b|em|strong|span|div|sub|sup|font)(?:\s[^<>]*)?\/?>/giu, '');
}

/** One row: `text` is the line as it stands, cells are cut from its cleaned form. */
export function rowOf(text: string, cleaned: string, place: string): ExtractedRow {
  const parts = cleaned.split('\t').map((part) => withoutRadicals(withoutTags(part)).trim());
  const cells = parts.map((part, index) => ({ text: part, place: `${place}C${index + 1}` }));
  return { cells, place, text };
}

function blocksOf(rows: readonly ExtractedRow[]): ExtractedBlock[] {
  const blocks: { kind: 'text' | 'table'; rows: ExtractedRow[] }[] = [];
  for (const row of rows) {
    const kind = row.cells.length > 1 ? 'table' : 'text';
    const last = blocks.at(-1);
    if (last?.kind === kind) last.rows.push(row);
    else blocks.push({ kind, rows: [row] });
  }
  return blocks;
}
