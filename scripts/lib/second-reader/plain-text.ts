/**
 * Plain handling of source text for the second reader. Nothing here is shared with the importer: two
 * readings prove something only when they are made separately.
 */

const fullWidthOffset = 0xfee0;

/** Full-width ASCII, other dashes than the hyphen, and all blanks but blank and tab. */
const unevenSigns = /[\uff01-\uff5e−‐–]|[^\S\t ]/gu;

/** The lines of a text, line 1 first, without their line ends. */
export function splitLines(text: string): string[] {
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  const [first = ''] = lines;
  if (first.charCodeAt(0) === 0xfeff) lines[0] = first.slice(1);
  return lines;
}

/**
 * The text with full-width ASCII signs and every kind of blank but the tab made plain, so that it
 * keeps its cells.
 * @example evenWidths('１，４３２．４８') // '1,432.48'
 */
export function evenWidths(text: string): string {
  return text.replaceAll(unevenSigns, (sign) => {
    const code = sign.charCodeAt(0);
    if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - fullWidthOffset);
    return sign.trim() === '' ? ' ' : '-';
  });
}

/** The text with widths evened and all blanks and tabs gone. */
export function withoutBlanks(text: string): string {
  return evenWidths(text).replaceAll(/[ \t]+/gu, '');
}

/**
 * The first half of a text that is printed twice in a row; any other text unchanged.
 * @example undouble('782.91782.91') // '782.91'
 */
export function undouble(text: string): string {
  const half = text.length / 2;
  return half >= 1 && text.slice(0, half) === text.slice(half) ? text.slice(0, half) : text;
}

/** Whether a line, its blanks gone, prints nothing but the number of a page. */
export function isPageNumber(text: string): boolean {
  return /^(?:[-—―~·]?\d{1,4}[-—―~·]?|第\d+页.*|\d+\/\d+)$/u.test(text);
}

/** Line and cell of a place such as `L120C3`; cell is null where the place names none. */
export function splitPlace(place: string): { readonly line: number; readonly cell: number | null } {
  const [line = '', cell] = (place.split('L')[1] ?? '').split('C');
  return { line: Number(line), cell: cell === undefined ? null : Number(cell) };
}
