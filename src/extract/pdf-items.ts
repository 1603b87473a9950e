import { findGrids } from './pdf-grid.ts';
import { linesOf, type LooseLine } from './pdf-lines.ts';
import type { PdfPage } from './pdf-page.ts';
import { type PdfTable, standsIn } from './pdf-table.ts';

/** A line, or a ruled table, of one page. */
export type PageItem =
  | { readonly kind: 'line'; readonly line: LooseLine }
  | {
      readonly kind: 'table';
      readonly table: PdfTable;
      /** Whether it is a further part of the table before it. */
      readonly goesOn: boolean;
    };

/** What a page prints, from top to bottom: lines and ruled tables. */
export function pageItems({ number, texts, rules }: PdfPage): PageItem[] {
  const grids = findGrids(rules);
  const tables = grids
    .map((grid): PdfTable => ({ grid, texts: texts.filter((text) => standsIn(text, grid)) }))
    .filter((table) => table.texts.length > 0);
  const loose = texts.filter((text) => !grids.some((grid) => standsIn(text, grid)));
  const lines = linesOf(loose).map((line) => ({
    top: line.baseline,
    item: { kind: 'line', line: { ...line, page: number } } as const,
  }));
  const ruled = tables.map((table) => ({
    top: table.grid.ys[0] ?? 0,
    item: { kind: 'table', table, goesOn: false } as const,
  }));
  return [...lines, ...ruled].toSorted((a, b) => a.top - b.top).map(({ item }) => item);
}
