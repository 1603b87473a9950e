import { parseFen, sumFen } from '../money/fen.ts';
import type { Row } from '../schema/table.ts';
import type { TableDefinition } from '../schema/table-set.ts';
import { compareKey, isNumber } from './printed-text.ts';
import type { RawRow } from './raw-row.ts';

type Kind = Row['kind'];

/** A name that can only be that of an organisation. */
const organisation =
  /(?:局|委员会|办公室|中心|大队|支队|总队|研究院|研究所|学校|大学|学院|医院|协会|联合会)$/u;

/**
 * What each row of a table is, in row order: a total, a group its lines add up to, a line, or the
 * subtotal of a unit.
 */
export function rowKinds(
  rows: readonly RawRow[],
  definition: TableDefinition,
  unitName: string,
): Kind[] {
  const prescribed = new Map(
    (definition.rows ?? []).map((row) => [`${row.side}:${compareKey(row.name)}`, row.kind]),
  );
  return rows.map((row, index) => {
    const known = prescribed.get(`${row.side}:${compareKey(row.name)}`);
    if (known !== undefined) return known;
    if (row.code === null && /^(?:总计|合计|小计|部门合计)$/u.test(row.name)) return 'total';
    return kindByLayout(row, rows.slice(index + 1), definition.layout, unitName);
  });
}

function kindByLayout(
  row: RawRow,
  after: readonly RawRow[],
  layout: TableDefinition['layout'],
  unitName: string,
): Kind {
  const { code } = row;
  if (layout === 'by-subject' || layout === 'two-sided-by-subject') {
    const hasParts = after.some(
      (other) =>
        code !== null &&
        other.side === row.side &&
        other.code !== code &&
        other.code?.startsWith(code),
    );
    return hasParts ? 'group' : 'line';
  }
  if (layout === 'by-economic-class') return row.name2 === null ? 'group' : 'line';
  if (layout === 'by-unit') return 'unit';
  if (layout !== 'by-project') return 'line';
  if (compareKey(row.name) === compareKey(unitName)) return 'unit';
  return organisation.test(row.name) && isSumOfNext(row, after) ? 'unit' : 'line';
}

/** One in the second decimal, the rounding of each printed amount, in the scale of `firstFen`. */
const lastDecimal = parseFen('0.01', '亿元');

/** Whether, but for rounding, the first amount of a row is the sum of those of the rows up to the next organisation. */
function isSumOfNext(row: RawRow, after: readonly RawRow[]): boolean {
  const next = after.findIndex((other) => organisation.test(other.name));
  const parts = next === -1 ? after : after.slice(0, next);
  const amounts = parts.map((part) => firstFen(part));
  const total = sumFen(amounts);
  const own = firstFen(row);
  if (parts.length < 2 || total.missing > 0 || total.fen === null || own === null) return false;
  return Math.abs(total.fen - own) <= parts.length * lastDecimal;
}

/** Amount of the first money cell, its measure left aside; null = none or unreadable. */
function firstFen(row: RawRow): number | null {
  const text = row.money[0]?.cell.text;
  if (text === undefined || !isNumber(text)) return null;
  return parseFen(text, '亿元');
}
