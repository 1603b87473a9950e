import type { Form } from '../schema/form.ts';
import { pairIndicators, type NumberedIndicator } from './indicator-rows.ts';
import { normaliseSearchText } from './search-text.ts';

/** What one project says on an indicator. */
export interface ComparedIndicator {
  /** Number of the indicator in the form, from 1, which its anchor carries. */
  readonly i: number;
  /** 年度 goal as printed; null = blank, or the form has none for the year. */
  readonly year: string | null;
  /** 实施期 goal as printed, where it differs from that of the year; null = it does not. */
  readonly whole: string | null;
  /** 实际完成值 as printed; null = none. */
  readonly actual: string | null;
}

/** An indicator with what each project says on it, in the order of the projects. */
export interface ComparedIndicatorRow {
  /** As the first project prints it; null = lost or blank. */
  readonly name: string | null;
  /** One for each project; empty = the project has no indicator of this name. */
  readonly cells: readonly (readonly ComparedIndicator[])[];
}

/** The indicators of one 二级指标. */
export interface ComparedIndicatorGroup {
  /** 二级指标 without 指标, or 一级 where it is lost. */
  readonly category: string;
  readonly rows: readonly ComparedIndicatorRow[];
}

/** Order of the 二级指标 in the forms; others follow. */
const categories = [
  ...['数量', '质量', '时效', '成本'],
  ...['经济效益', '社会效益', '生态效益', '可持续影响', '服务对象满意度'],
];

/**
 * The indicators of several projects side by side, by category in the order of the forms. Those of two
 * projects stand in one row only where their names are the same but for spelling. null = no form.
 */
export function compareIndicators(forms: readonly (Form | null)[]): ComparedIndicatorGroup[] {
  const groups = new Map<
    string,
    Map<string, { name: string | null; cells: ComparedIndicator[][] }>
  >();
  forms.forEach((form, column) => {
    pairIndicators(form?.indicators ?? []).forEach((row, r) => {
      const category = categoryOf(row.level2 ?? row.level1);
      const rows =
        groups.get(category) ??
        new Map<string, { name: string | null; cells: ComparedIndicator[][] }>();
      groups.set(category, rows);
      const key = row.name === null ? `${column} ${r}` : normaliseSearchText(row.name);
      const found = rows.get(key) ?? { name: row.name, cells: forms.map(() => []) };
      rows.set(key, found);
      found.cells[column]?.push(comparedIndicator(row.year, row.whole));
    });
  });
  const orderOf = (category: string): number =>
    categories.includes(category) ? categories.indexOf(category) : categories.length;
  return [...groups]
    .sort(([a], [b]) => orderOf(a) - orderOf(b))
    .map(([category, rows]) => ({ category, rows: [...rows.values()] }));
}

function comparedIndicator(
  year: NumberedIndicator | null,
  whole: NumberedIndicator | null,
): ComparedIndicator {
  const yearGoal = year?.indicator.printed ?? null;
  const wholeGoal = whole?.indicator.printed ?? null;
  return {
    i: (year ?? whole)?.i ?? 1,
    year: yearGoal,
    whole: wholeGoal === yearGoal ? null : wholeGoal,
    actual: year?.indicator.actual ?? whole?.indicator.actual ?? null,
  };
}

function categoryOf(level: string | null): string {
  const bare = (level ?? '').replace(/\s/gu, '').replace(/指标$/u, '');
  if (bare === '满意度') return '服务对象满意度';
  return bare === '' ? '类别缺失' : bare;
}
