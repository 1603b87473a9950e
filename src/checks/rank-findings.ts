import type { Finding } from '../schema/finding.ts';
import { crossYearChecks } from './cross-year.ts';
import { checks } from './index.ts';

const resultOrder: readonly Finding['result'][] = [
  'difference',
  'undecidable',
  'rounding',
  'not-applicable',
  'pass',
];

const attentionOf = new Map<string, number>(
  [...checks, ...crossYearChecks].map((check) => [check.id, check.attention]),
);

/** The money a finding is about, in 分: the difference, else the larger side, else 0. */
export function moneyAtStake(finding: Finding): number {
  if (finding.differenceFen !== null) return Math.abs(finding.differenceFen);
  return Math.max(Math.abs(finding.leftFen ?? 0), Math.abs(finding.rightFen ?? 0));
}

/**
 * Findings ordered for attention: differences first; among them money out of sight before amounts,
 * amounts before words and counts, names and dates last; then the greater money first. Findings that
 * tie keep their order.
 */
export function rankFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      resultOrder.indexOf(a.result) - resultOrder.indexOf(b.result) ||
      (attentionOf.get(a.checkId) ?? 5) - (attentionOf.get(b.checkId) ?? 5) ||
      moneyAtStake(b) - moneyAtStake(a),
  );
}
