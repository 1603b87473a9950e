import type { ExtractedRow } from '../extract/extracted-document.ts';
import { ImportRefusal } from '../extract/refusal.ts';
import { AmountError, type MoneyUnit, parseFen } from '../money/fen.ts';
import type { Cell, Row, Table } from '../schema/table.ts';
import { loneText, type TableRegion } from './find-tables.ts';
import { readGrid } from './grid-rows.ts';
import { compareKey } from './printed-text.ts';
import type { Damage, RawRow } from './raw-row.ts';
import { rowKinds } from './row-kind.ts';
import { readSpaced, type SpacedContext } from './spaced-rows.ts';

/** A table with the damages that leave its figures readable. */
export interface ReadTable {
  readonly table: Table;
  readonly damages: readonly Damage[];
}

/** What the tables of one document share. */
export interface TableContext extends SpacedContext {
  readonly unitName: string;
}

/**
 * One table of the record from its lines: rows in document order, amounts exact, places kept.
 * @throws ImportRefusal when anything in it cannot be read without guessing.
 */
export function readTable(region: TableRegion, context: TableContext): ReadTable {
  const { definition, rows } = region;
  const noteIndex = rows.findIndex((row) => compareKey(loneText(row) ?? '').startsWith('注:'));
  const lines = (noteIndex === -1 ? rows : rows.slice(0, noteIndex)).filter(
    (row) => !/^(?:预算|部门|单位)?公开(?:表\d+|\d+表)$/u.test(compareKey(loneText(row) ?? '')),
  );
  const unit = readMoneyUnit(rows);
  const isGrid = !context.doubled && lines.some((row) => row.cells.length > 1);
  const raw = isGrid ? readGrid(lines, definition) : readSpaced(lines, definition, context);
  const kinds = rowKinds(raw.rows, definition, context.unitName);
  const moneyUnit = unit ?? definition.moneyUnit;
  const tableRows = raw.rows.map((row, index) =>
    toRow(row, index, kinds[index] ?? 'line', moneyUnit),
  );
  const note = noteIndex === -1 ? null : (loneText(rows[noteIndex]) ?? null);
  return {
    damages: raw.damages,
    table: {
      id: definition.id,
      title: region.title.trim(),
      moneyUnit,
      moneyUnitFrom: unit === null ? 'table-set' : 'printed',
      status: tableRows.some((row) => row.cells.length > 0) ? 'filled' : 'printed-empty',
      note,
      columns: definition.columns
        .map((column) => column.id)
        .filter((id) => raw.columns.includes(id)),
      rows: tableRows,
      place: region.titleRow.place,
    },
  };
}

/**
 * The measure printed with a table; null when none is.
 * @throws ImportRefusal when the printed measure is not one of 元, 万元, 亿元.
 */
function readMoneyUnit(rows: readonly ExtractedRow[]): MoneyUnit | null {
  for (const row of rows.slice(0, 12)) {
    const text = compareKey(row.cells.map((cell) => cell.text).join(' '));
    const found = /单位:(?:人民币)?([^\s:名]{0,2}元)/u.exec(text)?.[1];
    if (found === undefined) continue;
    if (found === '元' || found === '万元' || found === '亿元') return found;
    throw new ImportRefusal({
      place: row.place,
      unexpected: `money unit "${found}"`,
      expected: '元, 万元 or 亿元',
      todo: 'Add a correction for the line if the text is damaged.',
    });
  }
  return null;
}

function toRow(raw: RawRow, index: number, kind: Row['kind'], moneyUnit: MoneyUnit): Row {
  return {
    row: index + 1,
    side: raw.side,
    kind,
    code: raw.code,
    name: raw.name,
    name2: raw.name2,
    cells: raw.money.map(({ column, cell }) => toCell(column, cell, moneyUnit)),
    place: raw.place,
    ...(raw.correction === undefined ? {} : { correction: raw.correction }),
  };
}

function toCell(
  column: Cell['column'],
  cell: RawRow['money'][number]['cell'],
  moneyUnit: MoneyUnit,
): Cell {
  const { text, place, printed, correction } = cell;
  const repaired = correction !== undefined && printed !== undefined && printed !== text;
  return {
    column,
    printed: repaired ? printed : text,
    ...(repaired ? { read: text } : {}),
    fen: parseAmount(text, moneyUnit, place),
    place,
    ...(repaired ? { correction } : {}),
  };
}

function parseAmount(text: string, moneyUnit: MoneyUnit, place: string): number {
  try {
    return parseFen(text, moneyUnit);
  } catch (error) {
    if (!(error instanceof AmountError)) throw error;
    throw new ImportRefusal({
      place,
      unexpected: `amount "${text}"`,
      expected: `a decimal number in ${moneyUnit}`,
      todo: 'Add a correction for the cell if the transcription is damaged.',
    });
  }
}
