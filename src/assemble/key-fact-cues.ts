import type { Statement } from './key-fact-text.ts';
import { placeAt, printedOf } from './key-fact-text.ts';
import { reasonWords, unchangedWords } from './key-fact-phrases.ts';
import { changeTarget, noFact } from './key-fact-state.ts';
import type { DraftFact, ReaderState } from './key-fact-state.ts';
import { recogniseTopic } from './key-fact-topics.ts';

/** The equality a text states (与上年预算数相同) of what was named last; empty when it states none. */
export function readUnchanged(
  text: string,
  start: number,
  statement: Statement,
  state: ReaderState,
): DraftFact[] {
  const match = unchangedWords.exec(text);
  const target = changeTarget(state);
  if (match === null || target === null || state.reason !== null) return [];
  const from = start + match.index;
  return [
    {
      ...noFact,
      section: statement.section,
      topic: target.topic,
      measure: 'unchanged',
      label: target.label,
      printed: printedOf(statement.placed, from, from + match[0].length),
      direction: 'unchanged',
      directionPrinted: match.groups?.['word'] ?? null,
      base: match.groups?.['base'] ?? null,
      place: placeAt(statement.placed, from),
    },
  ];
}

/** Takes the cues in the words before a number (reasons, parts, brackets) into the state; returns the words after them. */
export function readCues(text: string, state: ReaderState): string {
  let rest = text;
  const reason = reasonWords.exec(rest);
  if (reason !== null) {
    state.reason = reason[0].includes('主要') ? 'main-reason' : 'reason';
    state.depth = 0;
    rest = rest.slice(reason.index + reason[0].length);
  }
  for (const character of rest) {
    if (character === '(') state.depth += 1;
    if (character === ')') state.depth = Math.max(0, state.depth - 1);
  }
  const parts = rest.lastIndexOf('其中');
  if (parts < 0 || state.reason !== null) return rest;
  if (state.latest !== null && !state.inParts) state.head = state.latest;
  state.inParts = true;
  return rest.slice(parts + 2).replace(/^[:,]/u, '');
}

const noneClause =
  /^(?:我局|我单位|本单位|本部门|局本级)?(?:现|目前)?(?:无|没有|未安排)(?<what>[^,;:。]{2,30}?)(?:预算|支出|情况)?$/u;

/** Facts stated without a number: that there is none of something. */
export function readNone(statement: Statement): DraftFact[] {
  if (
    !['assets', 'three-public', 'agency-operating', 'procurement', 'other'].includes(statement.kind)
  )
    return [];
  let start = 0;
  return statement.placed.text.split(/[,:]/u).flatMap((clause) => {
    const from = start;
    start += clause.length + 1;
    const what = noneClause.exec(clause)?.groups?.['what'];
    const topic = what === undefined ? undefined : recogniseTopic(what, statement.kind, null);
    if (topic === undefined) return [];
    return [
      {
        ...noFact,
        section: statement.section,
        ...topic,
        measure: 'none' as const,
        printed: printedOf(statement.placed, from, from + clause.length).slice(0, 80),
        place: placeAt(statement.placed, from),
      },
    ];
  });
}
