import { formatFen } from '../money/fen.ts';
import { phaseLabels } from './labels.ts';
import type { PhaseTotal, ProjectTotals } from './search-totals.ts';

/** A sentence on project amounts with the parts by year that stand behind it, newest first. */
export interface TotalSentence {
  readonly text: string;
  readonly years: readonly string[];
}

/** Sentences on the amounts of the projects found; none without projects. */
export function describeTotals({
  phases,
  formOnly,
  finalAccounts,
}: ProjectTotals): TotalSentence[] {
  const sentences = phases.map(describePhase);
  if (formOnly > 0) {
    const text = `另有 ${print(formOnly)} 个项目仅见于绩效目标表，表中无金额。`;
    sentences.push({ text, years: [] });
  }
  if (finalAccounts > 0) {
    const text = `另有 ${print(finalAccounts)} 个决算中的项目，与预算是同一笔钱，未计入。`;
    sentences.push({ text, years: [] });
  }
  return sentences;
}

function describePhase(total: PhaseTotal): TotalSentence {
  const { phase, fen, known, missing, overlapping, byYear } = total;
  const left = [
    missing > 0 ? `${print(missing)} 项未列金额` : '',
    overlapping > 0 ? `${print(overlapping)} 项已含在主管部门预算内，未重复计入` : '',
  ].filter((part) => part !== '');
  const years = byYear.length > 1 ? [`${byYear.length} 个年度相加`] : [];
  const notes = [`${print(known)} 项`, ...years, ...left].join('，');
  const sum = fen === null ? '无金额' : `合计 ${formatFen(fen, '万元')} 万元`;
  const ofYear = (of: (typeof byYear)[number]): string =>
    `${of.year} 年 ${of.fen === null ? '无金额' : `${formatFen(of.fen, '万元')} 万元`}`;
  return {
    text: `项目金额（${phaseLabels[phase]}）${sum}（${notes}）。`,
    years: byYear.length < 2 ? [] : byYear.map(ofYear),
  };
}

const print = (count: number): string => count.toLocaleString('zh-CN');
