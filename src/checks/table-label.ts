import type { Disclosure } from '../schema/disclosure.ts';
import type { MoneyColumn } from '../schema/table-set.ts';

/** Numbers by which readers know the tables of a set; a set that is not here is named by printed titles. */
const tableNumbers: Readonly<Record<string, readonly string[]>> = {
  'shanxi-13': [
    'revenue-expenditure-summary',
    'revenue-by-subject',
    'expenditure-by-subject',
    'appropriation-summary',
    'general-budget-expenditure',
    'general-budget-basic-by-economic-class',
    'fund-budget-revenue',
    'fund-budget-expenditure',
    'state-capital-budget',
    'three-public-expenses',
    'agency-operating-expenses',
    'projects-current',
    'projects-carryover',
  ],
};

/** Short name of a table for messages, e.g. 表12; its printed title where the set has no numbers. */
export function tableLabel(disclosure: Disclosure, tableId: string): string {
  const index = tableNumbers[disclosure.tableSet]?.indexOf(tableId) ?? -1;
  if (index >= 0) return `表${index + 1}`;
  return disclosure.tables.find((table) => table.id === tableId)?.title ?? tableId;
}

/** Standard names of the money columns. */
export const columnNames: Readonly<Record<MoneyColumn, string>> = {
  total: '合计',
  current: '当年预算安排',
  carryover: '上年结转',
  general: '一般公共预算',
  fund: '政府性基金预算',
  state_capital: '国有资本经营预算',
  special_account: '财政专户管理资金',
  unit_funds: '单位资金',
  basic: '基本支出',
  project: '项目支出',
  personnel: '人员经费',
  public: '公用经费',
  revenue: '收入',
};
