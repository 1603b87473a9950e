import { packWorkbook, type PackedSheets } from './pack-workbook.ts';
import { yuanText } from './record-rows.ts';

/** Most characters a cell may hold. Basis: the limits of Excel. */
const cellLimit = 32_767;

/** A cell of a sheet; null = empty. */
export type SheetCell = {
  readonly value: string | number;
  readonly type: StringConstructor | NumberConstructor;
  readonly format?: string;
  readonly fontWeight?: 'bold';
} | null;

/** A sheet: its name, its rows, and how it is shown. */
export interface WorkbookSheet {
  /** Name; see {@link sheetName}. */
  readonly sheet: string;
  readonly data: readonly (readonly SheetCell[])[];
  /** Widths of the columns in characters. */
  readonly columns?: readonly { readonly width: number }[];
  /** Rows at the top that stay in sight. */
  readonly stickyRowsCount?: number;
}

/** A text, which no spreadsheet runs as a formula; null = empty. */
export const textCell = (value: string | null): SheetCell =>
  value === null ? null : { value: value.slice(0, cellLimit), type: String };

/** The head of a column. */
export const headCell = (value: string): SheetCell => ({ value, type: String, fontWeight: 'bold' });

/** A number of things; null = empty. */
export const countCell = (value: number | null): SheetCell =>
  value === null ? null : { value, type: Number };

/** An amount in 元 of one in 分; null = the document prints nothing, and the cell is empty. */
export function amountCell(fen: number | null | undefined): SheetCell {
  return yuanCell(yuanText(fen));
}

/** An amount in 元 of its exact text in a data file; null = the document prints nothing. */
export const yuanCell = (yuan: string | null): SheetCell =>
  yuan === null ? null : { value: Number(yuan), type: Number, format: '#,##0.00' };

/** A text as a name of a sheet that Excel takes. */
export const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .replaceAll(/^'|'$/gu, ' ')
    .slice(0, 31);

/** Sheets as the bytes of a workbook (XLSX). The same sheets make the same bytes. */
export const workbookBytes = (sheets: readonly WorkbookSheet[]): Promise<Uint8Array> =>
  packWorkbook(sheets as PackedSheets);
