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
  'quanguo-juesuan-9': [
    'revenue-expenditure-outcome',
    'revenue-outcome-by-subject',
    'expenditure-outcome-by-subject',
    'appropriation-outcome',
    'general-outcome-by-subject',
    'general-basic-outcome-by-economic-class',
    'fund-outcome',
    'state-capital-outcome',
    'three-public-outcome',
  ],
};

/** Tables of a set by their ids, with their numbers. */
const numbersById = new Map(
  Object.entries(tableNumbers).map(([tableSet, ids]) => [
    tableSet,
    new Map(ids.map((id, i) => [id, i + 1])),
  ]),
);

/** Short name of a table for messages, e.g. 表12 or 决算表3; its printed title where the set has no numbers. */
export function tableLabel(disclosure: Disclosure, tableId: string): string {
  const number = numbersById.get(disclosure.tableSet)?.get(tableId);
  if (number !== undefined) return `${disclosure.kind === 'budget' ? '' : '决算'}表${number}`;
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
  initial_budget: '年初预算数',
  adjusted_budget: '全年预算数',
  appropriation: '财政拨款收入',
  superior_subsidy: '上级补助收入',
  undertaking: '事业收入',
  business: '经营收支',
  subordinate_remittance: '附属单位上缴收入',
  other: '其他收入',
  superior_remittance: '上缴上级支出',
  subordinate_subsidy: '对附属单位补助支出',
  opening: '年初结转和结余',
  closing: '年末结转和结余',
};
