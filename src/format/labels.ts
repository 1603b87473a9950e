import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import type { FormMoney } from '../schema/form.ts';
import type { Project } from '../schema/project.ts';
import type { MoneyColumn, TableSide } from '../schema/table-set.ts';

/** Chinese header of each money column, used where a table set gives no header of its own. */
export const columnLabels: Readonly<Record<MoneyColumn, string>> = {
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
  revenue: '金额',
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

/** Chinese name of each side of a two-sided table. */
export const sideLabels: Readonly<Record<TableSide, string>> = {
  revenue: '收入',
  expenditure: '支出',
};

/** Chinese word for each result of a check. */
export const resultLabels: Readonly<Record<Finding['result'], string>> = {
  pass: '通过',
  difference: '差异',
  rounding: '舍入',
  'not-applicable': '不适用',
  undecidable: '无法判断',
};

/** Chinese word for each kind of disclosure, as it follows the year. */
export const kindLabels: Readonly<Record<Disclosure['kind'], string>> = {
  budget: '年度预算',
  'final-accounts': '年度决算',
};

/** Chinese name of what is left from the years before, as documents of each kind print it. */
export const carryoverLabels: Readonly<Record<Disclosure['kind'], string>> = {
  budget: '上年结转',
  'final-accounts': '年初结转和结余',
};

/** Chinese name of a page with documents of the given kinds, as it follows the year. */
export const kindsLabel = (kinds: readonly Disclosure['kind'][]): string =>
  kinds.length > 1 ? '年度预算与决算' : kindLabels[kinds[0] ?? 'budget'];

/** Chinese name of each source of a form's money, in printed order. */
export const formMoneyLabels: Readonly<Record<keyof FormMoney, string>> = {
  total: '资金总额',
  central: '中央财政资金',
  provincial: '省级财政资金',
  local: '市县（区）财政资金',
  own: '单位自筹',
  other: '其他资金',
};

/** Chinese explanation of why a table row and a form are taken to be one project. */
export const linkLabels: Readonly<Record<NonNullable<Project['link']>, string>> = {
  'same-name': '名称相同',
  'similar-name': '名称相近',
  'same-amount': '金额相同',
  correction: '经人工核对',
};

/** Chinese word for the phase of a project's money. */
export const phaseLabels: Readonly<Record<NonNullable<Project['phase']>, string>> = {
  current: '本年预算',
  carryover: '上年结转',
};
