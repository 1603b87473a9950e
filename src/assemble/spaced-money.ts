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
 * @throws ImportRefusal when an amount stands behind the last column, or when blanks seem to be lost
 * so that a position cannot be trusted.
 */
export function moneyOf(
  tail: readonly ExtractedCell[],
  columns: readonly TableColumn[],
  place: Place,
): Money[] {
  const money = tail.flatMap((cell, index): Money[] => {
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
  if (tail.length < columns.length && money.length > 1) refuseLostBlanks(money, columns, place);
  return money;
}

/** One in the second decimal, in the scale of `amountOf`. */
const lastDecimal = parseFen('0.01', '亿元');

/** The amount of a cell, its measure left aside; null = unreadable. */
const amountOf = (money: Money | undefined): number | null =>
  money !== undefined && isNumber(money.cell.text) ? parseFen(money.cell.text, '亿元') : null;

/**
 * Empty cells at the end are not printed, so those in between may be lost too; then the parts do not
 * add up to the total of the row.
 */
function refuseLostBlanks(
  money: readonly Money[],
  columns: readonly TableColumn[],
  place: Place,
): void {
  const isPart = ({ column }: Money): boolean =>
    column !== 'total' &&
    (column !== 'carryover' || columns.some((defined) => defined.id === 'current'));
  const total = amountOf(money.find(({ column }) => column === 'total'));
  const parts = sumFen(money.filter(isPart).map(amountOf));
  if (total === null || parts.fen === null || parts.missing > 0) return;
  if (Math.abs(total - parts.fen) <= lastDecimal * parts.known) return;
  throw new ImportRefusal({
    place,
    unexpected: `${money.length} amounts without the blanks of empty columns, parts that do not add up`,
    expected: `a blank for each empty one of ${columns.length} columns`,
    todo: 'Add a correction that writes the line with its empty columns as blanks.',
  });
}
