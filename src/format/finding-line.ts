import { formatFen } from '../money/fen.ts';
import type { FindingDocument, ListedFinding } from './finding-file.ts';
import { kindLabels } from './labels.ts';
import { checkPath, findingAnchor, disclosurePath } from './url.ts';

/** The texts and root-relative paths of one finding in a list. */
export interface FindingLine {
  /** 相差 or 涉及 with the amount; null = no matter of money. */
  readonly money: {
    readonly label: '相差' | '涉及';
    readonly fen: number;
    readonly text: string;
  } | null;
  /** Unit, year and kind of the document. */
  readonly documentName: string;
  /** The finding in the list of its page. */
  readonly findingPath: string;
  /** What it points at on that page; null = nothing shown there. */
  readonly targetPath: string | null;
  readonly checkPath: string;
}

/** What a list says of a finding: the difference in 万元 or, without one, the money it is about. */
export function findingLine(finding: ListedFinding): FindingLine {
  return {
    money: moneyOf(finding),
    documentName: documentName(finding),
    findingPath: disclosurePath(finding, findingAnchor(finding.n)),
    targetPath: finding.target === null ? null : disclosurePath(finding, finding.target),
    checkPath: checkPath(finding.checkId),
  };
}

/** A document in words: unit, year, kind. */
export const documentName = ({ unitName, year, kind }: FindingDocument): string =>
  `${unitName} ${year} ${kindLabels[kind]}`;

function moneyOf({ differenceFen, rank }: ListedFinding): FindingLine['money'] {
  const atStake = -(rank[2] ?? 0);
  const fen = differenceFen === null ? atStake : Math.abs(differenceFen);
  if (fen === 0) return null;
  return { label: differenceFen === null ? '涉及' : '相差', fen, text: formatFen(fen, '万元') };
}
