import type { ExtractedCell, ExtractedRow } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import { splitSpacedCells } from '../extract/spaced-cells.ts';
import { isDash, isNumber, looksLikeAmount } from './printed-text.ts';

/** A cell that prints words, with its position in the line from 0. */
export interface PlacedWord {
  readonly cell: ExtractedCell;
  readonly index: number;
}

/** One line of a table whose columns are separated by single blanks. */
export interface SpacedLine {
  readonly row: ExtractedRow;
  /** All cells, the empty ones included; places count them from 1. */
  readonly cells: readonly ExtractedCell[];
  /** The cells that print words, with their positions. */
  readonly words: readonly PlacedWord[];
  /** Empty cells before the first printed one. */
  readonly leading: number;
}

/** Cells of a row naming part and money part that may be spread over several lines. */
export interface CellRun {
  /** Cells with words, in order. */
  readonly words: readonly ExtractedCell[];
  /** Cells after the last word, empty ones included. */
  readonly tail: readonly ExtractedCell[];
}

/**
 * A line cut into cells. Tabs count as one blank.
 * @throws ImportRefusal when a cell can only be an amount and cannot be read.
 */
export function cutSpacedLine(row: ExtractedRow, doubled: boolean): SpacedLine {
  const printed = row.cells.length === 1 ? row.cells[0]?.printed : undefined;
  const before = printed === undefined ? [] : splitSpacedCells(printed, { doubled });
  const texts = splitSpacedCells(row.text.replaceAll('\t', ' '), { doubled });
  const cells = texts.map((text, index) => cellOf(row, text, index, before));
  const isWord = (cell: ExtractedCell): boolean =>
    cell.text !== '' && !isNumber(cell.text) && !isDash(cell.text);
  const words = cells.map((cell, index) => ({ cell, index })).filter(({ cell }) => isWord(cell));
  const leading = cells.findIndex((cell) => cell.text !== '');
  return { row, cells, words, leading };
}

/**
 * Whether a row ends with the line: it prints an amount after its words, or an empty cell for every
 * money column. A line of words alone may be a broken name, with stray blanks behind it.
 */
export function endsRow(line: SpacedLine, moneyColumns: number): boolean {
  const tail = tailOf(line);
  return tail.some((cell) => cell.text !== '') || tail.length >= moneyColumns;
}

function cellOf(
  row: ExtractedRow,
  text: string,
  index: number,
  before: readonly string[],
): ExtractedCell {
  const cell = { text, place: `${row.place}C${index + 1}` };
  if (looksLikeAmount(text) && !isNumber(text)) {
    throw new ImportRefusal({
      place: cell.place,
      unexpected: `amount "${text}"`,
      expected: 'a decimal number',
      todo: 'Add a correction for the line.',
    });
  }
  const was = before[index] ?? '';
  if (row.correction === undefined || was === text) return cell;
  return { ...cell, printed: was, correction: row.correction };
}

/** The cells after the last word of a line; all of them when it prints no word. */
const tailOf = (line: SpacedLine): readonly ExtractedCell[] =>
  line.cells.slice((line.words.at(-1)?.index ?? -1) + 1);

/** The lines of one logical row joined: all words, and the cells after the last word. */
export function joinLines(lines: readonly SpacedLine[]): CellRun {
  const last = lines.at(-1);
  return {
    words: lines.flatMap((line) => line.words.map(({ cell }) => cell)),
    tail: last === undefined ? [] : tailOf(last),
  };
}
