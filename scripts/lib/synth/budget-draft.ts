import type { Hundredths } from './table-writer.ts';
import { commonSubjects, economicLines, type Bureau, type SubjectNames } from './vocabulary.ts';

/** One example project; the amount in hundredths of 万元. */
export interface ProjectDraft {
  readonly name: string;
  /** What it is about, without year and origin of the money. */
  readonly about: string;
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

/** What is spent on one subject: the basic expenditure, and projects of this and of the last year's money. */
export interface SubjectShare extends SubjectNames {
  readonly basic: Hundredths;
  readonly project: Hundredths;
  readonly carried: Hundredths;
}

/** The sum of amounts. */
export const sum = (amounts: readonly Hundredths[]): Hundredths =>
  amounts.reduce((total, amount) => total + amount, 0);

/** The basic expenditure cut into economic lines whose sum is exact. */
export function splitBasic(basic: Hundredths): Hundredths[] {
  const weights = sum(economicLines.map(([, , , weight]) => weight));
  const parts = economicLines.map(([, , , weight]) => Math.floor((basic * weight) / weights));
  parts[0] = (parts[0] ?? 0) + basic - sum(parts);
  return parts;
}

/** The subjects of a draft; their sums are its basic expenditure and its projects. */
export function sharesOf(draft: BudgetDraft): SubjectShare[] {
  const common = commonSubjects.map(({ line, ...subject }): SubjectShare => ({
    ...subject,
    basic: lineSum(draft, line),
    project: 0,
    carried: 0,
  }));
  const [running, main] = draft.bureau.subjects;
  return [
    {
      ...running,
      basic: draft.basic - sum(common.map(({ basic }) => basic)),
      project: 0,
      carried: 0,
    },
    {
      ...main,
      basic: 0,
      project: sum(draft.current.map(({ amount }) => amount)),
      carried: sum(draft.carryover.map(({ amount }) => amount)),
    },
    ...common,
  ];
}

/** The subjects of a draft added up by 类, by its name. */
export function classesOf(draft: BudgetDraft): Map<string, Omit<SubjectShare, 'code' | 'names'>> {
  const classes = new Map<string, Omit<SubjectShare, 'code' | 'names'>>();
  for (const { names, basic, project, carried } of sharesOf(draft)) {
    const before = classes.get(names[0]) ?? { basic: 0, project: 0, carried: 0 };
    classes.set(names[0], {
      basic: before.basic + basic,
      project: before.project + project,
      carried: before.carried + carried,
    });
  }
  return classes;
}

/** What a draft adds up to: basic and project expenditure, this year's, the last year's, all of it. */
export interface DraftTotals {
  readonly basic: Hundredths;
  readonly project: Hundredths;
  readonly current: Hundredths;
  readonly carryover: Hundredths;
  readonly total: Hundredths;
}

/** What a draft adds up to. */
export function totalsOf({ basic, current, carryover }: BudgetDraft): DraftTotals {
  const project = sum(current.map(({ amount }) => amount));
  const carried = sum(carryover.map(({ amount }) => amount));
  const own = basic + project;
  return { basic, project, current: own, carryover: carried, total: own + carried };
}

/** What the basic expenditure takes of the lines of one group. */
export const groupSum = ({ basic }: BudgetDraft, group: string): Hundredths =>
  sum(splitBasic(basic).filter((_part, i) => economicLines[i]?.[0] === group));

/** What the basic expenditure takes of one line. */
export const lineSum = ({ basic }: BudgetDraft, line: string): Hundredths =>
  splitBasic(basic)[economicLines.findIndex(([, name]) => name === line)] ?? 0;
