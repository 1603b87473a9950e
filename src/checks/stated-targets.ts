import type { Disclosure } from '../schema/disclosure.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { yearTotal } from './form-sides.ts';
import { sumProjects } from './project-sums.ts';
import { filledTable, querySide, rowName, sumSides } from './side.ts';
import type { CellQuery, Side } from './side.ts';
import { expenditureOf, revenueOf, t, totalOf } from './table-pairs.ts';

/** The sides of the tables a stated amount may mean, the likeliest first. */
type Targets = (disclosure: Disclosure, fact: Pick<KeyFact, 'label'>) => readonly Side[];

const one =
  (query: CellQuery): Targets =>
  (disclosure) => [querySide(disclosure, query)];

const classOf =
  (tableId: string): Targets =>
  (disclosure, fact) => {
    const table = filledTable(disclosure, tableId);
    const row = table?.rows.find((candidate) => {
      const isClass =
        candidate.code === null ? candidate.side === 'expenditure' : candidate.code.length === 3;
      return isClass && rowName(candidate.name) === rowName(fact.label);
    });
    const name = row === undefined ? fact.label : rowName(row.name);
    const query = { tableId, column: 'total', name } as const;
    return [
      querySide(
        disclosure,
        row?.side === 'expenditure' ? { ...query, side: 'expenditure' } : query,
      ),
    ];
  };

const threePublic =
  (name: RegExp): Targets =>
  (disclosure) => {
    const table = filledTable(disclosure, t.threePublic);
    const row = table?.rows.find((candidate) => name.test(rowName(candidate.name)));
    return [
      querySide(disclosure, {
        tableId: t.threePublic,
        column: 'total',
        name: row === undefined ? '该项' : rowName(row.name),
      }),
    ];
  };

/** Projects of both years, and of this year: what 绩效管理的项目 may cover. */
const projectMoney: Targets = (disclosure) => {
  const sums = [
    sumProjects(disclosure, t.projects, 'total'),
    sumProjects(disclosure, t.carryover, 'total'),
  ];
  return [
    totalOf(disclosure, t.expenditure, 'project'),
    totalOf(disclosure, t.general, 'project'),
    ...sums,
    sumSides('两年的项目相加', sums),
  ];
};

/** The money of all forms; text lost from a form makes the sum too small. */
function formMoney(disclosure: Disclosure): Side {
  const forms = disclosure.forms.map((form) => {
    const year = yearTotal(disclosure, form);
    const whole = form.whole?.total?.fen;
    return year.fen === null && whole !== undefined ? { ...year, fen: whole, parts: 1 } : year;
  });
  const sum = sumSides('各张绩效表资金相加', forms);
  return { ...sum, lossy: forms.some((form) => form.fen === null) };
}

/** Where in the tables a stated amount is found, by topic. Topics not here are not in any table. */
export const statedTargets: Readonly<Record<string, Targets>> = {
  'revenue-total': (d) => [revenueOf(d, '收入总计')],
  'revenue-current': (d) => [revenueOf(d, '本年收入合计')],
  carryover: (d) => [revenueOf(d, '上年结转')],
  'revenue-general': (d) => [revenueOf(d, '一般公共预算')],
  'revenue-fund': (d) => [revenueOf(d, '政府性基金预算')],
  'revenue-state-capital': (d) => [revenueOf(d, '国有资本经营预算')],
  'revenue-special-account': (d) => [revenueOf(d, '财政专户管理资金')],
  'revenue-unit-funds': (d) => [revenueOf(d, '单位资金')],
  'expenditure-total': (d) => [expenditureOf(d, '支出总计')],
  'expenditure-current': (d) => [expenditureOf(d, '支出总计', 'current')],
  'expenditure-carryover': (d) => [expenditureOf(d, '支出总计', 'carryover')],
  basic: one({ tableId: t.expenditure, column: 'basic' }),
  project: one({ tableId: t.expenditure, column: 'project' }),
  'appropriation-total': (d) => [revenueOf(d, '收入总计', t.appropriation)],
  'appropriation-general': (d) => [
    expenditureOf(d, '支出总计', 'general', t.appropriation),
    revenueOf(d, '一般公共预算', t.appropriation),
  ],
  'appropriation-fund': (d) => [
    expenditureOf(d, '支出总计', 'fund', t.appropriation),
    revenueOf(d, '政府性基金预算', t.appropriation),
  ],
  'appropriation-state-capital': (d) => [
    expenditureOf(d, '支出总计', 'state_capital', t.appropriation),
    revenueOf(d, '国有资本经营预算', t.appropriation),
  ],
  'appropriation-current': (d) => [revenueOf(d, '本年收入合计', t.appropriation)],
  'appropriation-carryover': (d) => [revenueOf(d, '上年财政拨款结转', t.appropriation)],
  'appropriation-class': classOf(t.appropriation),
  'general-current': (d) => [totalOf(d, t.general, 'total'), revenueOf(d, '一般公共预算')],
  'general-class': classOf(t.general),
  'general-basic': (d) => [totalOf(d, t.economic, 'total'), totalOf(d, t.general, 'basic')],
  personnel: one({ tableId: t.economic, column: 'personnel' }),
  public: one({ tableId: t.economic, column: 'public' }),
  'three-public': one({ tableId: t.threePublic, column: 'total' }),
  'three-public-abroad': threePublic(/^因公出国/u),
  'three-public-reception': threePublic(/^公务接待/u),
  'three-public-vehicle': threePublic(/^公务用车购置(?:及|和|与)运行/u),
  'three-public-vehicle-purchase': threePublic(/^公务用车购置费/u),
  'three-public-vehicle-operation': threePublic(/^公务用车运行/u),
  'agency-operating': one({ tableId: t.agency, column: 'total' }),
  'performance-overall': (d) => [
    expenditureOf(d, '支出总计'),
    expenditureOf(d, '支出总计', 'current'),
  ],
  'performance-overall-basic': (d) => [
    totalOf(d, t.expenditure, 'basic'),
    totalOf(d, t.general, 'basic'),
  ],
  'performance-overall-project': projectMoney,
  'performance-projects': (d, fact) => [...projectMoney(d, fact), formMoney(d)],
  'performance-published': (d, fact) => [formMoney(d), ...projectMoney(d, fact)],
};
