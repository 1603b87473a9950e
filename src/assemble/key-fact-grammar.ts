import { parseFen } from '../money/fen.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import type { Place } from '../schema/place.ts';
import { readCues, readNone, readUnchanged } from './key-fact-cues.ts';
import { recogniseItem } from './key-fact-items.ts';
import {
  changedThing,
  lastPhrase,
  leadingYear,
  reasonWords,
  recogniseBase,
  recogniseDirection,
  withoutOwner,
} from './key-fact-phrases.ts';
import type { DirectionWord } from './key-fact-phrases.ts';
import { changeTarget, enterStatement, noFact, totalTopics } from './key-fact-state.ts';
import type { DraftFact, FactContext, ReaderState } from './key-fact-state.ts';
import { placeAt, printedOf } from './key-fact-text.ts';
import type { Statement } from './key-fact-text.ts';
import { tokenise } from './key-fact-tokens.ts';
import type { NumberToken } from './key-fact-tokens.ts';
import { recogniseTopic } from './key-fact-topics.ts';
import type { Topic } from './key-fact-topics.ts';

/** What one statement says, and what of it was not understood. */
export interface StatementReading {
  readonly facts: DraftFact[];
  readonly problems: { readonly place: Place; readonly reason: string }[];
}

/** One number with the words before it. */
interface Reading {
  readonly statement: Statement;
  readonly token: NumberToken;
  readonly context: FactContext;
  /** Phrase with year and owner, and without. */
  readonly phrase: string;
  readonly bare: string;
  readonly state: ReaderState;
}

function factOf(
  reading: Reading,
  topic: Topic,
  measure: KeyFact['measure'],
  change: { readonly word: DirectionWord | undefined; readonly base: string | null } | null = null,
): DraftFact {
  const { statement, token } = reading;
  const isMoney = token.moneyUnit !== null;
  return {
    ...noFact,
    section: statement.section,
    topic: topic.topic,
    measure,
    label: topic.label.slice(0, 100),
    printed: printedOf(statement.placed, token.start, token.end),
    moneyUnit: token.moneyUnit,
    fen: isMoney ? parseFen(token.number, token.moneyUnit) : null,
    number: token.number === '' ? null : token.number,
    unit: token.unit,
    direction: change?.word?.direction ?? null,
    directionPrinted: change?.word?.printed ?? null,
    base: change?.base ?? null,
    place: placeAt(statement.placed, token.start),
  };
}

function readReason(reading: Reading): DraftFact | undefined {
  const { state, token, bare, phrase, context } = reading;
  if (token.kind !== 'money' && token.kind !== 'count') return undefined;
  const word = recogniseDirection(phrase);
  const year = leadingYear(phrase);
  const ownBase =
    recogniseBase(phrase) ?? (year !== undefined && year !== context.year ? `${year}年` : null);
  const thing = changedThing(bare).slice(0, 40);
  const detail = state.depth > 0 ? 'reason-detail' : null;
  const kind = token.kind === 'count' ? 'reason-count' : `${state.reason ?? 'reason'}-amount`;
  const topic = {
    topic: detail !== null && token.kind === 'money' ? detail : kind,
    label: thing === '' ? '变动原因' : thing,
  };
  const measure =
    token.kind === 'count' ? 'count' : word === undefined ? 'amount' : 'change-amount';
  return factOf(reading, topic, measure, { word, base: ownBase });
}

function readChange(reading: Reading, word: DirectionWord): DraftFact | undefined {
  const { state, token, phrase, bare, statement } = reading;
  state.base = recogniseBase(phrase) ?? state.base;
  const thing = changedThing(bare);
  const target = thing === '' ? changeTarget(state) : recogniseTopic(thing, statement.kind, null);
  if (target === null || target === undefined) return undefined;
  const measure = token.kind === 'percent' ? 'change-percent' : 'change-amount';
  return factOf(reading, target, measure, { word, base: state.base });
}

function settle(state: ReaderState, topic: Topic): void {
  state.latest = topic;
  if (!totalTopics.has(topic.topic)) return;
  state.side = topic.topic === 'revenue-total' ? 'revenue' : 'expenditure';
  state.inParts = false;
}

function readAmount(reading: Reading): DraftFact | undefined {
  const { state, statement, bare, phrase, context, token } = reading;
  let topic = recogniseTopic(bare, statement.kind, token.unit);
  if (topic?.topic === 'carryover' && state.side === 'expenditure') {
    topic = { topic: 'expenditure-carryover', label: '支出中的上年结转' };
  }
  topic ??= recogniseItem(reading);
  if (topic === undefined) return undefined;
  const year = leadingYear(phrase);
  const otherYear = year !== undefined && year !== context.year && statement.kind !== 'performance';
  if (!otherYear) settle(state, topic);
  const measure = token.kind === 'count' ? 'count' : token.kind === 'area' ? 'area' : 'amount';
  return factOf(reading, topic, measure, otherYear ? { word: undefined, base: `${year}年` } : null);
}

/** Sections in which a direction word is a statement about a change and not part of a name. */
const statesChanges = (statement: Statement): boolean =>
  !['performance', 'assets', 'overview', 'other'].includes(statement.kind);

function endsReason(reading: Reading): boolean {
  const year = leadingYear(reading.phrase);
  const ownYear = year === undefined || year === reading.context.year;
  return ownYear && recogniseTopic(reading.bare, reading.statement.kind, null) !== undefined;
}

function readNumber(reading: Reading): DraftFact | undefined {
  const { state, token, phrase, statement } = reading;
  if (token.kind === 'bare') return undefined;
  if (token.kind === 'date') {
    return factOf(reading, { topic: 'as-of-date', label: '截至日期' }, 'date');
  }
  const word = statesChanges(statement) ? recogniseDirection(phrase) : undefined;
  if (
    state.reason !== null &&
    word === undefined &&
    token.kind === 'money' &&
    endsReason(reading)
  ) {
    state.reason = null;
  }
  if (state.reason !== null) return readReason(reading);
  if (word !== undefined) return readChange(reading, word);
  if (token.kind !== 'percent') return readAmount(reading);
  const share = /占.*的?$/u.test(phrase) && state.latest !== null;
  return share && state.latest !== null ? factOf(reading, state.latest, 'share') : undefined;
}

/** Chart captions run amounts and shares together without a word between them. */
function isCaption(tokens: readonly NumberToken[]): boolean {
  return tokens.some((token, i) => i > 0 && tokens[i - 1]?.end === token.start);
}

/**
 * The facts of one statement. The state carries what earlier statements of the section have opened
 * and is changed by reading. A number whose subject, change or share cannot be told is a problem.
 */
export function readStatement(
  statement: Statement,
  state: ReaderState,
  context: FactContext,
): StatementReading {
  enterStatement(state, statement);
  const { text } = statement.placed;
  const tokens = tokenise(text);
  const first = tokens[0];
  if (first !== undefined && isCaption(tokens)) {
    return {
      facts: [],
      problems: [{ place: placeAt(statement.placed, first.start), reason: '图中文字，不成句' }],
    };
  }
  const facts: DraftFact[] = [];
  const problems: { place: Place; reason: string }[] = [];
  let end = 0;
  for (const token of tokens) {
    const before = text.slice(end, token.start);
    facts.push(...readUnchanged(before, end, statement, state));
    const phrase = lastPhrase(readCues(before, state));
    const bare = withoutOwner(phrase, context.unitName);
    const fact = readNumber({ statement, token, context, phrase, bare, state });
    if (fact === undefined) {
      const reason = token.kind === 'bare' ? '数字没有计量单位' : '数字所指事项未能识别';
      problems.push({ place: placeAt(statement.placed, token.start), reason });
    } else facts.push(fact);
    end = token.end;
  }
  facts.push(...readUnchanged(text.slice(end), end, statement, state));
  readCues(text.slice(end), state);
  const told = namesEveryReason(text) ? facts : facts.map(asMainReason);
  return { facts: [...told, ...(state.reason === null ? readNone(statement) : [])], problems };
}

/** Whether every clause after the words that open the reasons has an amount, so that they may be added up. */
function namesEveryReason(text: string): boolean {
  const opened = reasonWords.exec(text);
  if (opened === null) return true;
  const listed = text.slice(opened.index + opened[0].length).replace(/\([^)]*\)/gu, '');
  const clauses = listed.split(/[,、]/u).filter((clause) => clause !== '');
  return clauses.every((clause) => /\d(?:亿|万)?元|\d万$/u.test(clause));
}

const asMainReason = (fact: DraftFact): DraftFact =>
  fact.topic === 'reason-amount' ? { ...fact, topic: 'main-reason-amount' } : fact;
