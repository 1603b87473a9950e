import type { ExtractedCell } from '../extract/extracted-document.ts';
import type { MoneyColumn, TableSide } from '../schema/table-set.ts';
import type { Place } from '../schema/place.ts';

/** One row of a table, cut into what names it and what it prints in each money column. */
export interface RawRow {
  readonly side: TableSide | null;
  readonly code: string | null;
  readonly name: string;
  readonly name2: string | null;
  /** Non-empty money cells in column order. */
  readonly money: readonly { readonly column: MoneyColumn; readonly cell: ExtractedCell }[];
  readonly place: Place;
  /** Id of the correction that repairs what names the row. */
  readonly correction?: string;
}

/** The money columns a table prints, and its rows. */
export interface RawTable {
  readonly columns: readonly MoneyColumn[];
  readonly rows: readonly RawRow[];
  /** What is damaged and how it was read nevertheless, in Chinese for readers; empty = nothing. */
  readonly damages: readonly Damage[];
}

/** Damage of the text that leaves the figures readable. */
export interface Damage {
  readonly place: Place;
  readonly what: string;
}
