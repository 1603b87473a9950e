import type { FormRow, FormToken } from './form-rows.ts';
import { compact } from './form-rows.ts';

/** Numbers of the columns of a self-evaluation's indicators, from its header row. */
export interface SelfEvaluationColumns {
  readonly level2: number;
  readonly target: number;
  readonly actual: number;
  readonly weight: number;
  readonly score: number;
}

/** The pieces of one indicator row; undefined = the cell prints nothing. */
export interface SelfEvaluationCells {
  /** Pieces the name is broken into, at least one. */
  readonly name: readonly FormToken[];
  readonly target: FormToken | undefined;
  readonly actual: FormToken | undefined;
  readonly weight: FormToken | undefined;
  readonly score: FormToken | undefined;
}

/** Whether a piece is a plain figure such as a weight or score prints (`9. 7`, `3. 8.`). */
export const isScore = (token: FormToken | undefined): token is FormToken =>
  token !== undefined && /^\d{1,3}(?:\.\d*)?\.?$/u.test(compact(token.text));

/** The columns a header row names; undefined where it does not name them all. */
export function recogniseColumns(row: FormRow): SelfEvaluationColumns | undefined {
  const find = (pattern: RegExp): number =>
    row.tokens.find((token) => pattern.test(compact(token.text)))?.column ?? -1;
  const columns = {
    level2: find(/^二级指标$/u),
    target: find(/^年度指标/u),
    actual: find(/^实际完?成?/u),
    weight: find(/^分值$/u),
    score: find(/^得分$/u),
  };
  return Object.values(columns).includes(-1) ? undefined : columns;
}

/** The pieces of a row under the header's columns; undefined where they do not fit them. */
function byColumns(
  tokens: readonly FormToken[],
  columns: SelfEvaluationColumns,
): SelfEvaluationCells | undefined {
  const at = (from: number, to: number): FormToken[] =>
    tokens.filter(({ column }) => column !== null && column >= from && column < to);
  const name = at(0, columns.target);
  const cells = [
    at(columns.target, columns.actual),
    at(columns.actual, columns.weight),
    at(columns.weight, columns.score),
    at(columns.score, columns.score + 1),
  ];
  const [[target], [actual], [weight], [score]] = cells as [
    FormToken[],
    FormToken[],
    FormToken[],
    FormToken[],
  ];
  const isLone = cells.every((pieces) => pieces.length <= 1);
  const isScored = isScore(weight) && isScore(score);
  const isUnscored = weight === undefined && score === undefined && target && actual;
  if (!isLone || !(isScored || isUnscored) || name.length === 0) return undefined;
  return { name, target, actual, weight, score };
}

/** The pieces of a row counted from its end: score, weight, actual value, target, and the name before them. */
function fromEnd(tokens: readonly FormToken[]): SelfEvaluationCells | undefined {
  const isScored = tokens.length >= 5 && isScore(tokens.at(-1)) && isScore(tokens.at(-2));
  const rest = isScored ? tokens.slice(0, -2) : tokens;
  if (rest.length < 3) return undefined;
  return {
    name: rest.slice(0, -2),
    target: rest.at(-2),
    actual: rest.at(-1),
    weight: isScored ? tokens.at(-2) : undefined,
    score: isScored ? tokens.at(-1) : undefined,
  };
}

/**
 * Name, values, weight and score of an indicator row: by the header's columns where the row keeps
 * to them, else counted from its end, for columns move after a page break. Undefined where neither fits.
 */
export function readSelfEvaluationRow(
  tokens: readonly FormToken[],
  columns: SelfEvaluationColumns | undefined,
): SelfEvaluationCells | undefined {
  return (columns === undefined ? undefined : byColumns(tokens, columns)) ?? fromEnd(tokens);
}
