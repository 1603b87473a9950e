import { packParts } from './pack-parts.ts';
import { workbookParts, type WorkbookSheet } from './workbook-parts.ts';

/** A workbook has a sheet at least. Basis: ECMA-376, part 1, 18.2.20. */
const noSheets: readonly WorkbookSheet[] = [{ sheet: '-', data: [] }];

/**
 * Sheets as the bytes of a workbook (XLSX); one empty sheet where there is none. The same sheets make the
 * same bytes.
 */
export const packWorkbook = (sheets: readonly WorkbookSheet[]): Uint8Array =>
  packParts(workbookParts(sheets.length === 0 ? noSheets : sheets));
