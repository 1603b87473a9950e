import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { KeyFact } from '../../src/schema/key-fact.ts';
import type { CorrectedLines } from './second-reader/corrected-lines.ts';
import { splitPlace, withoutBlanks } from './second-reader/plain-text.ts';
import { isPrintedAt } from './second-reader/printed-at.ts';
import { readFen } from './second-reader/printed-number.ts';
import { joinResults, type Difference, type PartResult } from './verify-difference.ts';

const part = 'key-facts';

/** How the parsed number of a fact differs from what it prints; null = it does not. */
function misread(fact: KeyFact): string | null {
  const printed = withoutBlanks(fact.printed);
  const number = /-?\d[\d,]*(?:\.\d+)?/u.exec(printed)?.[0];
  if (number === undefined) return fact.number === null && fact.fen === null ? null : printed;
  if (fact.number !== null && fact.number !== number.replaceAll(',', '')) return number;
  if (fact.moneyUnit === null) return fact.fen === null ? null : number;
  const fen = readFen(number, fact.moneyUnit);
  return fen !== null && fact.fen === fen && printed.includes(fact.moneyUnit.slice(0, 1))
    ? null
    : printed;
}

/** Compares what one key fact prints, and its reading, with the source. */
function verifyFact(
  fact: KeyFact,
  source: readonly string[],
  corrected: CorrectedLines,
): PartResult {
  const { line } = splitPlace(fact.place);
  const base = { part, place: fact.place, what: `fact ${fact.n} ${fact.topic}` } as const;
  const wrong = misread(fact);
  const result = (found: Partial<PartResult>): PartResult => ({
    part,
    compared: 1,
    equal: 0,
    explained: 0,
    differences: [],
    ...found,
  });
  if (wrong !== null) {
    const record = fact.fen === null ? fact.number : `${fact.fen}分`;
    return result({ differences: [{ ...base, kind: 'different', record, source: wrong }] });
  }
  if (isPrintedAt(source, line, fact.printed)) return result({ equal: 1 });
  if (isPrintedAt(corrected.lines, line, fact.printed)) return result({ explained: 1 });
  const difference: Difference = {
    ...base,
    kind: 'not-at-place',
    record: fact.printed,
    source: null,
  };
  return result({ differences: [difference] });
}

/** Compares every key fact of the explanations with the source. */
export function verifyKeyFacts(
  facts: Disclosure['keyFacts'],
  source: readonly string[],
  corrected: CorrectedLines,
): PartResult {
  return joinResults(
    part,
    facts.map((fact) => verifyFact(fact, source, corrected)),
  );
}
