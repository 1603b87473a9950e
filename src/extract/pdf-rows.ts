import type { ExtractedRow, ExtractNotice } from './extracted-document.ts';
import { isPageNumber } from './page-number.ts';
import { cutColumns } from './pdf-columns.ts';
import { pageItems, type PageItem } from './pdf-items.ts';
import { lineText, type LooseLine } from './pdf-lines.ts';
import type { PdfPage } from './pdf-page.ts';
import { goesOn, repeatedHead, tableRows, withSharedColumns } from './pdf-table.ts';
import { rowOfCells } from './rows.ts';

/** The rows of a PDF with what was left out of them. */
export interface PdfRows {
  readonly rows: ExtractedRow[];
  readonly notices: ExtractNotice[];
  readonly pageNumberLines: number;
}

type TableItem = Extract<PageItem, { kind: 'table' }>;

/**
 * The lines and table rows of all pages, counted on each page from its top. Lines that number a page
 * and table heads printed again are left out and counted or told.
 */
export function pdfRows(pages: readonly PdfPage[]): PdfRows {
  const items = shareColumns(pages.map((page) => pageItems(page)));
  const columns = looseColumns(items);
  const rows: ExtractedRow[] = [];
  const notices: ExtractNotice[] = [];
  let pageNumberLines = 0;
  let head: string[][] = [];
  const add = (texts: readonly string[], place: string): void => {
    if (texts.some((text) => text !== '')) rows.push(rowOfCells(texts, place));
  };
  items.forEach((page, index) => {
    let line = 0;
    const place = (): string => `P${index + 1}L${(line += 1)}`;
    for (const item of page) {
      if (item.kind === 'line') {
        const at = place();
        if (numbersPage(item)) pageNumberLines += 1;
        else add(columns.get(item.line) ?? [lineText(item.line)], at);
        continue;
      }
      const all = tableRows(item.table);
      const repeated = item.goesOn ? repeatedHead(head, all) : 0;
      if (!item.goesOn) head = all;
      const first = line + 1;
      all.forEach((texts, r) => {
        const at = place();
        if (r >= repeated) add(texts, at);
      });
      if (repeated > 0)
        notices.push({
          place: `P${index + 1}L${first}`,
          what: `${repeated} rows of a table head printed again were left out`,
        });
    }
  });
  return { rows, notices, pageNumberLines };
}

const numbersPage = (item: PageItem): boolean =>
  item.kind === 'line' && isPageNumber(lineText(item.line));

/** Columns of the lines between ruled tables. */
function looseColumns(pages: readonly (readonly PageItem[])[]): Map<LooseLine, string[]> {
  const columns = new Map<LooseLine, string[]>();
  let lines: LooseLine[] = [];
  const close = (): void => {
    for (const [line, texts] of cutColumns(lines)) columns.set(line, texts);
    lines = [];
  };
  for (const item of pages.flat()) {
    if (item.kind === 'table') close();
    else if (!numbersPage(item)) lines.push(item.line);
  }
  close();
  return columns;
}

/** The items of every page; parts of a table that goes on over pages are marked and given its columns. */
function shareColumns(pages: readonly (readonly PageItem[])[]): PageItem[][] {
  const chains: TableItem[][] = [];
  let open: TableItem | undefined;
  for (const page of pages) {
    const printed = page.filter((item) => !numbersPage(item));
    printed.forEach((item, n) => {
      if (item.kind !== 'table') return;
      const follows = n === 0 && open !== undefined;
      if (follows && open !== undefined && goesOn(open.table.grid, item.table.grid))
        chains.at(-1)?.push(item);
      else chains.push([item]);
    });
    const last = printed.at(-1);
    open = last?.kind === 'table' ? last : undefined;
  }
  const shared = new Map<PageItem, TableItem>();
  for (const chain of chains) {
    withSharedColumns(chain.map(({ table }) => table)).forEach((table, part) => {
      const item = chain[part];
      if (item !== undefined) shared.set(item, { kind: 'table', table, goesOn: part > 0 });
    });
  }
  return pages.map((page) => page.map((item) => shared.get(item) ?? item));
}
