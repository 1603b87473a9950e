import { indicatorOf } from './indicator-record.ts';
import type { IndicatorReading } from './form-indicators.ts';
import type { FormRow, FormToken } from './form-rows.ts';
import { compact, joinPrinted } from './form-rows.ts';
import { isIndicatorHeader } from './form-stages.ts';
import { level1Of, missingLevel1 } from './indicator-levels.ts';
import { cutEdge } from './indicator-edge.ts';
import type { EdgeReading } from './indicator-edge.ts';
import { recogniseLevel2 } from './indicator-vocabulary.ts';
import { isScore, readSelfEvaluationRow, recogniseColumns } from './self-evaluation-columns.ts';
import type { SelfEvaluationCells, SelfEvaluationColumns } from './self-evaluation-columns.ts';
import type { Indicator } from '../schema/indicator.ts';
import type { Place } from '../schema/place.ts';

/** Indicators of a self-evaluation form and its total score. */
export interface SelfEvaluationReading extends IndicatorReading {
  /** 总分 as printed; null = not printed. */
  readonly totalScore: string | null;
}

interface Draft {
  readonly row: FormRow;
  readonly group: Group;
  readonly above: string | null;
  readonly cells: SelfEvaluationCells;
}

/** Rows under one second-level label; the label of a merged cell may be printed in any of them. */
interface Group {
  level2: string | null;
}

const ordinal =
  /^(?:指标\s*[:：.。]?\s*([\d０-９]{1,2})\s*[:：.。,，、]?|([\d０-９]{1,2})\s*[:：])\s*/u;
const isRemark = (row: FormRow): boolean =>
  /^[^:]{0,12}(?:自评结果|产出情况|效益情况|满意度情况|主要经验|下一步改进)|项目实施.{0,8}执行/u.test(
    compact(row.text),
  );
const isTotal = (row: FormRow): boolean =>
  row.tokens.some((token) => compact(token.text) === '总分');

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
  columns: SelfEvaluationColumns | undefined;
}

function readRow(state: State, row: FormRow): void {
  const { level1, level2, rest: tokens } = cutLabels(row, state.columns?.level2 ?? -1);
  if (level1 !== undefined) {
    state.level1.add(level1);
    state.above = level1;
  }
  const cells = readSelfEvaluationRow(tokens, state.columns);
  if (cells === undefined) {
    if (tokens.length > 0) state.unread.push(row.place);
    return;
  }
  const printed = joinPrinted(cells.name.map((token) => token.text));
  const number = ordinal.exec(printed);
  const first = compact(number?.[1] ?? number?.[2] ?? '') === '1';
  const other =
    level2 !== undefined && state.group.level2 !== null && state.group.level2 !== level2;
  if (first || other) state.group = { level2: null };
  if (level2 !== undefined) state.group.level2 = level2;
  state.drafts.push({ row, group: state.group, above: state.above, cells });
}

function indicatorFrom(draft: Draft, printedLevel1: ReadonlySet<string>): Indicator {
  const { level2 } = draft.group;
  const name = joinPrinted(draft.cells.name.map((token) => token.text)).replace(ordinal, '');
  const { target, actual, weight, score } = draft.cells;
  const level1 = level1Of({ level2, above: draft.above }, printedLevel1);
  const half = {
    level2,
    name: name || null,
    printed: target?.text ?? null,
    token: draft.cells.name[0] ?? null,
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
    columns: head === undefined ? undefined : recogniseColumns(head),
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
