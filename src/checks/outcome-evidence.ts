import type { Disclosure } from '../schema/disclosure.ts';
import { outcomeTables } from '../schema/outcome-tables.ts';
import { querySide, type Side } from './side.ts';
import { expenditureOf, revenueOf, t, totalOf } from './table-pairs.ts';

/** Amounts that show the money of a table elsewhere in the document. */
export type Evidence = (disclosure: Disclosure) => readonly Side[];

const { [t.summary]: summaryOutcome, [t.appropriation]: appropriationOutcome } = outcomeTables;
const ofFund =
  (name: string, column: 'fund' | 'state_capital'): Evidence =>
  (d) => [
    revenueOf(d, `${name}财政拨款收入`, summaryOutcome),
    expenditureOf(d, '本年支出合计', column, appropriationOutcome),
  ];

/** Where else money of the tables of final accounts shows, by table. */
export const outcomeEvidence: Readonly<Record<string, Evidence>> = {
  [summaryOutcome]: (d) => [
    totalOf(d, outcomeTables[t.revenue], 'total'),
    totalOf(d, outcomeTables[t.expenditure], 'total'),
  ],
  [outcomeTables[t.revenue]]: (d) => [revenueOf(d, '本年收入合计', summaryOutcome)],
  [outcomeTables[t.expenditure]]: (d) => [
    expenditureOf(d, '本年支出合计', 'total', summaryOutcome),
  ],
  [appropriationOutcome]: (d) => [totalOf(d, outcomeTables[t.revenue], 'appropriation')],
  [outcomeTables[t.general]]: (d) => [
    revenueOf(d, '一般公共预算财政拨款收入', summaryOutcome),
    expenditureOf(d, '本年支出合计', 'general', appropriationOutcome),
  ],
  [outcomeTables[t.economic]]: (d) => [totalOf(d, outcomeTables[t.general], 'basic')],
  [outcomeTables['fund-budget-expenditure']]: ofFund('政府性基金预算', 'fund'),
  [outcomeTables['state-capital-expenditure']]: ofFund('国有资本经营预算', 'state_capital'),
  [outcomeTables[t.threePublic]]: (d) =>
    ['30212', '30217', '30231'].map((code) =>
      querySide(d, { tableId: outcomeTables[t.economic], column: 'total', code }),
    ),
};
