import type { FormRow, FormToken } from './form-rows.ts';
import { compact } from './form-rows.ts';
import { isFooter, isIndicatorHeader } from './form-stages.ts';
import { cutEdge } from './indicator-edge.ts';
import { isFullLevel2, recogniseLevel1, recogniseLevel2 } from './indicator-vocabulary.ts';
import { cutRunningLabel, restoreBlanks } from './indicator-words.ts';
import { indicatorOf } from './indicator-record.ts';
import { level1Of, missingLevel1 } from './indicator-levels.ts';
import type { IndicatorHalf, IndicatorRowReading } from './indicator-row.ts';
import { looksLikeValue, splitIndicatorRow } from './indicator-row.ts';
import type { Indicator } from '../schema/indicator.ts';
import type { Place } from '../schema/place.ts';

/** The indicators of a form in the order of its rows, the whole period before the year in each row. */
export interface IndicatorReading {
  readonly indicators: Indicator[];
  /** First-level labels the form should print and does not. */
  readonly missingLevel1: string[];
  /** Places of rows that could not be split without guessing. */
  readonly unread: readonly Place[];
}

type Span = Indicator['span'];

interface Draft {
  readonly span: Span;
  readonly level2: string | null;
  readonly above: string | null;
  readonly half: IndicatorHalf;
  readonly row: FormRow;
}

/** A second-level label printed on a line of its own: the merged cell of the rows that follow. */
interface LoneLabel {
  readonly level2: string;
  readonly side: 'left' | 'right';
  filled: boolean;
}

interface State {
  readonly drafts: Draft[];
  readonly unread: Place[];
  readonly level1: Set<string>;
  above: string | null;
  left: string | null;
  right: string | null;
  lone: LoneLabel | undefined;
  rightColumn: number | null;
  single: boolean;
}

/** Columns and number of spans, from the header row of the indicators. */
function readHeader(state: State, row: FormRow): void {
  const heads = row.tokens.filter((token) => compact(token.text) === '二级指标');
  if (heads.length > 0) state.single = heads.length === 1;
  state.rightColumn = heads[1]?.column ?? state.rightColumn;
  for (const token of row.tokens) noteLevel1(state, recogniseLevel1(token.text));
}

function noteLevel1(state: State, label: string | undefined): void {
  if (label === undefined) return;
  state.level1.add(label);
  state.above = label;
}

/** The pieces of a row without the labels at its left edge, which are noted. */
function withoutEdge(state: State, row: FormRow): FormToken[] {
  const { level1, rest } = cutEdge(row.tokens);
  noteLevel1(state, level1);
  return rest.flatMap(cutRunningLabel);
}

/** Whether both halves have name and value, or neither, and no name is a second-level label. */
function isWhole(reading: IndicatorRowReading | undefined): boolean {
  if (reading === undefined) return false;
  return [reading.left, reading.right].every(
    ({ level2, name, printed, token }) =>
      token === null ||
      (name !== null && printed !== null && (level2 !== null || !isFullLevel2(name))),
  );
}

/** The halves of a row; where they are not whole as printed, blanks lost between words are put back. */
function readHalves(tokens: readonly FormToken[], state: State): IndicatorRowReading | undefined {
  const reading = splitIndicatorRow(tokens, state);
  if (isWhole(reading)) return reading;
  const repaired = splitIndicatorRow(restoreBlanks(tokens), state);
  return isWhole(repaired) ? repaired : reading;
}

/** A row of labels only: the head of a merged cell on a line of its own, or a row without indicators. */
function noteEmptyRow(state: State, labels: readonly string[]): void {
  const [first] = labels;
  if (first === undefined) return;
  if (labels.length === 1) {
    noteLoneLabel(state, first);
    return;
  }
  state.lone = undefined;
  state.left = first;
  state.right = labels.at(-1) ?? first;
}

function noteLoneLabel(state: State, level2: string): void {
  const second = state.lone?.level2 === level2 && state.lone.side === 'left' && state.lone.filled;
  state.lone = { level2, side: second ? 'right' : 'left', filled: false };
  if (!second) state.left = level2;
  state.right = level2;
}

/** The label a half stands under: its own, else the other half's (the rows are shared), else the one above. */
const carry = (own: IndicatorHalf, other: IndicatorHalf, before: string | null): string | null =>
  own.level2 ?? other.level2 ?? before;

function addDraft(state: State, side: 'left' | 'right', half: IndicatorHalf, row: FormRow): void {
  const level2 = side === 'left' ? state.left : state.right;
  if (half.name === null && half.printed === null) return;
  if (half.printed === null && recogniseLevel2(half.name ?? '') !== undefined) return;
  const span = side === 'left' ? 'whole' : 'year';
  state.drafts.push({ span, level2, above: state.above, half, row });
}

/** A reading of one half only, moved to the side whose merged label was printed last. */
function onLoneSide(state: State, reading: IndicatorRowReading): IndicatorRowReading {
  const { lone } = state;
  const oneSided = reading.right.token === null && reading.right.level2 === null;
  if (lone === undefined || lone.filled || !oneSided || reading.left.token === null) return reading;
  lone.filled = true;
  return lone.side === 'right' ? { left: reading.right, right: reading.left } : reading;
}

function readIndicatorRow(state: State, row: FormRow): void {
  const tokens = withoutEdge(state, row);
  const [first] = tokens;
  if (first === undefined) return;
  const labels = tokens.flatMap((token) => recogniseLevel2(token.text) ?? []);
  if (labels.length === tokens.length) {
    noteEmptyRow(state, labels);
    return;
  }
  if (tokens.length === 1 && !looksLikeValue(first.text)) {
    const isWord = /\p{Script=Han}/u.test(first.text);
    if (isWord && row.width === 1) state.unread.push(row.place);
    if (!isWord || row.width === 1) return;
  }
  const split = readHalves(tokens, state);
  if (split === undefined) {
    state.unread.push(row.place);
    return;
  }
  const { left, right } = onLoneSide(state, split);
  state.left = carry(left, right, state.left);
  state.right = carry(right, left, state.right ?? state.left);
  addDraft(state, 'left', left, row);
  addDraft(state, 'right', right, row);
}

const noEvaluation = { weight: null, actual: null, score: null } as const;

/**
 * The indicators of a goal form from the rows of its indicator block (header row included where
 * printed). Labels of merged cells are carried down; rows without name and value are no indicators.
 */
export function readFormIndicators(rows: readonly FormRow[]): IndicatorReading {
  const state: State = {
    drafts: [],
    unread: [],
    level1: new Set(),
    above: null,
    left: null,
    right: null,
    lone: undefined,
    rightColumn: null,
    single: false,
  };
  for (const row of rows) {
    if (isFooter(row)) break;
    if (isIndicatorHeader(row)) readHeader(state, row);
    else readIndicatorRow(state, row);
  }
  const indicators = state.drafts.map((draft) =>
    indicatorOf(
      { span: draft.span, level1: level1Of(draft, state.level1), level2: draft.level2 },
      draft.half,
      draft.row,
      noEvaluation,
    ),
  );
  return {
    indicators,
    missingLevel1: missingLevel1(state.drafts, state.level1),
    unread: state.unread,
  };
}
