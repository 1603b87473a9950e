import type { Finding } from '../schema/finding.ts';

/** A finding without the disclosure it was made on and without names of its fields: half as many bytes. */
type PackedFinding = readonly [
  checkId: Finding['checkId'],
  result: Finding['result'],
  tableId: Finding['tableId'],
  row: Finding['row'],
  column: Finding['column'],
  place: Finding['place'],
  leftLabel: Finding['leftLabel'],
  leftFen: Finding['leftFen'],
  rightLabel: Finding['rightLabel'],
  rightFen: Finding['rightFen'],
  differenceFen: Finding['differenceFen'],
  message: Finding['message'],
  projectN: Finding['projectN'],
];

const pack = (finding: Finding): PackedFinding => [
  finding.checkId,
  finding.result,
  finding.tableId,
  finding.row,
  finding.column,
  finding.place,
  finding.leftLabel,
  finding.leftFen,
  finding.rightLabel,
  finding.rightFen,
  finding.differenceFen,
  finding.message,
  finding.projectN,
];

/** The findings on one disclosure as a line of JSON, for {@link unpackFindings}. */
export const packFindings = (findings: readonly Finding[]): string =>
  JSON.stringify(findings.map(pack));

/** The findings on a disclosure that {@link packFindings} made a line of. */
export const unpackFindings = (line: string, disclosureId: string): Finding[] =>
  (JSON.parse(line) as PackedFinding[]).map(
    ([
      checkId,
      result,
      tableId,
      row,
      column,
      place,
      leftLabel,
      leftFen,
      rightLabel,
      rightFen,
      differenceFen,
      message,
      projectN,
    ]) => ({
      disclosureId,
      checkId,
      result,
      tableId,
      row,
      column,
      place,
      leftLabel,
      leftFen,
      rightLabel,
      rightFen,
      differenceFen,
      message,
      projectN,
    }),
  );
