import type { Place } from '../schema/place.ts';

/** One cell as the adapter cut it: text cleaned of layout, nothing understood. */
export interface ExtractedCell {
  /** Text of the cell, outer blanks removed; empty string = the cell prints nothing. */
  readonly text: string;
  readonly place: Place;
  /** Text the source has here; present only where a correction replaced it by `text`. */
  readonly printed?: string;
  /** Id of the correction that replaced this cell or its line. */
  readonly correction?: string;
}

/** One printed line or table row. */
export interface ExtractedRow {
  readonly cells: readonly ExtractedCell[];
  readonly place: Place;
  /** The line as the source has it (or as a correction repairs it), blanks included, not cleaned. */
  readonly text: string;
  /** Id of the correction that replaced this line or one of its cells. */
  readonly correction?: string;
}

/** A run of text lines, or a table whose cells stand in columns. */
export interface ExtractedBlock {
  readonly kind: 'text' | 'table';
  /** Rows in document order; a text block has one cell a row. */
  readonly rows: readonly ExtractedRow[];
}

/** Something of the source the operator should know; no fault of the record. */
export interface ExtractNotice {
  /** Place in the source; null = the document as a whole. */
  readonly place: Place | null;
  readonly what: string;
}

/** A source document as one adapter read it: blocks in order, with places, without meaning. */
export interface ExtractedDocument {
  readonly mediaType: string;
  /** Number of text lines; null for formats without lines. */
  readonly lines: number | null;
  /** Whether bold text and bold blanks are printed twice (合计合计); cells are already cleaned of it. */
  readonly doubled: boolean;
  /** Lines that only number a page; they are left out of the blocks. */
  readonly pageNumberLines: number;
  /** What was left out or read otherwise than the source codes it; absent = nothing. */
  readonly notices?: readonly ExtractNotice[];
  readonly blocks: readonly ExtractedBlock[];
}
