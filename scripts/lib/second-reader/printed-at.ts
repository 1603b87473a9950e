import { undouble, withoutBlanks } from './plain-text.ts';

/** How many lines with text a wrapped print may run over. */
const wrapLines = 4;

/**
 * Whether a text is printed from the line on: it begins on that line and may go on over the next
 * lines with text. Blanks, widths and doubled prints are not compared.
 */
export function isPrintedAt(lines: readonly string[], line: number, printed: string): boolean {
  const wanted = withoutBlanks(printed);
  const first = lines[line - 1];
  if (wanted === '' || first === undefined) return false;
  for (const clean of [withoutBlanks, (text: string) => undouble(withoutBlanks(text))]) {
    const start = clean(first);
    const rest = lines
      .slice(line)
      .map(clean)
      .filter((text) => text !== '')
      .slice(0, wrapLines - 1);
    const at = [start, ...rest].join('').indexOf(wanted);
    if (at >= 0 && at < start.length) return true;
  }
  return false;
}

/** Whether the cell of a line with tabs prints a text; lines without tabs are searched whole. */
export function isPrintedInCell(line: string, cell: number | null, printed: string): boolean {
  const text = cell !== null && line.includes('\t') ? (line.split('\t')[cell - 1] ?? '') : line;
  return withoutBlanks(text).includes(withoutBlanks(printed));
}
