import type { ExtractedCell } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import { parseFen, sumFen } from '../money/fen.ts';
import type { Place } from '../schema/place.ts';
import type { TableColumn } from '../schema/table-set.ts';
import { isDash, isNumber } from './printed-text.ts';
import type { RawRow } from './raw-row.ts';

type Money = RawRow['money'][number];

/**
 * The money cells of a tail, by position; empty cells and dashes print nothing.
 * @throws ImportRefusal when an amount stands behind the last column.
 */
export function moneyOf(
  tail: readonly ExtractedCell[],
  columns: readonly TableColumn[],
  place: Place,
): Money[] {
  return tail.flatMap((cell, index): Money[] => {
    if (cell.text === '' || isDash(cell.text)) return [];
    const column = columns[index];
    if (column !== undefined) return [{ column: column.id, cell }];
    throw new ImportRefusal({
      place: cell.place,
      unexpected: `amount "${cell.text}" behind the last of ${columns.length} columns`,
      expected: `at most ${columns.length} amounts in the row of ${place}`,
      todo: 'Add a correction for the line.',
    });
  });
}

/** One in the second decimal, in the scale of `amountOf`. */
const lastDecimal = parseFen('0.01', '亿元');

/** The amount of a cell, its measure left aside; null = unreadable. */
const amountOf = (money: Money | undefined): number | null =>
  money !== undefined && isNumber(money.cell.text) ? parseFen(money.cell.text, '亿元') : null;

/**
 * Refuses rows whose columns cannot be told because the document prints no blanks for empty cells:
 * rows with fewer amounts than columns whose parts do not add up to their total.
 * @throws ImportRefusal for the first such row.
 */
export function refuseLostBlanks(rows: readonly RawRow[], columns: readonly TableColumn[]): void {
  for (const { side, money, place } of rows) {
    const own = columns.filter((column) => column.side === side);
    if (money.length < 2 || money.length >= own.length || addsUp(money, own)) continue;
    throw new ImportRefusal({
      place,
      unexpected: `${money.length} amounts without the blanks of empty columns, parts that do not add up`,
      expected: `a blank for each empty one of ${own.length} columns`,
      todo: 'Add a correction that writes the line with its empty columns as blanks.',
    });
  }
}

/** Whether, but for rounding, the parts of a row add up to its total, or it has none to compare. */
function addsUp(money: readonly Money[], columns: readonly TableColumn[]): boolean {
  const isPart = ({ column }: Money): boolean =>
    column !== 'total' &&
    (column !== 'carryover' || columns.some((defined) => defined.id === 'current'));
  const total = amountOf(money.find(({ column }) => column === 'total'));
  const parts = sumFen(money.filter(isPart).map(amountOf));
  if (total === null || parts.fen === null || parts.missing > 0) return true;
  return Math.abs(total - parts.fen) <= lastDecimal * parts.known;
}
