import type { TableDefinition } from '../../../src/schema/table-set.ts';
import type { Table } from '../../../src/schema/table.ts';
import type { Hundredths, LineCounter, RowDraft } from './table-writer.ts';
import { writeTable } from './table-writer.ts';
import { economicLines, expenditureClasses, type Bureau } from './vocabulary.ts';

/** One example project; the amount in hundredths of 万元. */
export interface ProjectDraft {
  readonly name: string;
  readonly amount: Hundredths;
}

/** The figures all tables of one example are made from, so that they agree. */
export interface BudgetDraft {
  readonly unitName: string;
  readonly bureau: Bureau;
  readonly year: number;
  readonly basic: Hundredths;
  readonly current: readonly ProjectDraft[];
  readonly carryover: readonly ProjectDraft[];
  /** Hundredths of 万元 by which one printed total is wrong; 0 = everything agrees. */
  readonly planted: Hundredths;
}

const sum = (amounts: readonly Hundredths[]): Hundredths =>
  amounts.reduce((total, amount) => total + amount, 0);

/** The basic expenditure cut into economic lines whose sum is exact. */
export function splitBasic(basic: Hundredths): Hundredths[] {
  const weights = sum(economicLines.map(([, , , weight]) => weight));
  const parts = economicLines.map(([, , , weight]) => Math.floor((basic * weight) / weights));
  parts[0] = (parts[0] ?? 0) + basic - sum(parts);
  return parts;
}

type Amounts = RowDraft['amounts'];

/** 类, 款 and 项 rows for the amounts of each 项, groups added up. */
function subjectRows(
  bureau: Bureau,
  items: readonly { code: string; amounts: Amounts }[],
): RowDraft[] {
  const rows: RowDraft[] = [];
  for (const length of [3, 5, 7]) {
    const codes = [...new Set(items.map(({ code }) => code.slice(0, length)))];
    for (const code of codes) {
      const below = items
        .filter((item) => item.code.startsWith(code))
        .map(({ amounts }) => amounts);
      const names = bureau.subjects.find((subject) => subject.code.startsWith(code))?.names;
      rows.push({
        kind: length === 7 ? 'line' : 'group',
        code,
        name: names?.[(length - 3) / 2] ?? code,
        amounts: addAmounts(below),
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
  const { bureau, basic } = draft;
  const project = sum(draft.current.map(({ amount }) => amount));
  const carryover = sum(draft.carryover.map(({ amount }) => amount));
  const [first, second] = [bureau.subjects[0]?.code ?? '', bureau.subjects[1]?.code ?? ''];
  const current = basic + project;
  const total = current + carryover;
  const spending = (carried: Hundredths) => [
    { code: first, amounts: nonZero({ total: basic, basic }) },
    { code: second, amounts: nonZero({ total: project + carried, project: project + carried }) },
  ];
  const revenue = [
    { code: first, amounts: nonZero({ total: basic, general: basic }) },
    { code: second, amounts: nonZero({ total: project, general: project, carryover }) },
  ];
  const head = (amounts: Amounts): RowDraft => ({ kind: 'total', name: '合计', amounts });
  return {
    'revenue-expenditure-summary': summaryRows(draft, { current, carryover, total }, false),
    'revenue-by-subject': [
      head(nonZero({ total: current, general: current, carryover })),
      ...subjectRows(bureau, revenue),
    ],
    'expenditure-by-subject': [
      head(nonZero({ total: total + draft.planted, basic, project: project + carryover })),
      ...subjectRows(bureau, spending(carryover)),
    ],
    'appropriation-summary': summaryRows(draft, { current, carryover, total }, true),
    'general-budget-expenditure': [
      head(nonZero({ total: current, basic, project })),
      ...subjectRows(bureau, spending(0)),
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
  const name = draft.bureau.subjects[0]?.names[0] ?? '';
  const spent = (all: boolean): Amounts =>
    appropriation
      ? { total: money.total, general: money.total }
      : nonZero({
          total: money.total,
          current: money.current,
          carryover: all ? money.carryover : 0,
        });
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
      amounts: label.endsWith(`、${name}`) ? spent(true) : {},
    })),
    { kind: 'total', side: 'expenditure', name: '本年支出合计', amounts: spent(true) },
    { kind: 'total', side: 'expenditure', name: '支出总计', amounts: spent(true) },
  ];
}

function basicRows({ basic, unitName }: BudgetDraft): Record<string, RowDraft[]> {
  const parts = splitBasic(basic);
  const rows: RowDraft[] = [];
  let group = '';
  const column = (name: string): 'public' | 'personnel' =>
    name === '商品和服务支出' ? 'public' : 'personnel';
  const groupSum = (name: string): Hundredths =>
    sum(parts.filter((_part, i) => economicLines[i]?.[0] === name));
  economicLines.forEach(([groupName, name, name2], i) => {
    if (groupName !== group)
      rows.push({
        kind: 'group',
        name: groupName,
        amounts: { total: groupSum(groupName), [column(groupName)]: groupSum(groupName) },
      });
    group = groupName;
    rows.push({
      kind: 'line',
      name,
      name2,
      amounts: { total: parts[i] ?? 0, [column(groupName)]: parts[i] ?? 0 },
    });
  });
  const operating = groupSum('商品和服务支出');
  const vehicle = parts[economicLines.findIndex(([, name]) => name === '公务用车运行维护费')] ?? 0;
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
