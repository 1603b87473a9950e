import type { Element, ElementContent } from 'hast';
import { maximumCells, maximumColumns } from './limits.ts';
import { ImportRefusal } from './refusal.ts';

/** A row of a table with its texts in columns; covered positions are empty. */
export interface HtmlRow {
  /** Number of the row in its table, counted from 1, hidden rows included. */
  readonly row: number;
  readonly texts: readonly string[];
}

/** A table cut into rows and columns. */
export interface HtmlTable {
  readonly rows: readonly HtmlRow[];
  /** Rows left out because the page hides them. */
  readonly hidden: readonly number[];
}

const isElement = (node: ElementContent): node is Element => node.type === 'element';

/** The elements of some names below an element, not those of tables inside it. */
function within(parent: Element, names: ReadonlySet<string>): Element[] {
  return parent.children.filter(isElement).flatMap((child) => {
    if (names.has(child.tagName)) return [child];
    return child.tagName === 'table' ? [] : within(child, names);
  });
}

const rowNames = new Set(['tr']);
const cellNames = new Set(['td', 'th']);

/** Whether an element is not shown: `hidden`, or styled away. */
export function isHidden(element: Element): boolean {
  const { hidden, style } = element.properties;
  if (hidden != null && hidden !== false) return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/iu.test(
    typeof style === 'string' ? style : '',
  );
}

function span(cell: Element, name: 'rowSpan' | 'colSpan', most: number): number {
  const value = Number(cell.properties[name] ?? 1);
  return Number.isInteger(value) && value > 0 ? Math.min(value, most) : 1;
}

/**
 * A table with its merged cells laid out: the text stands where the merged cell begins, the other
 * positions it covers are empty. Every row has as many texts as the table has columns.
 * @throws ImportRefusal when the table has more columns or cells than any disclosure has.
 */
export function readHtmlTable(
  table: Element,
  place: string,
  textOf: (cell: Element) => string,
): HtmlTable {
  const lines = within(table, rowNames);
  const grid: (string | undefined)[][] = lines.map(() => []);
  let cells = 0;
  lines.forEach((line, r) => {
    let column = 0;
    for (const cell of within(line, cellNames)) {
      while (grid[r]?.[column] !== undefined) column += 1;
      const width = span(cell, 'colSpan', maximumColumns + 1);
      const height = Math.min(span(cell, 'rowSpan', lines.length), lines.length - r);
      cells += width * height;
      refuseLarge(column + width, cells, place);
      for (let down = 0; down < height; down += 1) {
        for (let across = 0; across < width; across += 1) {
          const row = grid[r + down];
          if (row !== undefined) row[column + across] = down + across === 0 ? textOf(cell) : '';
        }
      }
      column += width;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  const rows = grid.map((row, r) => ({
    row: r + 1,
    texts: Array.from({ length: width }, (_, column) => row[column] ?? ''),
  }));
  const hidden = new Set(rows.filter(({ row }) => isHiddenRow(lines[row - 1])));
  return {
    rows: rows.filter((row) => !hidden.has(row)),
    hidden: [...hidden].map(({ row }) => row),
  };
}

const isHiddenRow = (line: Element | undefined): boolean => line !== undefined && isHidden(line);

function refuseLarge(columns: number, cells: number, place: string): void {
  if (columns <= maximumColumns && cells <= maximumCells) return;
  throw new ImportRefusal({
    place: `${place}R1`,
    unexpected: `table of ${columns} columns and ${cells} cells or more`,
    expected: `at most ${maximumColumns} columns and ${maximumCells} cells`,
    todo: 'Check where the file comes from.',
  });
}
