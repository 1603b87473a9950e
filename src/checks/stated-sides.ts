import type { Disclosure } from '../schema/disclosure.ts';
import type { KeyFact } from '../schema/key-fact.ts';
import { halfStepFen, nowhere } from './side.ts';
import type { Side } from './side.ts';

/** The section of the explanations for messages; a blank keeps its number from the words after it. */
export const sectionLabel = ({ section }: Pick<KeyFact, 'section'>): string =>
  `${section.startsWith('概况') ? '' : '情况说明'}${section}${/\d$/u.test(section) ? ' ' : ''}`;

/** A stated amount as a side. */
export function statedSide(fact: KeyFact): Side {
  const known = fact.fen !== null && fact.moneyUnit !== null && fact.number !== null;
  return {
    label: `${sectionLabel(fact)}${fact.label}`,
    fen: fact.fen,
    boundFen: known ? halfStepFen(fact.number ?? '', fact.moneyUnit ?? '万元') : 0,
    parts: known ? 1 : 0,
    blanks: known ? 0 : 1,
    lossy: false,
    at: { ...nowhere, place: fact.place },
  };
}

/** Amounts stated for this year, in document order. */
export const statedAmounts = (disclosure: Disclosure): KeyFact[] =>
  disclosure.keyFacts.filter(
    (fact) => fact.measure === 'amount' && fact.fen !== null && fact.base === null,
  );

/** The amounts stated for this year under one topic. */
export const statedAs = (disclosure: Disclosure, topic: string): KeyFact[] =>
  statedAmounts(disclosure).filter((fact) => fact.topic === topic);

/** The last fact before another one in the same section that a test accepts. */
export function factBefore(
  disclosure: Disclosure,
  fact: KeyFact,
  accepts: (candidate: KeyFact) => boolean,
): KeyFact | undefined {
  return disclosure.keyFacts.findLast(
    (one) => one.n < fact.n && one.section === fact.section && accepts(one),
  );
}

/** A change with its sign, in 分; null when direction or amount is missing. */
export function signedFen(fact: KeyFact): number | null {
  if (fact.measure === 'unchanged') return 0;
  if (fact.fen === null || fact.direction === null) return null;
  return fact.direction === 'decrease' ? -fact.fen : fact.fen;
}
