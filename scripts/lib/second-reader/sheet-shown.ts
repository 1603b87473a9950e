import type { PlacedRow } from './source-lines.ts';

/** A sheet as it is stored; rows and columns are counted from 0. */
export interface StoredSheet {
  readonly cells: Map<number, string[]>;
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Set<number>;
  /** Merged cells: rows and columns of two corners. */
  readonly merged: (readonly [top: number, left: number, bottom: number, right: number])[];
}

/** A sheet with nothing in it. */
export const emptySheet = (): StoredSheet => ({
  cells: new Map(),
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  merged: [],
});

/** Puts a text into a cell, its blanks made plain. */
export function putCell({ cells }: StoredSheet, row: number, column: number, text: string): void {
  const texts = cells.get(row) ?? [];
  while (texts.length < column) texts.push('');
  texts[column] = text.replaceAll(/\s+/gu, ' ').trim();
  cells.set(row, texts);
}

/** The rows a sheet shows (`S2R5`): without hidden rows, and without what hidden columns and merged cells cover. */
export function shownRows(
  { cells, hiddenRows, hiddenColumns, merged }: StoredSheet,
  place: string,
): PlacedRow[] {
  const isCovered = (row: number, column: number): boolean =>
    hiddenColumns.has(column) ||
    merged.some(
      ([top, left, bottom, right]) =>
        row >= top &&
        row <= bottom &&
        column >= left &&
        column <= right &&
        (row !== top || column !== left),
    );
  return [...cells]
    .filter(([row]) => !hiddenRows.has(row))
    .toSorted(([a], [b]) => a - b)
    .map(([row, texts]): [number, string[]] => [
      row,
      texts.map((text, column) => (text !== '' && isCovered(row, column) ? '' : text)),
    ])
    .filter(([, texts]) => texts.some((text) => text !== ''))
    .map(([row, texts]) => ({ place: `${place}R${row + 1}`, text: texts.join('\t') }));
}
