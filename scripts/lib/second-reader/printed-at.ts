import { isPageNumber, undouble, withoutBlanks } from './plain-text.ts';

/** How many lines with text a wrapped print may run over. */
const wrapLines = 4;

/** A line and the next lines with text, at most as many as a wrapped print runs over. */
function linesFrom(lines: readonly string[], line: number, pageNumbers: boolean): string[] {
  const found = [withoutBlanks(lines[line - 1] ?? '')];
  for (let i = line; i < lines.length && found.length < wrapLines; i += 1) {
    const text = withoutBlanks(lines[i] ?? '');
    if (text !== '' && (pageNumbers || !isPageNumber(text))) found.push(text);
  }
  return found;
}

/**
 * Whether a text is printed from the line on: it begins on that line and may go on over the next
 * lines with text. Blanks, widths, doubled prints and page numbers between are not compared.
 */
export function isPrintedAt(lines: readonly string[], line: number, printed: string): boolean {
  const wanted = withoutBlanks(printed);
  const all = linesFrom(lines, line, true);
  return [all, all.map(undouble), linesFrom(lines, line, false)].some((texts) => {
    const at = wanted === '' ? -1 : texts.join('').indexOf(wanted);
    return at >= 0 && at < (texts[0]?.length ?? 0);
  });
}

/** Whether the cell of a line with tabs prints a text; lines without tabs are searched whole. */
export function isPrintedInCell(line: string, cell: number | null, printed: string): boolean {
  const text = cell !== null && line.includes('\t') ? (line.split('\t')[cell - 1] ?? '') : line;
  return withoutBlanks(text).includes(withoutBlanks(printed));
}
