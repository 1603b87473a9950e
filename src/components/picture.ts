import type { MoneyUnit } from '../money/fen.ts';
import type { BarGroup } from './bar-layout.ts';

/** A cell of the table beside a picture. */
export interface PictureCell {
  /** The text, or what follows the amount. */
  readonly text: string;
  /** Amount in 分; null = only text. */
  readonly fen: number | null;
  /** Anchor on the page of what the cell is read from; null = none. */
  readonly anchor: string | null;
}

/** The figures of a picture as a table. */
export interface PictureTable {
  readonly columns: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly PictureCell[])[];
}

/** What stands around every picture drawn at build time. */
export interface PictureFrame {
  readonly id: string;
  readonly title: string;
  /** The picture in words. */
  readonly summary: string;
  readonly moneyUnit: MoneyUnit;
  /** Statutory tables it is drawn from; empty where `source` says it. */
  readonly tables: readonly { readonly id: string; readonly title: string }[];
  /** Where the figures are from, in words, where that is no table. */
  readonly source: string | null;
  /** What is not drawn and why, and how to read what is. */
  readonly notes: readonly string[];
  readonly table: PictureTable;
}

/** A picture made of bars. */
export interface BarPictureView extends PictureFrame {
  readonly groups: readonly BarGroup[];
}

/** A cell of text. */
export const textCell = (text: string, anchor: string | null = null): PictureCell => ({
  text,
  fen: null,
  anchor,
});

/** A cell of money; `null` 分 stays an empty cell. */
export const fenCell = (fen: number | null): PictureCell => ({ text: '', fen, anchor: null });
