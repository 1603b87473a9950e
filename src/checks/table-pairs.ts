import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import type { MoneyColumn } from '../schema/table-set.ts';
import type { Row } from '../schema/table.ts';
import { comparePairs, notApplicable } from './compare.ts';
import type { Pair } from './compare.ts';
import { cellSide, filledTable, missingSide, querySide, rowName } from './side.ts';
import type { Side } from './side.ts';

/** The tables by their kind. */
export const t = {
  summary: 'revenue-expenditure-summary',
  revenue: 'revenue-by-subject',
  expenditure: 'expenditure-by-subject',
  appropriation: 'appropriation-summary',
  general: 'general-budget-expenditure',
  economic: 'general-budget-basic-by-economic-class',
  fundRevenue: 'fund-budget-revenue',
  fundExpenditure: 'fund-budget-expenditure',
  stateCapital: 'state-capital-budget',
  threePublic: 'three-public-expenses',
  agency: 'agency-operating-expenses',
  projects: 'projects-current',
  carryover: 'projects-carryover',
} as const;

/** The amount on the revenue side of 表1 or 表4. */
export const revenueOf = (
  disclosure: Disclosure,
  name: string,
  tableId: string = t.summary,
): Side => querySide(disclosure, { tableId, side: 'revenue', column: 'revenue', name });

/** The amount on the expenditure side of 表1 or 表4. */
export const expenditureOf = (
  disclosure: Disclosure,
  name: string,
  column: MoneyColumn = 'total',
  tableId: string = t.summary,
): Side => querySide(disclosure, { tableId, side: 'expenditure', column, name });

/** The amount in the total row of a table. */
export const totalOf = (disclosure: Disclosure, tableId: string, column: MoneyColumn): Side =>
  querySide(disclosure, { tableId, column });

/** Sources of revenue of 表1 that are not fiscal appropriation. */
export const otherSources = ['财政专户管理资金', '单位资金'] as const;

/** Which of the sources of 表1 print an amount other than zero. */
export function printedSources(disclosure: Disclosure, names: readonly string[]): string[] {
  return names.filter((name) => (revenueOf(disclosure, name).fen ?? 0) !== 0);
}

/** How two tables are matched row by row. */
export interface RowMatch {
  readonly left: string;
  readonly right: string;
  readonly key: (row: Row) => string | null;
  readonly leftSide: (row: Row) => Side;
  readonly rightSide: (row: Row) => Side;
}

/** Pairs of the rows of two tables with the same key; a row without a partner has a missing side. */
export function matchRows(disclosure: Disclosure, match: RowMatch): Pair[] {
  const left = rowsByKey(disclosure, match.left, match.key);
  const right = rowsByKey(disclosure, match.right, match.key);
  if (left.size === 0 || right.size === 0) return [];
  return [...new Set([...left.keys(), ...right.keys()])].map((key) => {
    const one = left.get(key);
    const two = right.get(key);
    const name = one?.name ?? two?.name ?? key;
    return {
      left:
        one === undefined
          ? missingSide(disclosure, match.left, rowName(name))
          : match.leftSide(one),
      right:
        two === undefined
          ? missingSide(disclosure, match.right, rowName(name))
          : match.rightSide(two),
    };
  });
}

function rowsByKey(
  disclosure: Disclosure,
  tableId: string,
  key: (row: Row) => string | null,
): Map<string, Row> {
  const rows = filledTable(disclosure, tableId)?.rows ?? [];
  const keyed = rows.flatMap((row) => {
    const found = key(row);
    return found === null || row.cells.length === 0 ? [] : [[found, row] as const];
  });
  return new Map(keyed);
}

/** A side of one column of a row of a table that is known to be filled. */
export function columnOf(disclosure: Disclosure, tableId: string, column: MoneyColumn) {
  return (row: Row): Side => {
    const table = filledTable(disclosure, tableId);
    return table === undefined
      ? missingSide(disclosure, tableId, rowName(row.name))
      : cellSide(disclosure, table, row, column);
  };
}

/** Keys by functional subject code; rows without a code have none. */
export const byCode = (row: Row): string | null => row.code;

/** Keys by the name of a 类: expenditure lines of a summary table, three-digit codes elsewhere. */
export const byClass = (row: Row): string | null => {
  if (row.code !== null) return row.code.length === 3 ? rowName(row.name) : null;
  const isClass = row.side === 'expenditure' && row.kind === 'line' && row.name.includes('、');
  return isClass ? rowName(row.name) : null;
};

/** Findings of the pairs, or one finding with the reason why they do not apply. */
export function compareUnless(
  checkId: string,
  disclosure: Disclosure,
  reason: string | null,
  what: string,
  pairs: readonly Pair[],
): Finding[] {
  const told = pairs.some(({ left, right }) => (left.fen ?? 0) !== 0 || (right.fen ?? 0) !== 0);
  if (!told) return [];
  if (reason !== null) return [notApplicable(checkId, disclosure, reason, pairs[0]?.left.at)];
  return comparePairs(checkId, disclosure, what, pairs);
}
