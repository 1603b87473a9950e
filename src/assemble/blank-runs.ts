import type { ExtractedRow } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { TableDefinition } from '../schema/table-set.ts';

/**
 * A line whose cells are separated by runs of blanks instead of tabs, cut into cells when it prints
 * every cell of the table; with fewer cells their columns could not be told.
 * @throws ImportRefusal when amounts stand in a line that prints fewer cells.
 */
export function cutBlankRuns(row: ExtractedRow, definition: TableDefinition): ExtractedRow {
  if (row.cells.length > 1 || !/\S\s{2,}\S/u.test(row.text) || !/\d\.\s?\d/u.test(row.text))
    return row;
  const texts = row.text.trim().split(/\s{2,}/u);
  const once = definition.nameColumns.length + definition.columns.length;
  const expected = once * (definition.blocks ?? 1);
  if (texts.length !== expected) {
    throw new ImportRefusal({
      place: row.place,
      unexpected: `${texts.length} cells separated by runs of blanks`,
      expected: `tabs, or all ${expected} cells of ${definition.id}`,
      todo: 'Add a correction that separates the cells by tabs.',
    });
  }
  return {
    ...row,
    cells: texts.map((text, index) => ({ text, place: `${row.place}C${index + 1}` })),
  };
}
