import { rankFindings } from '../../src/checks/rank-findings.ts';
import { resultLabels } from '../../src/format/labels.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Finding } from '../../src/schema/finding.ts';

/** The results in the order of attention, with their words for the operator. */
const groups: readonly (readonly [Finding['result'], string])[] = [
  ['difference', 'Differences'],
  ['undecidable', 'Undecidable'],
  ['rounding', 'Rounding'],
  ['not-applicable', 'Not applicable'],
  ['pass', 'Passes'],
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
  const unread = disclosure.gaps.filter((gap) => gap.kind === 'not-understood').length;
  const lost = disclosure.gaps.length - unread;
  const head = [
    `${disclosure.unitName} ${disclosure.year} (${disclosure.id})`,
    `  ${findings.length} results; the document has ${unread} places not understood and ${lost} lost`,
  ];
  const listed = groups.map(([result]) => result).filter((result) => passes || result !== 'pass');
  return [...head, ...groupLines(findings, listed)];
}

/** The results as lines of the report of an import: every group counted, what needs a look listed. */
export function importedResultLines(findings: readonly Finding[]): string[] {
  const lines = groupLines(findings, ['difference', 'undecidable']);
  return [`  checks: ${findings.length} results`, ...lines.map((line) => `    ${line}`)];
}

function groupLines(findings: readonly Finding[], listed: readonly Finding['result'][]): string[] {
  const ranked = rankFindings(findings);
  return groups.flatMap(([result, title]) => {
    const own = ranked.filter((finding) => finding.result === result);
    return [
      `${title} ${resultLabels[result]}: ${own.length}`,
      ...(listed.includes(result) ? own : []).map(lineOf),
    ];
  });
}

const lineOf = ({ place, checkId, message }: Finding): string =>
  `  ${place ?? '-'} ${checkId} ${message}`;
