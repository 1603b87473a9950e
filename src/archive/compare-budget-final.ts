import { formatShare } from '../format/share.ts';
import { rowAnchor } from '../format/url.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import { outcomeTables, type PlannedTable } from '../schema/outcome-tables.ts';
import type { MoneyColumn, TableSide } from '../schema/table-set.ts';
import type { Row, Table } from '../schema/table.ts';

/** What one document has for a line of the comparison. */
export interface OutcomeSide {
  /** amount = printed; blank = the row prints nothing; no-row, empty-table, no-table = there is no such row or amount at all. */
  readonly state: 'amount' | 'blank' | 'no-row' | 'empty-table' | 'no-table';
  /** 分; null unless an amount is printed. */
  readonly fen: number | null;
  /** Anchor of the row within its document; null = there is no row. */
  readonly anchor: string | null;
}

/** One line of the comparison of a budget with its outcome. */
export interface OutcomeRow {
  /** Functional subject; null for totals and three public expenses. */
  readonly code: string | null;
  readonly name: string;
  /** 0 = topmost. */
  readonly depth: number;
  readonly budget: OutcomeSide;
  /** The budget as adjusted in the year, where the final accounts print it, in 分; null = they do not. */
  readonly adjustedFen: number | null;
  readonly outcome: OutcomeSide;
  /** Outcome less budget in 分; null where one is missing. */
  readonly differenceFen: number | null;
  /** The difference in percent of the budget, with its sign; null where it cannot be said. */
  readonly percent: string | null;
}

/** A part of the comparison. */
export interface OutcomeSection {
  readonly id: 'totals' | 'subjects' | 'three-public';
  readonly rows: readonly OutcomeRow[];
}

/** How a line is found in both documents: rows by a pattern of their name, blanks and numbering left out. */
interface Line {
  readonly name: string;
  readonly depth: number;
  readonly table: PlannedTable;
  readonly side: TableSide | null;
  readonly budget: RegExp;
  readonly outcome: RegExp;
  readonly column: MoneyColumn;
}

const summary = 'revenue-expenditure-summary';
const bySubject = 'expenditure-by-subject';

const summaryLine = (
  name: string,
  depth: number,
  side: TableSide,
  budget: RegExp,
  outcome: RegExp,
): Line => {
  const column = side === 'revenue' ? 'revenue' : 'total';
  return { name, depth, table: summary, side, budget, outcome, column };
};

const natureLine = (name: string, column: MoneyColumn): Line => ({
  ...{ name, depth: 1, table: bySubject, side: null, column },
  ...{ budget: /^(?:合计|总计)$/u, outcome: /^(?:合计|总计)$/u },
});

const item = (name: string, depth: number, printed: RegExp): Line => ({
  ...{ name, depth, table: 'three-public-expenses', side: null, column: 'total' },
  ...{ budget: printed, outcome: printed },
});

const totalLines: readonly Line[] = [
  summaryLine('收入总计', 0, 'revenue', /^收入总计$/u, /^总计$/u),
  summaryLine('本年收入', 1, 'revenue', /^本年收入合计$/u, /^本年收入合计$/u),
  summaryLine('年初（上年）结转', 1, 'revenue', /^上年结转$/u, /^年初结转和结余$/u),
  summaryLine('支出总计', 0, 'expenditure', /^支出总计$/u, /^总计$/u),
  summaryLine('本年支出', 1, 'expenditure', /^本年支出合计$/u, /^本年支出合计$/u),
  summaryLine(
    '年末结转',
    1,
    'expenditure',
    /^(?:年终结转|结转下年|年终结转结余)$/u,
    /^年末结转和结余$/u,
  ),
  natureLine('基本支出', 'basic'),
  natureLine('项目支出', 'project'),
];

const threePublicLines: readonly Line[] = [
  item('合计', 0, /^合计$/u),
  item('因公出国（境）费', 1, /^因公出国/u),
  item('公务接待费', 1, /^公务接待/u),
  item('公务用车购置及运行维护费', 1, /^公务用车购置(?:及|和|与)运行/u),
  item('公务用车购置费', 2, /^公务用车购置(?!(?:及|和|与)运行)/u),
  item('公务用车运行维护费', 2, /^公务用车运行/u),
];

/**
 * The budget of a unit and year beside its final accounts: totals, expenditure by functional subject
 * in code order, three public expenses. Amounts in 分, blanks stay null; nothing is compared with a
 * blank. Basis: our own practice; a budget may have been adjusted in the year.
 */
export function compareBudgetFinal(budget: Disclosure, final: Disclosure): OutcomeSection[] {
  const rowsOf = (lines: readonly Line[]): OutcomeRow[] =>
    lines.map((line) => {
      const planned = tableIn(budget, line.table);
      const reported = tableIn(final, outcomeTables[line.table]);
      const { name, depth, column, side } = line;
      const rows = [findNamed(planned, line.budget, side), findNamed(reported, line.outcome, side)];
      return outcomeRow({ code: null, name, depth, column, planned, reported, rows });
    });
  const sections: OutcomeSection[] = [
    { id: 'totals', rows: rowsOf(totalLines) },
    { id: 'subjects', rows: subjectRows(budget, final) },
    { id: 'three-public', rows: rowsOf(threePublicLines) },
  ];
  return sections.filter(({ rows }) => rows.some(saysSomething));
}

const saysSomething = ({ budget, outcome }: OutcomeRow): boolean =>
  budget.fen !== null || outcome.fen !== null;

const tableIn = ({ tables }: Disclosure, id: string): Table | undefined =>
  tables.find((table) => table.id === id);

/** A name without blanks, width and what numbers it. */
const plainName = (name: string): string =>
  name
    .replace(/^\s*[①-⑨]/u, '')
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(
      /^(?:其中[:：]|\d+[.、]|\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、)+/u,
      '',
    );

const findNamed = (
  table: Table | undefined,
  name: RegExp,
  side: TableSide | null,
): Row | undefined =>
  table?.rows.find((row) => (side === null || row.side === side) && name.test(plainName(row.name)));

/** Every functional subject either document prints in its expenditure by subject. */
function subjectRows(budget: Disclosure, final: Disclosure): OutcomeRow[] {
  const planned = tableIn(budget, bySubject);
  const reported = tableIn(final, outcomeTables[bySubject]);
  const coded = (table: Table | undefined): Map<string, Row> =>
    new Map((table?.rows ?? []).flatMap((row) => (row.code === null ? [] : [[row.code, row]])));
  const [before, after] = [coded(planned), coded(reported)];
  const codes = [...new Set([...before.keys(), ...after.keys()])].sort();
  return codes.map((code) => {
    const rows = [before.get(code), after.get(code)];
    const name = rows[1]?.name ?? rows[0]?.name ?? '';
    const depth = Math.max(0, Math.floor((code.length - 3) / 2));
    return outcomeRow({ code, name, depth, column: 'total', planned, reported, rows });
  });
}

interface RowInput {
  readonly code: string | null;
  readonly name: string;
  readonly depth: number;
  readonly column: MoneyColumn;
  readonly planned: Table | undefined;
  readonly reported: Table | undefined;
  /** The row of the budget, then that of the final accounts. */
  readonly rows: readonly (Row | undefined)[];
}

function outcomeRow({ code, name, depth, column, planned, reported, rows }: RowInput): OutcomeRow {
  const budget = sideOf(planned, rows[0], column);
  const outcome = sideOf(reported, rows[1], column);
  const differenceFen =
    budget.fen === null || outcome.fen === null ? null : outcome.fen - budget.fen;
  const adjusted = rows[1]?.cells.find((cell) => cell.column === 'adjusted_budget');
  return {
    code,
    name,
    depth,
    budget,
    adjustedFen: adjusted?.fen ?? null,
    outcome,
    differenceFen,
    percent: percentOf(differenceFen, budget.fen),
  };
}

function percentOf(differenceFen: number | null, budgetFen: number | null): string | null {
  if (differenceFen === null || budgetFen === null || budgetFen <= 0) return null;
  return `${differenceFen > 0 ? '+' : ''}${formatShare(differenceFen, budgetFen)}`;
}

function sideOf(table: Table | undefined, row: Row | undefined, column: MoneyColumn): OutcomeSide {
  const nothing = (state: OutcomeSide['state']): OutcomeSide => ({
    state,
    fen: null,
    anchor: table === undefined || row === undefined ? null : rowAnchor(table.id, row.row),
  });
  if (table === undefined) return nothing('no-table');
  if (table.status === 'printed-empty') return nothing('empty-table');
  if (row === undefined) return nothing('no-row');
  const fen = row.cells.find((cell) => cell.column === column)?.fen;
  return fen === undefined
    ? nothing('blank')
    : { state: 'amount', fen, anchor: rowAnchor(table.id, row.row) };
}
