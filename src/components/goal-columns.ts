import { markup, type Html } from './html.ts';
import { pairIndicators, type IndicatorRow } from '../format/indicator-rows.ts';
import type { Form } from '../schema/form.ts';

/** The indicators of a form, and which columns a table of them has. */
export interface GoalColumns {
  readonly rows: readonly IndicatorRow[];
  /** Number of the indicators. */
  readonly count: number;
  readonly isEvaluation: boolean;
  readonly hasWhole: boolean;
  readonly hasYear: boolean;
}

/** The indicators of a form in pairs, with the columns that they fill. */
export function goalColumns({ kind, indicators }: Form): GoalColumns {
  const rows = pairIndicators(indicators);
  return {
    rows,
    count: indicators.length,
    isEvaluation: kind === 'self-evaluation',
    hasWhole: rows.some(({ whole }) => whole !== null),
    hasYear: rows.some(({ year }) => year !== null),
  };
}

/** The heads of the columns from the name to what was attained. */
export const goalHeads = ({ isEvaluation, hasWhole, hasYear }: GoalColumns): Html => markup`
  <th scope="col">指标</th>
  ${hasWhole && markup`<th scope="col">实施期目标</th>`}
  ${hasYear && markup`<th scope="col">年度目标</th>`}
  ${isEvaluation && markup`<th scope="col">实际完成</th>`}`;
