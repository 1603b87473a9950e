import { findingRank } from '../checks/rank-findings.ts';
import { findingTarget } from '../format/finding-target.ts';
import type { Disclosure } from '../schema/disclosure.ts';
import type { Finding } from '../schema/finding.ts';
import type { FindingSummary, UnitYear } from './model.ts';

/** What a summary keeps of the findings of one record. */
export type FindingsSummary = Pick<UnitYear, 'findings' | 'checkCounts' | 'notableFindings'>;

/**
 * The counts of findings by result, and by check and result; differences and roundings with what
 * they say, numbered as on the page. Amounts in 分.
 */
export function summariseFindings(
  findings: readonly Finding[],
  disclosure: Disclosure,
): FindingsSummary {
  const checkCounts: Record<string, Partial<Record<Finding['result'], number>>> = {};
  for (const { checkId, result } of findings) {
    const counts = (checkCounts[checkId] ??= {});
    counts[result] = (counts[result] ?? 0) + 1;
  }
  return {
    findings: countResults(findings),
    checkCounts,
    notableFindings: findings.flatMap((finding, i) => summariseFinding(finding, i + 1, disclosure)),
  };
}

function countResults(findings: readonly Finding[]): Record<Finding['result'], number> {
  const counts = { pass: 0, difference: 0, rounding: 0, 'not-applicable': 0, undecidable: 0 };
  for (const { result } of findings) counts[result] += 1;
  return counts;
}

function summariseFinding(finding: Finding, n: number, disclosure: Disclosure): FindingSummary[] {
  const { checkId, result, differenceFen, message } = finding;
  if (result !== 'difference' && result !== 'rounding') return [];
  const target = findingTarget(finding, disclosure);
  return [{ n, checkId, result, differenceFen, message, target, rank: findingRank(finding) }];
}
