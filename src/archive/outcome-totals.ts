import { outcomeTables } from '../schema/outcome-tables.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';
import type { UnitYearTotals } from './model.ts';

/**
 * The totals of final accounts (决算) in the fields of a budget's: 总计 of both sides, expenditure by
 * nature, what was carried over from the years before, and what the three public expenses came to. In
 * 分; null = not printed. 机关运行经费 has no table there and is always null.
 */
export function outcomeTotals(tables: ReadonlyMap<string, Table>): UnitYearTotals {
  const summary = tables.get(outcomeTables['revenue-expenditure-summary']);
  const named = (name: string, side: Row['side']): Row | undefined =>
    summary?.rows.find((row) => row.side === side && row.name.replace(/\s/gu, '') === name);
  const total = (id: keyof typeof outcomeTables): Row | undefined =>
    tables.get(outcomeTables[id])?.rows.find((row) => row.kind === 'total');
  return {
    revenueFen: fenOf(named('总计', 'revenue'), 'revenue'),
    expenditureFen: fenOf(named('总计', 'expenditure'), 'total'),
    basicFen: fenOf(total('expenditure-by-subject'), 'basic'),
    projectFen: fenOf(total('expenditure-by-subject'), 'project'),
    carryoverFen: fenOf(named('年初结转和结余', 'revenue'), 'revenue'),
    threePublicFen: fenOf(total('three-public-expenses'), 'total'),
    agencyOperatingFen: null,
  };
}

const fenOf = (row: Row | undefined, column: MoneyColumn): number | null =>
  row?.cells.find((cell) => cell.column === column)?.fen ?? null;
