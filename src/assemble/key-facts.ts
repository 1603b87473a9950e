import type { ExtractedDocument } from '../extract/extracted-document.ts';
import type { Gap } from '../schema/disclosure.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import type { Place } from '../schema/place.ts';
import { readStatement } from './key-fact-grammar.ts';
import { initialState } from './key-fact-state.ts';
import { readStatements } from './key-fact-text.ts';
import { tokenise } from './key-fact-tokens.ts';

/** The numbers the explanations state, with what was not understood. */
export interface AssembledKeyFacts {
  /** In document order, numbered from 1. */
  readonly keyFacts: KeyFact[];
  /** One gap for each statement that was not understood. */
  readonly gaps: Gap[];
  readonly statements: {
    /** Statements with a measured number that were understood whole. */
    readonly read: number;
    readonly notUnderstood: { readonly place: Place; readonly reason: string }[];
  };
}

/**
 * Key facts of the overview (概况) and the explanations (情况说明). A statement is text up to 。 or ；;
 * it counts when it holds a measured number. A number whose subject cannot be told is not guessed:
 * its statement is listed and becomes a gap. Amounts are in 分.
 */
export function assembleKeyFacts(
  document: ExtractedDocument,
  context: { readonly year: number; readonly unitName: string },
): AssembledKeyFacts {
  const state = initialState();
  const reader = {
    year: context.year,
    unitName: context.unitName.normalize('NFKC').replace(/\s/gu, ''),
  };
  const keyFacts: KeyFact[] = [];
  const gaps: Gap[] = [];
  const notUnderstood: { place: Place; reason: string }[] = [];
  let read = 0;
  for (const statement of readStatements(document)) {
    const { facts, problems } = readStatement(statement, state, reader);
    for (const fact of facts) keyFacts.push({ n: keyFacts.length + 1, ...fact });
    const [problem] = problems;
    if (problem === undefined) {
      if (tokenise(statement.placed.text).length > 0) read += 1;
      continue;
    }
    notUnderstood.push(problem);
    gaps.push({
      place: problem.place,
      what: `情况说明${statement.section}有数字未读入：${problem.reason}`,
      kind: 'not-understood',
      tableId: null,
      projectN: null,
    });
  }
  return { keyFacts, gaps, statements: { read, notUnderstood } };
}
