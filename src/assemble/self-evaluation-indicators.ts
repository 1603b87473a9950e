import { indicatorOf } from './form-indicators.ts';
import type { IndicatorReading } from './form-indicators.ts';
import type { FormRow, FormToken } from './form-rows.ts';
import { compact, joinPrinted } from './form-rows.ts';
import { isIndicatorHeader } from './form-stages.ts';
import { level1Of, missingLevel1 } from './indicator-levels.ts';
import { cutEdge } from './indicator-edge.ts';
import type { EdgeReading } from './indicator-edge.ts';
import { recogniseLevel2 } from './indicator-vocabulary.ts';
import type { Indicator } from '../schema/indicator.ts';
import type { Place } from '../schema/place.ts';

/** Indicators of a self-evaluation form and its total score. */
export interface SelfEvaluationReading extends IndicatorReading {
  /** 总分 as printed; null = not printed. */
  readonly totalScore: string | null;
}

type Column = 'name' | 'target' | 'actual' | 'weight' | 'score';

interface Draft {
  readonly row: FormRow;
  readonly group: Group;
  readonly above: string | null;
  readonly name: FormToken[];
  readonly cells: Partial<Record<Exclude<Column, 'name'>, FormToken>>;
}

/** Rows under one second-level label; the label of a merged cell may be printed in any of them. */
interface Group {
  level2: string | null;
}

const ordinal =
  /^(?:指标\s*[:：.。]?\s*([\d０-９]{1,2})\s*[:：.。,，、]?|([\d０-９]{1,2})\s*[:：])\s*/u;
const isScore = (token: FormToken | undefined): boolean =>
  token !== undefined && /^\d{1,3}(?:\.\d*)?\.?$/u.test(compact(token.text));
const isRemark = (row: FormRow): boolean =>
  /^[^:]{0,12}(?:自评结果|产出情况|效益情况|满意度情况|主要经验|下一步改进)|项目实施.{0,8}执行/u.test(
    compact(row.text),
  );
const isTotal = (row: FormRow): boolean =>
  row.tokens.some((token) => compact(token.text) === '总分');

/** Columns by the header row; undefined where the header does not name them all. */
function headerColumns(
  row: FormRow,
): Record<'level2' | 'target' | 'actual' | 'weight' | 'score', number> | undefined {
  const find = (pattern: RegExp): number | null | undefined =>
    row.tokens.find((token) => pattern.test(compact(token.text)))?.column;
  const level2 = find(/^二级指标$/u);
  const target = find(/^年度指标/u);
  const actual = find(/^实际完?成?/u);
  const weight = find(/^分值$/u);
  const score = find(/^得分$/u);
  if (level2 == null || target == null || actual == null || weight == null || score == null)
    return undefined;
  return { level2, target, actual, weight, score };
}

type Columns = NonNullable<ReturnType<typeof headerColumns>>;

/** Pieces of a row put under the header's columns; undefined where they do not fit them. */
function byColumns(
  tokens: readonly FormToken[],
  columns: Columns,
): Pick<Draft, 'name' | 'cells'> | undefined {
  const at = (from: number, to: number): FormToken[] =>
    tokens.filter((token) => (token.column ?? -1) >= from && (token.column ?? -1) < to);
  const [target, actual] = [at(columns.target, columns.actual), at(columns.actual, columns.weight)];
  const [weight, score] = [at(columns.weight, columns.score), at(columns.score, columns.score + 1)];
  const name = at(0, columns.target);
  const lone = [target, actual, weight, score].every((pieces) => pieces.length <= 1);
  const scored = weight.length === 1 && isScore(weight[0]) && isScore(score[0]);
  const unscored = weight.length + score.length === 0 && target.length + actual.length === 2;
  if (!lone || !(scored || unscored) || name.length === 0) return undefined;
  return { name, cells: cellsOf(target[0], actual[0], weight[0], score[0]) };
}

function cellsOf(
  target: FormToken | undefined,
  actual: FormToken | undefined,
  weight: FormToken | undefined,
  score: FormToken | undefined,
): Draft['cells'] {
  return {
    ...(target === undefined ? {} : { target }),
    ...(actual === undefined ? {} : { actual }),
    ...(weight === undefined ? {} : { weight }),
    ...(score === undefined ? {} : { score }),
  };
}

/** Pieces of a row counted from its end: score, weight, actual value, target, and the name before them. */
function fromEnd(tokens: readonly FormToken[]): Pick<Draft, 'name' | 'cells'> | undefined {
  const scored = tokens.length >= 5 && isScore(tokens.at(-1)) && isScore(tokens.at(-2));
  const rest = scored ? tokens.slice(0, -2) : tokens;
  if (rest.length < 3) return undefined;
  const cells = scored
    ? cellsOf(rest.at(-2), rest.at(-1), tokens.at(-2), tokens.at(-1))
    : cellsOf(rest.at(-2), rest.at(-1), undefined, undefined);
  return { name: rest.slice(0, -2), cells };
}

/** The labels at the left edge of a row, and the pieces after them; what else stands under the label columns is damage. */
function cutLabels(
  row: FormRow,
  labelColumn: number,
): EdgeReading & { level2: string | undefined } {
  const { level1, rest } = cutEdge(row.tokens);
  const isLabel = (token: FormToken, i: number): boolean =>
    i === 0 || (token.column ?? labelColumn + 1) <= labelColumn;
  const at = rest.findIndex(
    (token, i) => isLabel(token, i) && recogniseLevel2(token.text) !== undefined,
  );
  const level2 = recogniseLevel2(rest[at]?.text ?? '');
  const words = cutEdge(at < 0 ? rest : rest.slice(at + 1)).rest;
  return { level1, level2, rest: words.filter((token) => (token.column ?? 0) > labelColumn) };
}

interface State {
  readonly drafts: Draft[];
  readonly unread: Place[];
  readonly level1: Set<string>;
  above: string | null;
  group: Group;
  columns: Columns | undefined;
}

function readRow(state: State, row: FormRow): void {
  const { level1, level2, rest: tokens } = cutLabels(row, state.columns?.level2 ?? -1);
  if (level1 !== undefined) {
    state.level1.add(level1);
    state.above = level1;
  }
  const { columns } = state;
  const fitted = columns === undefined ? undefined : byColumns(tokens, columns);
  const read = fitted ?? fromEnd(tokens);
  if (read === undefined) {
    if (tokens.length > 0) state.unread.push(row.place);
    return;
  }
  const printed = joinPrinted(read.name.map((token) => token.text));
  const number = ordinal.exec(printed);
  const first = compact(number?.[1] ?? number?.[2] ?? '') === '1';
  const other =
    level2 !== undefined && state.group.level2 !== null && state.group.level2 !== level2;
  if (first || other) state.group = { level2: null };
  if (level2 !== undefined) state.group.level2 = level2;
  state.drafts.push({ row, group: state.group, above: state.above, ...read });
}

function indicatorFrom(draft: Draft, printedLevel1: ReadonlySet<string>): Indicator {
  const { level2 } = draft.group;
  const name = joinPrinted(draft.name.map((token) => token.text)).replace(ordinal, '');
  const { target, actual, weight, score } = draft.cells;
  const level1 = level1Of({ level2, above: draft.above }, printedLevel1);
  const half = {
    level2,
    name: name || null,
    printed: target?.text ?? null,
    token: draft.name[0] ?? null,
  };
  return indicatorOf({ span: 'year', level1, level2 }, half, draft.row, {
    weight: weight?.text ?? null,
    actual: actual?.text ?? null,
    score: score?.text ?? null,
  });
}

/** The last figure of the 总分 row; null = none printed. */
function totalScoreOf(row: FormRow): string | null {
  const figures = row.tokens.filter((token) => isScore(token));
  return figures.length > 1 ? (figures.at(-1)?.text ?? null) : null;
}

/**
 * The indicators of a self-evaluation form, all of the year, from the rows after its money block.
 * The number of an indicator within its group (指标1：) is left out of its name; a new 指标1 begins a
 * group even where the label of the group is printed further down.
 */
export function readSelfEvaluationIndicators(rows: readonly FormRow[]): SelfEvaluationReading {
  const header = rows.findIndex(isIndicatorHeader);
  const head = rows[header];
  const state: State = {
    drafts: [],
    unread: [],
    level1: new Set(),
    above: null,
    group: { level2: null },
    columns: head === undefined ? undefined : headerColumns(head),
  };
  let totalScore: string | null = null;
  for (const row of header < 0 ? [] : rows.slice(header + 1)) {
    if (isTotal(row)) totalScore = totalScoreOf(row);
    if (isTotal(row) || isRemark(row)) break;
    readRow(state, row);
  }
  const levelled = state.drafts.map(({ group, above }) => ({ level2: group.level2, above }));
  return {
    indicators: state.drafts.map((draft) => indicatorFrom(draft, state.level1)),
    missingLevel1: missingLevel1(levelled, state.level1),
    unread: state.unread,
    totalScore,
  };
}
