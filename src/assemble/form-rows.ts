import type { ExtractedDocument, ExtractedRow } from '../extract/extracted-document.ts';
import type { Place } from '../schema/place.ts';

/** One printed piece of a form row: a non-empty cell, or a word of a line without cells. */
export interface FormToken {
  readonly text: string;
  readonly place: Place;
  /** Number of the cell from 0; null for a word of a line without cells. */
  readonly column: number | null;
  /** Text the source has here; present only where a correction replaced it. */
  readonly printed?: string;
  readonly correction?: string;
}

/** One row of a form with the pieces that print something. */
export interface FormRow {
  readonly tokens: readonly FormToken[];
  /** The whole row, pieces separated by one blank. */
  readonly text: string;
  readonly place: Place;
  /** Number of cells, empty ones included; 1 for a line of text. */
  readonly width: number;
  readonly correction?: string;
}

/** Text for comparison: full-width signs as ASCII, no blanks, the Japanese form 満 as 满. */
export function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '').replaceAll('満', '满');
}

/** Two printed pieces as one text: without a blank where a Chinese character or sign meets another. */
export function joinPrinted(pieces: readonly string[]): string {
  return pieces.reduce((text, piece) => {
    const glue = /[\w%)]$/u.test(text) && /^[\w(]/u.test(piece) ? ' ' : '';
    return `${text}${glue}${piece}`;
  }, '');
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function tokensOf(row: ExtractedRow): FormToken[] {
  const [only] = row.cells;
  if (row.cells.length === 1 && only !== undefined) {
    const words = tidy(only.text).split(' ');
    const mark = row.correction === undefined ? {} : { correction: row.correction };
    return words.filter(Boolean).map((text) => ({ text, place: row.place, column: null, ...mark }));
  }
  return row.cells.flatMap((cell, column) => {
    const text = tidy(cell.text);
    if (text === '') return [];
    const correction = cell.correction ?? row.correction;
    return [
      {
        text,
        place: cell.place,
        column,
        ...(cell.printed === undefined ? {} : { printed: cell.printed }),
        ...(correction === undefined ? {} : { correction }),
      },
    ];
  });
}

/** All rows of a document that print something, in document order, cut into pieces. */
export function formRows(document: ExtractedDocument): FormRow[] {
  return document.blocks.flatMap((block) =>
    block.rows.flatMap((row) => {
      const tokens = tokensOf(row);
      if (tokens.length === 0) return [];
      const text = tokens.map((token) => token.text).join(' ');
      const mark = row.correction === undefined ? {} : { correction: row.correction };
      return [{ tokens, text, place: row.place, width: row.cells.length, ...mark }];
    }),
  );
}
