import type { KeyFact } from '../schema/key-fact.ts';
import type { Statement } from './key-fact-text.ts';
import type { Topic } from './key-fact-topics.ts';

/** A key fact before it is numbered. */
export type DraftFact = Omit<KeyFact, 'n'>;

/** What the reader must know besides the text. */
export interface FactContext {
  readonly year: number;
  /** The unit's name, evened out like the text. */
  readonly unitName: string;
}

/** What earlier words of the section make later words mean. */
export interface ReaderState {
  section: string;
  /** Whole of which 其中 opens the parts. */
  head: Topic | null;
  latest: Topic | null;
  inParts: boolean;
  side: 'revenue' | 'expenditure';
  reason: 'reason' | 'main-reason' | null;
  depth: number;
  base: string | null;
  /** Whether the performance section is speaking of the published goals. */
  published: boolean;
}

/** The state at the start of a document. */
export function initialState(): ReaderState {
  return {
    section: '',
    head: null,
    latest: null,
    inParts: false,
    side: 'revenue',
    reason: null,
    depth: 0,
    base: null,
    published: false,
  };
}

/** Totals whose parts 其中 opens and whose change may follow the parts. */
export const totalTopics = new Set(['revenue-total', 'expenditure-total']);

/** Lets go of what a new section, sentence or clause ends. */
export function enterStatement(state: ReaderState, statement: Statement): void {
  const listed = /^\d{1,2}、/u.test(statement.placed.text);
  if (state.section !== statement.section) {
    Object.assign(state, initialState(), { section: statement.section });
  } else if (statement.opens && !listed) {
    state.reason = null;
    state.depth = 0;
    state.base = null;
    if (!/^\(?其中/u.test(statement.placed.text)) state.inParts = false;
    if (statement.kind === 'performance') state.latest = null;
  }
}

/** The fields a fact leaves empty unless it has something to say. */
export const noFact = {
  moneyUnit: null,
  fen: null,
  number: null,
  unit: null,
  direction: null,
  directionPrinted: null,
  base: null,
} as const;

/** What a change without a subject of its own is a change of. */
export function changeTarget(state: ReaderState): Topic | null {
  const ofHead = state.inParts && state.head !== null && totalTopics.has(state.head.topic);
  return ofHead ? state.head : state.latest;
}
