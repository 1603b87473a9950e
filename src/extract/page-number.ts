/**
 * Whether a line only numbers a page. A bare number counts with one or two digits only: three
 * digits may be a subject code (208) that the layout has put on a line of its own.
 */
export function isPageNumber(line: string): boolean {
  const text = line.normalize('NFKC').trim();
  return (
    /^\d{1,2}$/u.test(text) ||
    /^[-‐–—~·]\s*\d{1,4}\s*[-‐–—~·]$/u.test(text) ||
    /^第\s*\d{1,4}\s*页(?:[,\s]*共\s*\d{1,4}\s*页)?$/u.test(text) ||
    /^\d{1,4}\s*\/\s*\d{1,4}$/u.test(text)
  );
}
