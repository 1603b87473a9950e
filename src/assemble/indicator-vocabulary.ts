import { compact } from './form-rows.ts';

/**
 * Second-level indicators (二级指标) and the first-level indicator each belongs to.
 * Basis: the printed form 项目支出绩效目标表; 财预〔2021〕101号 for the cost group.
 */
export const parentOfLevel2: Readonly<Record<string, string>> = {
  数量指标: '产出指标',
  质量指标: '产出指标',
  时效指标: '产出指标',
  成本指标: '产出指标',
  经济成本指标: '成本指标',
  社会成本指标: '成本指标',
  生态环境成本指标: '成本指标',
  经济效益指标: '效益指标',
  社会效益指标: '效益指标',
  生态效益指标: '效益指标',
  可持续影响指标: '效益指标',
  服务对象满意度指标: '满意度指标',
};

const level1Labels = ['产出指标', '效益指标', '满意度指标'];
const level2Labels = Object.keys(parentOfLevel2);
const otherSustainability = /^可持续性?(?:发展)?(?:影响)?指标$/u;

/**
 * The first-level label a piece prints, also cut short or with its weight in brackets; undefined
 * when it is none.
 * @example recogniseLevel1('产出指标 (50分)') // '产出指标'
 */
export function recogniseLevel1(text: string): string | undefined {
  const label = compact(text).replace(/\([^()]*\)?$/u, '');
  const short = { 产出: '产出指标', 效益: '效益指标', 满意: '满意度指标' }[label];
  return short ?? level1Labels.find((known) => known === label);
}

/**
 * The second-level label a piece prints; a label cut short by its cell (`服务对象满意度指`, at least
 * three characters) is completed. Undefined when it is none.
 */
export function recogniseLevel2(text: string): string | undefined {
  const label = compact(text);
  if (otherSustainability.test(label)) return label;
  if (label.length < 3) return undefined;
  const matches = level2Labels.filter((known) => known.startsWith(label));
  return matches.length === 1 ? matches[0] : undefined;
}

/** The first-level indicator a second-level one belongs to; undefined for a label not known. */
export function parentOf(level2: string): string | undefined {
  return parentOfLevel2[level2] ?? (otherSustainability.test(level2) ? '效益指标' : undefined);
}

/** Whether a piece prints a second-level label in full. */
export function isFullLevel2(text: string): boolean {
  const label = compact(text);
  return level2Labels.includes(label) || otherSustainability.test(label);
}

/**
 * Whether a piece is only a broken-off part of the labels at the left edge (`绩`, `效`, `指 标`,
 * `益指标`) or prints no letter, digit or character at all.
 */
export function isLabelFragment(text: string): boolean {
  const label = compact(text);
  if (isFullLevel2(label)) return false;
  if (/^[绩效指标]{1,4}$/u.test(label)) return true;
  if (!/[\p{L}\p{N}]/u.test(label)) return !/[≥≤]/u.test(label);
  const endOf = (known: string): boolean => known !== label && known.endsWith(label);
  return label.endsWith('标') && [...level1Labels, ...level2Labels].some(endOf);
}
