import { parseFen } from '../../src/money/fen.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { MoneyColumn } from '../../src/schema/table-set.ts';
import { exampleTable } from './example-disclosure.ts';
import type { ExampleRow } from './example-disclosure.ts';

const fundColumns = ['total', 'general', 'fund', 'state_capital'] as const;
const spendingColumns = ['total', 'basic', 'project'] as const;
const classes = ['一、一般公共服务支出', '七、文化旅游体育与传媒支出', '十三、交通运输支出'];

/** The figures of one example unit-year in 万元; `carryover` is spent in full. */
export interface Figures {
  readonly unitName: string;
  readonly year: number;
  readonly subject: readonly [code: string, name: string];
  readonly className: string;
  readonly basic: string;
  readonly project: string;
  readonly current: string;
  readonly carryover: string;
  readonly total: string;
  /** 公务用车购置及运行费 of 表10, whose printed total is 2.00; absent = 2.00. */
  readonly vehicles?: string;
  readonly currentProjects: readonly ExampleRow[];
  readonly carryoverProjects: readonly ExampleRow[];
}

const subjectNames: Record<string, string> = {
  '207': '文化旅游体育与传媒支出',
  '20701': '文化和旅游',
  '214': '交通运输支出',
  '21401': '公路水路运输',
};

function subjectRows(figures: Figures, amounts: ExampleRow['amounts']): ExampleRow[] {
  const [code, name] = figures.subject;
  return [
    { kind: 'total', name: '合计', amounts: amounts ?? {} },
    ...[3, 5].map((digits): ExampleRow => ({
      kind: 'group',
      code: code.slice(0, digits),
      name: subjectNames[code.slice(0, digits)] ?? '',
      amounts: amounts ?? {},
    })),
    { kind: 'line', code, name, amounts: amounts ?? {} },
  ];
}

/** An amount of which nothing is printed when it is 0.00. */
function printedIf(column: MoneyColumn, amount: string): ExampleRow['amounts'] {
  return amount === '0.00' ? {} : { [column]: amount };
}

function summaryRows(figures: Figures): ExampleRow[] {
  const { current, carryover, total, className } = figures;
  const spent = { total, current, ...printedIf('carryover', carryover) };
  return [
    { side: 'revenue', name: '一、一般公共预算', amounts: { revenue: current } },
    { side: 'revenue', name: '二、政府性基金预算', amounts: {} },
    ...classes.map((name): ExampleRow => ({
      side: 'expenditure',
      name,
      amounts: name.endsWith(className) ? spent : {},
    })),
    { side: 'revenue', kind: 'total', name: '本年收入合计', amounts: { revenue: current } },
    { side: 'expenditure', kind: 'total', name: '本年支出合计', amounts: spent },
    { side: 'revenue', name: '上年结转', amounts: printedIf('revenue', carryover) ?? {} },
    { side: 'expenditure', name: '年终结转', amounts: {} },
    { side: 'revenue', kind: 'total', name: '收入总计', amounts: { revenue: total } },
    { side: 'expenditure', kind: 'total', name: '支出总计', amounts: spent },
  ];
}

/** All thirteen tables of one example unit-year; those without data are printed empty. */
export function exampleTables(figures: Figures): Disclosure['tables'] {
  const { basic, current, carryover, total, project, vehicles = '2.00' } = figures;
  const currentProject = String((parseFen(current, '万元') - parseFen(basic, '万元')) / 1e6);
  const empty = { note: '注：本表无数据' };
  let line = 0;
  const table: typeof exampleTable = (id, columns, rows, options) => {
    line += 40;
    return exampleTable(id, columns, rows, {
      line,
      title: `${figures.year}年${titles[id] ?? id}`,
      ...options,
    });
  };
  const currentSplit = { total: current, basic, project: currentProject };
  return [
    table(
      'revenue-expenditure-summary',
      ['revenue', 'total', 'current', 'carryover'],
      summaryRows(figures),
    ),
    table(
      'revenue-by-subject',
      ['total', 'general', 'fund', 'state_capital', 'special_account', 'unit_funds', 'carryover'],
      subjectRows(figures, {
        total: current,
        general: current,
        ...printedIf('carryover', carryover),
      }),
    ),
    table(
      'expenditure-by-subject',
      spendingColumns,
      subjectRows(figures, { total, basic, project }),
    ),
    table(
      'appropriation-summary',
      ['revenue', ...fundColumns],
      [
        { side: 'revenue', kind: 'total', name: '收入总计', amounts: { revenue: total } },
        {
          side: 'expenditure',
          kind: 'total',
          name: '支出总计',
          amounts: { total, general: total },
        },
      ],
    ),
    table('general-budget-expenditure', spendingColumns, subjectRows(figures, currentSplit)),
    table(
      'general-budget-basic-by-economic-class',
      ['total', 'personnel', 'public'],
      [
        { kind: 'total', name: '合计', amounts: { total: basic, personnel: basic } },
        { kind: 'group', name: '工资福利支出', amounts: { total: basic, personnel: basic } },
        { name: '基本工资', name2: '工资奖金津补贴', amounts: { total: basic, personnel: basic } },
        { name: '基本工资', name2: '工资福利支出', amounts: {} },
        { kind: 'group', name: '商品和服务支出', amounts: {} },
        { name: '办公费', name2: '办公经费', amounts: { public: '0.00' } },
      ],
    ),
    table('fund-budget-revenue', ['total'], [], empty),
    table('fund-budget-expenditure', spendingColumns, [{ kind: 'total', name: '合计' }], empty),
    table(
      'state-capital-budget',
      ['revenue', 'total', 'basic', 'project'],
      [
        { side: 'revenue', kind: 'total', name: '合计', amounts: { revenue: '1.50' } },
        {
          side: 'expenditure',
          kind: 'total',
          name: '合计',
          amounts: { total: '1.50', project: '1.50' },
        },
        { side: 'revenue', code: '1030601', name: '利润收入', amounts: { revenue: '1.50' } },
        {
          side: 'expenditure',
          code: '2230105',
          name: '国有企业棚户区改造支出',
          amounts: { total: '1.50', project: '1.50' },
        },
      ],
    ),
    table('three-public-expenses', fundColumns, [
      { name: '因公出国（境）费', amounts: {} },
      { name: '公务接待费', amounts: { total: '0.00' } },
      {
        kind: 'group',
        name: '公务用车购置及运行费',
        amounts: { total: vehicles, general: vehicles },
      },
      { kind: 'total', name: '合计', amounts: { total: '2.00', general: '2.00' } },
    ]),
    table('agency-operating-expenses', fundColumns, [{ kind: 'total', name: '部门合计' }], empty),
    table(
      'projects-current',
      ['total', 'general', 'fund', 'state_capital', 'special_account', 'unit_funds'],
      figures.currentProjects,
    ),
    table(
      'projects-carryover',
      fundColumns,
      figures.carryoverProjects,
      figures.carryoverProjects.length === 0 ? empty : {},
    ),
  ];
}

const titles: Record<string, string> = {
  'revenue-expenditure-summary': '预算收支总表',
  'revenue-by-subject': '预算收入总表',
  'expenditure-by-subject': '预算支出总表',
  'appropriation-summary': '财政拨款收支总表',
  'general-budget-expenditure': '一般公共预算支出预算表（不含上年结转）',
  'general-budget-basic-by-economic-class': '一般公共预算安排基本支出分经济科目表',
  'fund-budget-revenue': '政府性基金预算收入表',
  'fund-budget-expenditure': '政府性基金预算支出表',
  'state-capital-budget': '国有资本经营预算收支预算表（不含上年结转）',
  'three-public-expenses': '财政拨款安排“三公”经费支出预算表',
  'agency-operating-expenses': '财政拨款安排机关运行经费预算表',
  'projects-current': '项目支出预算表（本年预算）',
  'projects-carryover': '项目支出预算表（上年结转）',
};
