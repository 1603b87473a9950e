import type { TableDefinition } from '../../../src/schema/table-set.ts';
import type { Table } from '../../../src/schema/table.ts';
import {
  classesOf,
  groupSum,
  lineSum,
  sharesOf,
  splitBasic,
  sum,
  totalsOf,
  type BudgetDraft,
  type ProjectDraft,
} from './budget-draft.ts';
import type { Hundredths, LineCounter, RowDraft } from './table-writer.ts';
import { writeTable } from './table-writer.ts';
import { economicLines, expenditureClasses, type SubjectNames } from './vocabulary.ts';

type Amounts = RowDraft['amounts'];

/** 类, 款 and 项 rows for the amounts of each 项, groups added up. */
function subjectRows(items: readonly (SubjectNames & { readonly amounts: Amounts })[]): RowDraft[] {
  const rows: RowDraft[] = [];
  for (const length of [3, 5, 7]) {
    const codes = [...new Set(items.map(({ code }) => code.slice(0, length)))];
    for (const code of codes) {
      const below = items.filter((item) => item.code.startsWith(code));
      rows.push({
        kind: length === 7 ? 'line' : 'group',
        code,
        name: below[0]?.names[(length - 3) / 2] ?? code,
        amounts: addAmounts(below.map(({ amounts }) => amounts)),
      });
    }
  }
  return rows.sort((a, b) => ((a.code ?? '') < (b.code ?? '') ? -1 : 1));
}

function addAmounts(parts: readonly Amounts[]): Amounts {
  const total: Record<string, Hundredths> = {};
  for (const part of parts)
    for (const [column, amount] of Object.entries(part))
      total[column] = (total[column] ?? 0) + amount;
  return total;
}

const nonZero = (amounts: Record<string, Hundredths>): Amounts =>
  Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));

/** All thirteen tables of one example budget. */
export function synthTables(
  draft: BudgetDraft,
  definitions: readonly TableDefinition[],
  counter: LineCounter,
): Table[] {
  const drafts = rowsByTable(draft);
  return definitions.map((definition) =>
    writeTable(definition, draft.year, drafts[definition.id] ?? [], counter),
  );
}

function rowsByTable(draft: BudgetDraft): Record<string, RowDraft[]> {
  const shares = sharesOf(draft);
  const { basic, project, carryover, current, total } = totalsOf(draft);
  const spending = (withCarried: boolean) =>
    shares.map((share) => {
      const spent = share.project + (withCarried ? share.carried : 0);
      const amounts = { total: share.basic + spent, basic: share.basic, project: spent };
      return { ...share, amounts: nonZero(amounts) };
    });
  const revenue = shares.map((share) => {
    const own = share.basic + share.project;
    return { ...share, amounts: nonZero({ total: own, general: own, carryover: share.carried }) };
  });
  const head = (amounts: Amounts): RowDraft => ({ kind: 'total', name: '合计', amounts });
  return {
    'revenue-expenditure-summary': summaryRows(draft, { current, carryover, total }, false),
    'revenue-by-subject': [
      head(nonZero({ total: current, general: current, carryover })),
      ...subjectRows(revenue),
    ],
    'expenditure-by-subject': [
      head(nonZero({ total: total + draft.planted, basic, project: project + carryover })),
      ...subjectRows(spending(true)),
    ],
    'appropriation-summary': summaryRows(draft, { current, carryover, total }, true),
    'general-budget-expenditure': [
      head(nonZero({ total: current, basic, project })),
      ...subjectRows(spending(false)),
    ],
    ...basicRows(draft),
    'projects-current': projectRows(draft.unitName, draft.current),
    'projects-carryover': projectRows(draft.unitName, draft.carryover),
  };
}

function summaryRows(
  draft: BudgetDraft,
  money: { current: number; carryover: number; total: number },
  appropriation: boolean,
): RowDraft[] {
  const classes = classesOf(draft);
  const spentOn = (label: string): Amounts => {
    const share = classes.get(label.slice(label.indexOf('、') + 1));
    if (share === undefined) return {};
    const now = share.basic + share.project;
    const all = now + share.carried;
    return nonZero(
      appropriation
        ? { total: all, general: all }
        : { total: all, current: now, carryover: share.carried },
    );
  };
  const spent = appropriation
    ? { total: money.total, general: money.total }
    : nonZero({ total: money.total, current: money.current, carryover: money.carryover });
  const left = (kind: RowDraft['kind'], label: string, revenue: number | null): RowDraft => ({
    kind,
    side: 'revenue',
    name: label,
    amounts: revenue === null || revenue === 0 ? {} : { revenue },
  });
  return [
    left('line', '一、一般公共预算', money.current),
    left('line', '二、政府性基金预算', null),
    left('line', '三、国有资本经营预算', null),
    left('total', '本年收入合计', money.current),
    left('line', appropriation ? '上年财政拨款结转' : '上年结转', money.carryover),
    left('total', '收入总计', money.total),
    ...expenditureClasses.map((label): RowDraft => ({
      kind: 'line',
      side: 'expenditure',
      name: label,
      amounts: spentOn(label),
    })),
    { kind: 'total', side: 'expenditure', name: '本年支出合计', amounts: spent },
    { kind: 'total', side: 'expenditure', name: '支出总计', amounts: spent },
  ];
}

function basicRows(draft: BudgetDraft): Record<string, RowDraft[]> {
  const { basic, unitName } = draft;
  const parts = splitBasic(basic);
  const rows: RowDraft[] = [];
  let group = '';
  const column = (name: string): 'public' | 'personnel' =>
    name === '商品和服务支出' ? 'public' : 'personnel';
  economicLines.forEach(([groupName, name, name2], i) => {
    const of = groupSum(draft, groupName);
    if (groupName !== group)
      rows.push({
        kind: 'group',
        name: groupName,
        amounts: { total: of, [column(groupName)]: of },
      });
    group = groupName;
    rows.push({
      kind: 'line',
      name,
      name2,
      amounts: { total: parts[i] ?? 0, [column(groupName)]: parts[i] ?? 0 },
    });
  });
  const operating = groupSum(draft, '商品和服务支出');
  const vehicle = lineSum(draft, '公务用车运行维护费');
  const both = (amount: Hundredths): Amounts => ({ total: amount, general: amount });
  const line = (name: string, amounts: Amounts): RowDraft => ({ kind: 'line', name, amounts });
  return {
    'general-budget-basic-by-economic-class': [
      {
        kind: 'total',
        name: '合计',
        amounts: { total: basic, personnel: basic - operating, public: operating },
      },
      ...rows,
    ],
    'three-public-expenses': [
      line('因公出国（境）费', {}),
      line('公务接待费', {}),
      line('公务用车购置及运行费', both(vehicle)),
      line('①公务用车购置费', {}),
      line('②公务用车运行维护费', both(vehicle)),
      { kind: 'total', name: '合计', amounts: both(vehicle) },
    ],
    'agency-operating-expenses': [
      { kind: 'total', name: '部门合计', amounts: both(operating) },
      { kind: 'unit', name: unitName, amounts: both(operating) },
    ],
  };
}

function projectRows(unitName: string, projects: readonly ProjectDraft[]): RowDraft[] {
  if (projects.length === 0) return [];
  const total = sum(projects.map(({ amount }) => amount));
  return [
    { kind: 'unit', name: unitName, amounts: { total, general: total } },
    ...projects.map(({ name, amount }): RowDraft => ({
      kind: 'line',
      name,
      amounts: { total: amount, general: amount },
    })),
  ];
}
