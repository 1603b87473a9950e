import { moneyAtStake, type Finding } from '../schema/finding.ts';

/** A finding with its number in the list of its page. */
export interface NumberedFinding {
  readonly n: number;
  readonly finding: Finding;
}

/** What a page needs to know of a check. */
export interface CheckTitle {
  readonly id: string;
  readonly title: string;
  /** 1 is looked at first. */
  readonly attention: number;
}

/** The findings of one check that have one result. */
export interface FindingGroup {
  readonly check: CheckTitle;
  readonly members: readonly NumberedFinding[];
}

/** The findings of one result, by check. */
export interface ResultGroup {
  readonly result: Finding['result'];
  readonly count: number;
  readonly groups: readonly FindingGroup[];
}

/** Results in the order in which a reader wants them. */
const resultOrder: readonly Finding['result'][] = [
  'difference',
  'undecidable',
  'rounding',
  'pass',
  'not-applicable',
];

/**
 * Findings by result and check. Checks stand by attention, then by the most money a finding is about,
 * then in the order of `checks`; within a check the findings keep their order.
 * @throws when a finding names a check that `checks` does not have.
 */
export function groupFindings(
  findings: readonly NumberedFinding[],
  checks: readonly CheckTitle[],
): ResultGroup[] {
  const known = new Set(checks.map(({ id }) => id));
  for (const { finding } of findings) {
    if (!known.has(finding.checkId)) throw new Error(`Unexpected check "${finding.checkId}"`);
  }
  return resultOrder.flatMap((result) => {
    const members = findings.filter(({ finding }) => finding.result === result);
    if (members.length === 0) return [];
    return { result, count: members.length, groups: groupByCheck(members, checks) };
  });
}

function groupByCheck(
  findings: readonly NumberedFinding[],
  checks: readonly CheckTitle[],
): FindingGroup[] {
  const members = Map.groupBy(findings, ({ finding }) => finding.checkId);
  return checks
    .flatMap((check) => {
      const ofCheck = members.get(check.id);
      return ofCheck === undefined ? [] : { check, members: ofCheck };
    })
    .sort((a, b) => a.check.attention - b.check.attention || largest(b) - largest(a));
}

/** The most money a finding of the group is about, in 分. */
const largest = ({ members }: FindingGroup): number =>
  Math.max(...members.map(({ finding }) => moneyAtStake(finding)));
