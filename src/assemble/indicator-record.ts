import type { FormRow } from './form-rows.ts';
import type { IndicatorHalf } from './indicator-row.ts';
import { parseIndicatorValue } from './parse-indicator-value.ts';
import { withoutPersonalNumbers } from './personal-data.ts';
import { rowName } from './printed-text.ts';
import type { Indicator } from '../schema/indicator.ts';

/** An indicator from the pieces read; weight, actual value and score are those of self-evaluations. */
export function indicatorOf(
  draft: {
    readonly span: Indicator['span'];
    readonly level1: string | null;
    readonly level2: string | null;
  },
  half: IndicatorHalf,
  row: FormRow,
  evaluation: Pick<Indicator, 'weight' | 'actual' | 'score'>,
): Indicator {
  const { printed, token } = half;
  const name = half.name === null ? null : withoutPersonalNumbers(rowName(half.name));
  const value = printed === null ? null : parseIndicatorValue(printed);
  const correction = token?.correction ?? row.correction;
  return {
    span: draft.span,
    level1: draft.level1,
    level2: draft.level2,
    name,
    printed,
    comparator: value?.comparator ?? null,
    number: value?.number ?? null,
    unit: value?.unit ?? null,
    ...evaluation,
    place: token?.place ?? row.place,
    ...(correction === undefined ? {} : { correction }),
  };
}
