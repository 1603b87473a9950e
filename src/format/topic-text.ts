import { formatFen } from '../money/fen.ts';
import { formatYears } from './coverage-text.ts';
import { phaseLabels } from './labels.ts';

/** What was found of a topic, in counts. */
export interface TopicCounts {
  readonly title: string;
  /** Units with documents in the archive. */
  readonly units: number;
  readonly unitsWith: number;
  readonly unitsMentioning: number;
  readonly projects: number;
  readonly regions: number;
  readonly years: readonly number[];
}

/**
 * What was found of a topic and among how many units, in one sentence.
 * @example formatTopicFound({ title: '零工市场', units: 5, unitsWith: 2, unitsMentioning: 0, projects: 4, regions: 2, years: [2023, 2024] })
 * // '收录的 5 个单位中，2 个单位有“零工市场”的项目，共 4 个，分布在 2 个地区，2023–2024 年度；其余 3 个单位没有。'
 */
export function formatTopicFound(counts: TopicCounts): string {
  const { title, units, unitsWith, unitsMentioning, projects, regions, years } = counts;
  const found =
    projects === 0
      ? `没有一个单位有“${title}”的项目`
      : `${unitsWith} 个单位有“${title}”的项目，共 ${projects} 个，分布在 ${regions} 个地区，${formatYears(years)} 年度`;
  const without = units - unitsWith - unitsMentioning;
  return [
    `收录的 ${units} 个单位中，${found}`,
    ...(unitsMentioning > 0 ? [`${unitsMentioning} 个单位只在绩效指标中提到`] : []),
    ...(projects > 0 && without > 0 ? [`其余 ${without} 个单位没有`] : []),
  ]
    .join('；')
    .concat('。');
}

/** What a sum of projects leaves out or holds besides, in counts. */
export interface TopicLeftOut {
  /** Projects with a row that prints no amount. */
  readonly missing: number;
  /** Projects of a unit whose department, which includes them, is counted. */
  readonly overlapping: number;
  readonly formOnly: number;
  readonly finalAccounts: number;
}

/** What the amounts of a region and year do not contain; empty = nothing is left out. */
export function formatTopicLeftOut(counts: TopicLeftOut): string[] {
  const { missing, overlapping, formOnly, finalAccounts } = counts;
  return [
    ...(missing > 0 ? [`另 ${missing} 项未印金额`] : []),
    ...(formOnly > 0 ? [`另 ${formOnly} 项仅见于绩效表`] : []),
    ...(overlapping > 0 ? [`另 ${overlapping} 项已含在主管部门内`] : []),
    ...(finalAccounts > 0 ? [`另有决算 ${finalAccounts} 项`] : []),
  ];
}

/** A project of a topic as a feed names it; amount in 分, null = not printed or no row. */
export interface TopicNewsProject {
  readonly name: string;
  readonly phase: 'current' | 'carryover' | null;
  readonly totalFen: number | null;
}

/** Most projects that are named one by one. */
const mostNamed = 5;

/**
 * What a document has of a topic: its projects with their amounts, and how many more are only mentioned.
 * @example formatTopicNews([{ name: '零工市场', phase: 'current', totalFen: 6_000_000 }], 1)
 * // '项目 1 个：零工市场 6.00 万元；另有 1 个项目的绩效指标提到。'
 */
export function formatTopicNews(projects: readonly TopicNewsProject[], mentions: number): string {
  const named = projects.slice(0, mostNamed).map(({ name, phase, totalFen }) => {
    const amount = totalFen === null ? '未印金额' : `${formatFen(totalFen, '万元')} 万元`;
    const of =
      phase === 'current' ? '' : `（${phase === null ? '仅见于绩效表' : phaseLabels[phase]}）`;
    return `${name}${of} ${amount}`;
  });
  const rest = projects.length > mostNamed ? '等' : '';
  return [
    ...(projects.length > 0 ? [`项目 ${projects.length} 个：${named.join('，')}${rest}`] : []),
    ...(mentions > 0
      ? [`${projects.length > 0 ? '另有 ' : ''}${mentions} 个项目的绩效指标提到`]
      : []),
  ]
    .join('；')
    .concat('。');
}
