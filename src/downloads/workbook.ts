import { packWorkbook } from './pack-workbook.ts';
import { yuanText } from './record-rows.ts';
import type { SheetCell, WorkbookSheet } from './workbook-parts.ts';

export type { SheetCell, WorkbookSheet } from './workbook-parts.ts';

/** Most characters a cell may hold. Basis: the limits of Excel. */
const cellLimit = 32_767;

/** A text, which no spreadsheet runs as a formula; null = empty. */
export const textCell = (value: string | null): SheetCell =>
  value === null ? null : { value: value.slice(0, cellLimit) };

/** The head of a column. */
export const headCell = (value: string): SheetCell => ({ value, fontWeight: 'bold' });

/** A number of things; null = empty. */
export const countCell = (value: number | null): SheetCell => (value === null ? null : { value });

/** An amount in 元 of one in 分; null = the document prints nothing, and the cell is empty. */
export const amountCell = (fen: number | null | undefined): SheetCell => yuanCell(yuanText(fen));

/** An amount in 元 of its exact text in a data file; null = the document prints nothing. */
export const yuanCell = (yuan: string | null): SheetCell =>
  yuan === null ? null : { value: Number(yuan), format: '#,##0.00' };

/** A text as a name of a sheet that Excel takes. */
export const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replaceAll(/^'|'$/gu, ' ')
    .slice(0, 31);

/** Sheets as the bytes of a workbook (XLSX). The same sheets make the same bytes. */
export const workbookBytes = (sheets: readonly WorkbookSheet[]): Uint8Array => packWorkbook(sheets);
