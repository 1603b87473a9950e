import { pairIndicators, type NumberedIndicator } from '../format/indicator-rows.ts';
import { normaliseSearchText } from '../format/search-text.ts';
import type { TopicProject } from '../archive/topic-model.ts';
import type { Form } from '../schema/form.ts';

/** What one project says on an indicator. */
export interface TopicIndicatorLine {
  readonly item: TopicProject;
  /** Number of the indicator in the form, from 1, which its anchor carries. */
  readonly i: number;
  /** 年度 goal as printed; null = blank, or the form has none for the year. */
  readonly year: string | null;
  /** 实施期 goal as printed, where it differs from that of the year; null = it does not. */
  readonly whole: string | null;
  /** 实际完成值 as printed; null = none. */
  readonly actual: string | null;
}

/** An indicator with what each project says on it; projects that name it alike stand together. */
export interface TopicIndicator {
  /** As the first project prints it; null = lost or blank. */
  readonly name: string | null;
  readonly lines: readonly TopicIndicatorLine[];
}

/** The indicators of one 二级指标. */
export interface TopicIndicatorGroup {
  /** 二级指标 without 指标, or 一级 where it is lost. */
  readonly category: string;
  readonly indicators: readonly TopicIndicator[];
}

/** Order of the 二级指标 in the forms; others follow. */
const categories = [
  ...['数量', '质量', '时效', '成本'],
  ...['经济效益', '社会效益', '生态效益', '可持续影响', '服务对象满意度'],
];

/**
 * The indicators of a topic's projects side by side, by category in the order of the forms. Indicators
 * of two projects are put together only where their names are the same but for spelling.
 */
export function groupTopicIndicators(
  projects: readonly TopicProject[],
  forms: ReadonlyMap<string, Form>,
): TopicIndicatorGroup[] {
  const groups = new Map<string, Map<string, TopicIndicator>>();
  for (const item of projects) {
    for (const [n, row] of pairIndicators(forms.get(item.project.id)?.indicators ?? []).entries()) {
      const category = categoryOf(row.level2 ?? row.level1);
      const group = groups.get(category) ?? new Map<string, TopicIndicator>();
      groups.set(category, group);
      const key = row.name === null ? `${item.project.id} ${n}` : normaliseSearchText(row.name);
      const { name, lines } = group.get(key) ?? { name: row.name, lines: [] };
      group.set(key, { name, lines: [...lines, indicatorLine(item, row.year, row.whole)] });
    }
  }
  const orderOf = (category: string): number =>
    categories.includes(category) ? categories.indexOf(category) : categories.length;
  return [...groups]
    .sort(([a], [b]) => orderOf(a) - orderOf(b))
    .map(([category, indicators]) => ({ category, indicators: [...indicators.values()] }));
}

function indicatorLine(
  item: TopicProject,
  year: NumberedIndicator | null,
  whole: NumberedIndicator | null,
): TopicIndicatorLine {
  const yearGoal = year?.indicator.printed ?? null;
  const wholeGoal = whole?.indicator.printed ?? null;
  return {
    item,
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
