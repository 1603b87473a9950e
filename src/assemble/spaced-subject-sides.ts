import type { ExtractedCell } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import type { TableColumn, TableSide } from '../schema/table-set.ts';
import { rowName, subjectCode } from './printed-text.ts';
import type { RawRow } from './raw-row.ts';
import type { SpacedLine } from './spaced-line.ts';
import { moneyOf } from './spaced-money.ts';

/** Cells of one side of one row, gathered until the next subject code. */
interface SidePart {
  readonly side: TableSide;
  readonly code: string | null;
  readonly cells: ExtractedCell[];
  /** The cell that opens the part: the code, or the total's name. */
  readonly head: ExtractedCell;
  readonly line: SpacedLine;
}

/**
 * The rows of a table with subjects on both sides whose columns are separated by single blanks: a
 * code at the start of a line opens a revenue row, a code after a cell, or the same code again, an
 * expenditure row.
 * @throws ImportRefusal when amounts cannot be given a side.
 */
export function readSpacedSubjectSides(
  body: readonly SpacedLine[],
  columns: readonly TableColumn[],
): RawRow[] {
  const parts: SidePart[] = [];
  for (const line of body) {
    line.cells.forEach((cell, index) => {
      const code = subjectCode(cell.text);
      const isTotal = /^(?:合计|总计)$/u.test(cell.text);
      if (code !== null || isTotal) {
        const last = parts.at(-1);
        const isSecond = code !== null && last?.side === 'revenue' && last.code === code;
        const side = index === 0 && !isSecond ? 'revenue' : 'expenditure';
        parts.push({ side, code, cells: isTotal ? [cell] : [], head: cell, line });
      } else if (cell.text !== '' || index >= (line.words[0]?.index ?? 0)) {
        parts.at(-1)?.cells.push(cell);
      }
    });
  }
  return parts.map((part) => partRow(part, columns));
}

function partRow(part: SidePart, columns: readonly TableColumn[]): RawRow {
  const { side, code, cells, line } = part;
  const isWord = (cell: ExtractedCell): boolean => /\p{Script=Han}/u.test(cell.text);
  const lastWord = cells.findLastIndex(isWord);
  const tail = cells.slice(lastWord + 1);
  const printed = tail.filter((cell) => cell.text !== '');
  const own = columns.filter((column) => column.side === side);
  if (code === null && printed.length > 0) {
    throw new ImportRefusal({
      place: printed[0]?.place ?? line.row.place,
      unexpected: 'amounts in a total row of two sides without columns',
      expected: 'a row whose sides can be told apart',
      todo: 'Add a correction that writes the row with tabs between its cells.',
    });
  }
  const words = cells.filter(isWord);
  return {
    side,
    code,
    name: rowName(words.map((cell) => cell.text).join('')),
    name2: null,
    money: moneyOf(tail, own, line.row.place),
    place: part.head.place,
    ...(line.row.correction === undefined ? {} : { correction: line.row.correction }),
  };
}
