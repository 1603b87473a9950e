import { moneyAtStake, type Finding } from '../schema/finding.ts';
import { everyCheck } from './every-check.ts';

const resultOrder: readonly Finding['result'][] = [
  'difference',
  'undecidable',
  'rounding',
  'not-applicable',
  'pass',
];

const attentionOf = new Map<string, number>(everyCheck.map(({ id, attention }) => [id, attention]));

/** Where a finding stands among others: its result, the attention its check asks for, and its money. */
export type FindingRank = readonly [result: number, attention: number, lessMoney: number];

/**
 * The rank of a finding; the lower comes first, number by number. Differences first; among them money
 * out of sight before amounts, amounts before words and counts, names and dates last; then the
 * greater money first.
 */
export const findingRank = (finding: Finding): FindingRank => [
  resultOrder.indexOf(finding.result),
  attentionOf.get(finding.checkId) ?? 5,
  0 - moneyAtStake(finding),
];

/** Findings ordered for attention by {@link findingRank}. Findings that tie keep their order. */
export function rankFindings(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({ finding, rank: findingRank(finding) }))
    .sort(({ rank: a }, { rank: b }) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
    .map(({ finding }) => finding);
}
