import type { ExtractedBlock, ExtractedDocument, ExtractedRow } from './extracted-document.ts';
import { isDoubledDocument, undoubleLines } from './doubled-text.ts';
import { isPageNumber } from './page-number.ts';
import { ImportRefusal } from './refusal.ts';
import { withTabs } from './space-runs.ts';

/** Largest source accepted, in bytes: a unit's whole disclosure as text is far below it. */
export const maximumTextBytes = 20_000_000;

/**
 * A text file as blocks of lines and tables. Lines with tabs are table rows, cut at the tabs; other
 * lines are text rows of one cell. Line numbers count every line of the source; a form feed starts
 * a page and puts the page before the line (`P2L40`). Blank lines and lines that only number a page
 * are left out. Cells are cleaned of tags and of text printed twice; `text` of a row is not.
 * @throws ImportRefusal when the bytes are empty, too many, or not UTF-8 text.
 */
export function extractText(bytes: Uint8Array): ExtractedDocument {
  const lines = withTabs(decodeText(bytes).split(/\r\n|\n|\r/u));
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
    rows,
  });
}

/** A document of rows: runs of table rows and of text rows become blocks. */
export function documentOf(
  parts: Omit<ExtractedDocument, 'blocks'> & { readonly rows: readonly ExtractedRow[] },
): ExtractedDocument {
  const { mediaType, lines, doubled, pageNumberLines, rows } = parts;
  return { mediaType, lines, doubled, pageNumberLines, blocks: blocksOf(rows) };
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

/** The decoded text without a byte order mark. */
function decodeText(bytes: Uint8Array): string {
  const refuse = (unexpected: string, expected: string, todo: string): never => {
    throw new ImportRefusal({ place: null, unexpected, expected, todo });
  };
  if (bytes.length === 0) refuse('empty file', 'the text of a disclosure', 'Check the file.');
  if (bytes.length > maximumTextBytes) {
    refuse(
      `file of ${bytes.length} bytes`,
      `at most ${maximumTextBytes}`,
      'Split or check the file.',
    );
  }
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    refuse(
      'bytes that are not UTF-8',
      'UTF-8 text',
      'Convert the file to UTF-8 and import it again.',
    );
  }
  if (text.includes('\0'))
    refuse('binary content', 'UTF-8 text', 'Extract the text of the file first.');
  if (text.trim() === '')
    refuse('file of blanks only', 'the text of a disclosure', 'Check the file.');
  return text;
}

/** Text without markup tags such as `<p>`; `<5%` is not a tag. */
export function withoutTags(text: string): string {
  return text.replace(/<\/?(?:p|br|u|i|b|em|strong|span|div|sub|sup|font)(?:\s[^<>]*)?\/?>/giu, '');
}

/** One row: `text` is the line as it stands, cells are cut from its cleaned form. */
export function rowOf(text: string, cleaned: string, place: string): ExtractedRow {
  const parts = cleaned.split('\t').map((part) => withoutTags(part).trim());
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
