import type { FormToken } from './form-rows.ts';
import { compact } from './form-rows.ts';
import {
  isLabelFragment,
  parentOf,
  recogniseLevel1,
  recogniseLevel2,
} from './indicator-vocabulary.ts';

/** The labels of merged cells at the left edge of an indicator row, and the pieces after them. */
export interface EdgeReading {
  /** First-level label printed in the row; undefined = none. */
  readonly level1: string | undefined;
  readonly rest: FormToken[];
}

/**
 * The first-level label at the front of the pieces: one printed as such, 成本指标 where a label of
 * its own group follows, or the first line of 满意度指标 where a second-level label follows.
 */
function leadingLevel1(tokens: readonly FormToken[]): string | undefined {
  const [first = '', second = ''] = tokens.map((token) => compact(token.text));
  if (first === '成本指标' && parentOf(second) === '成本指标') return first;
  if (first === '满意度' && recogniseLevel2(second) !== undefined) return '满意度指标';
  return recogniseLevel1(first);
}

/** 绩效指标 in pieces, or the end of a label that began in the row above. */
function isEdgeFragment(tokens: readonly FormToken[]): boolean {
  const text = compact(tokens[0]?.text ?? '');
  if (text === '绩效指标') return true;
  return isLabelFragment(text) && (tokens.length !== 2 || /^[绩效指标]+$/u.test(text));
}

/** Pieces of an indicator row without the first-level labels and label fragments in front of them. */
export function cutEdge(tokens: readonly FormToken[]): EdgeReading {
  let rest = [...tokens];
  let level1: string | undefined;
  while (rest.length > 0) {
    const label = leadingLevel1(rest);
    if (label === undefined && !isEdgeFragment(rest)) break;
    level1 = label ?? level1;
    rest = rest.slice(1);
  }
  return { level1, rest };
}
