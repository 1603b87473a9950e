import { rankFindings } from '../../src/checks/rank-findings.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Finding } from '../../src/schema/finding.ts';

const groups: readonly (readonly [Finding['result'], string])[] = [
  ['difference', 'Differences 差异'],
  ['undecidable', 'Undecidable 无法核对'],
  ['rounding', 'Rounding 四舍五入'],
  ['not-applicable', 'Not applicable 不适用'],
  ['pass', 'Passes 一致'],
];

/**
 * The results of the checks as lines for the terminal: a summary, then each group in the order of
 * attention. Passes are counted, and listed only when asked for.
 */
export function checkReportLines(
  disclosure: Disclosure,
  findings: readonly Finding[],
  passes: boolean,
): string[] {
  const ranked = rankFindings(findings);
  const unread = disclosure.gaps.filter((gap) => gap.kind === 'not-understood').length;
  const lost = disclosure.gaps.length - unread;
  const head = [
    `${disclosure.unitName} ${disclosure.year} (${disclosure.id})`,
    `  ${findings.length} results; the document has ${unread} places not understood and ${lost} lost`,
  ];
  const body = groups.flatMap(([result, title]) => {
    const own = ranked.filter((finding) => finding.result === result);
    const listed = result === 'pass' && !passes ? [] : own;
    return [`${title}: ${own.length}`, ...listed.map(lineOf)];
  });
  return [...head, ...body];
}

const lineOf = ({ place, checkId, message }: Finding): string =>
  `  ${place ?? '-'} ${checkId} ${message}`;
