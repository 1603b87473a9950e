import type { Place } from '../schema/place.ts';

/** One cell as the adapter cut it: printed text, nothing understood. */
export interface ExtractedCell {
  /** Text of the cell, outer blanks removed; empty string = the cell prints nothing. */
  readonly text: string;
  readonly place: Place;
}

/** One printed line or table row. */
export interface ExtractedRow {
  readonly cells: readonly ExtractedCell[];
  readonly place: Place;
  /** The line as the source has it, for text that is not a table. */
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

/** A source document as one adapter read it: blocks in order, with places, without meaning. */
export interface ExtractedDocument {
  readonly mediaType: string;
  readonly lines: number | null;
  readonly blocks: readonly ExtractedBlock[];
}
