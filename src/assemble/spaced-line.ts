import type { ExtractedCell, ExtractedRow } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import { splitSpacedCells } from '../extract/spaced-cells.ts';
import { isDash, isNumber, looksLikeAmount } from './printed-text.ts';

/** One line of a table whose columns are separated by single blanks. */
export interface SpacedLine {
  readonly row: ExtractedRow;
  /** All cells, the empty ones included; places count them from 1. */
  readonly cells: readonly ExtractedCell[];
  /** Positions of the cells that print words. */
  readonly words: readonly number[];
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
  const words = Array.from(cells.keys()).filter((index) => isWord(cells[index] as ExtractedCell));
  const leading = cells.findIndex((cell) => cell.text !== '');
  return { row, cells, words, leading };
}

/**
 * Whether a row ends with the line: it prints an amount after its words, or an empty cell for every
 * money column. A line of words alone may be a broken name, with stray blanks behind it.
 */
export function endsRow(line: SpacedLine, moneyColumns: number): boolean {
  const tail = line.cells.slice((line.words.at(-1) ?? -1) + 1);
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

/** The lines of one logical row joined: all words, and the cells after the last word. */
export function joinLines(lines: readonly SpacedLine[]): CellRun {
  const last = lines.at(-1);
  const wordless = last !== undefined && last.words.length === 0;
  const words = lines.flatMap((line) =>
    line.words.map((index) => line.cells[index] as ExtractedCell),
  );
  const tail = wordless ? last.cells : (last?.cells.slice((last.words.at(-1) ?? -1) + 1) ?? []);
  return { words, tail };
}
