import { readMeasuredValue } from '../format/measured-value.ts';
import type { Form } from '../schema/form.ts';
import type { Indicator } from '../schema/indicator.ts';
import type { Bar, BarRow } from './bar-layout.ts';

/** Targets against what was reached, and scores against their weights, of a self-evaluation. */
export interface AttainmentView {
  readonly rows: readonly BarRow[];
  /** The picture in words. */
  readonly summary: string;
}

/**
 * The indicators of a self-evaluation as bars, in document order. A target is set against the value
 * reached only where both are printed as numbers of the same measure; otherwise both stand as text.
 * undefined = not a self-evaluation, or nothing in it can be drawn.
 */
export function attainmentView(form: Form): AttainmentView | undefined {
  if (form.kind !== 'self-evaluation') return undefined;
  const drawn = form.indicators.map((indicator) => ({
    indicator,
    score: scoreBar(indicator),
    reached: reachedBar(indicator),
  }));
  const scored = drawn.filter(({ score }) => score.share !== null).length;
  const measured = drawn.filter(({ reached }) => reached.share !== null).length;
  if (scored + measured === 0) return undefined;
  return {
    rows: drawn.map(({ indicator, score, reached }) => ({
      label: indicator.name ?? '（名称缺失）',
      bars: [score, reached],
    })),
    summary: `${drawn.length} 个指标中，${scored} 个有得分和分值，${measured} 个的目标与实际是同一计量单位的数字，画成横条；其余列出文字。`,
  };
}

const shown = (printed: string | null): string => printed?.replace(/\s+/gu, '') ?? '原文空白';

function scoreBar({ score, weight }: Indicator): Bar {
  const got = readMeasuredValue(score);
  const most = readMeasuredValue(weight);
  const share = got === undefined || most === undefined ? null : part(got.number, most.number);
  return {
    caption: '得分 / 分值',
    value: { fen: null, text: `${shown(score)} / ${shown(weight)}` },
    share: share !== null && share <= 1 ? share : null,
    mark: null,
    fill: { tone: 1, isHatched: false },
  };
}

/** The value reached against its target, the longer of the two filling the width; the target is a mark. */
function reachedBar({ printed, actual, number, unit }: Indicator): Bar {
  const reached = readMeasuredValue(actual);
  const isComparable = reached !== undefined && number !== null && reached.unit === unit;
  const ratio = isComparable ? part(reached.number, number) : null;
  const most = Math.max(1, ratio ?? 1);
  return {
    caption: `目标 ${shown(printed)}`,
    value: { fen: null, text: `实际 ${shown(actual)}` },
    share: ratio === null ? null : ratio / most,
    mark: ratio === null ? null : 1 / most,
    fill: { tone: 3, isHatched: true },
  };
}

/** A number as part of another, for drawing only; null where the whole is not above zero. */
function part(number: string, whole: string): number | null {
  return Number(whole) > 0 && Number(number) >= 0 ? Number(number) / Number(whole) : null;
}
