import { countRadicals, withoutRadicals } from './even-text.ts';
import type { ExtractedRow, ExtractNotice } from './extracted-document.ts';
import { maximumCells, maximumRows } from './limits.ts';
import { ImportRefusal } from './refusal.ts';

/** A row at a place, cut into cells already: the cells are cleaned, `text` is not. */
export function rowOfCells(texts: readonly string[], place: string): ExtractedRow {
  return {
    place,
    text: texts.join('\t'),
    cells: texts.map((text, index) => ({
      text: withoutRadicals(text).trim(),
      place: `${place}C${index + 1}`,
    })),
  };
}

/**
 * Refuses a document of more rows or cells than any disclosure has.
 * @throws ImportRefusal naming the number.
 */
export function refuseTooMany(rows: readonly ExtractedRow[]): void {
  const cells = rows.reduce((sum, row) => sum + row.cells.length, 0);
  if (rows.length <= maximumRows && cells <= maximumCells) return;
  throw new ImportRefusal({
    place: null,
    unexpected: `document of ${rows.length} rows and ${cells} cells`,
    expected: `at most ${maximumRows} rows and ${maximumCells} cells`,
    todo: 'Check that this is the disclosure of one unit.',
  });
}

/** What is told of look-alike radicals read as the characters they look like; empty = there are none. */
export function radicalNotices(rows: readonly ExtractedRow[]): ExtractNotice[] {
  const count = rows.reduce((sum, row) => sum + countRadicals(row.text), 0);
  if (count === 0) return [];
  return [
    {
      place: null,
      what: `${count} look-alike radicals were read as the characters they look like`,
    },
  ];
}
