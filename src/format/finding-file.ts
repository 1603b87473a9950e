import { compareNumbers } from './finding-order.ts';

/** `/findings/data/index.json`: what the list of findings knows before it reads any. */
export interface FindingManifest {
  readonly version: 1;
  /** Number of differences and roundings in the archive. */
  readonly findings: number;
  /** Files of findings, latest year first, then by division code. */
  readonly shards: readonly FindingShardEntry[];
  /** Every check, in the order of the checks. */
  readonly checks: readonly (readonly [id: string, title: string])[];
  /** Regions with findings of themselves or below, in code order: code, name, code above or empty. */
  readonly regions: readonly (readonly [code: string, name: string, parent: string])[];
  /** Years with findings, ascending. */
  readonly years: readonly number[];
}

/** A file of findings: those of one year whose division codes lie between two, both included. */
export interface FindingShardEntry {
  /** File name without its extension; changes with the content. */
  readonly name: string;
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly findings: number;
}

/** Results that are listed one by one, in the order shown. */
export const listedResults = ['difference', 'rounding'] as const;

/** See {@link listedResults}. */
export type ListedResult = (typeof listedResults)[number];

/** The document a finding is of. */
export interface FindingDocument {
  readonly unitId: string;
  readonly unitName: string;
  readonly regionCode: string;
  readonly year: number;
  readonly kind: 'budget' | 'final-accounts';
}

/** One difference or rounding with its document, as a list shows it. */
export interface ListedFinding extends FindingDocument {
  /** Number in the list of its page, from 1. */
  readonly n: number;
  readonly checkId: string;
  readonly result: ListedResult;
  /** Left less right in 分; null = no matter of money. */
  readonly differenceFen: number | null;
  readonly message: string;
  /** Anchor of what it points at on its page; null = nothing shown there. */
  readonly target: string | null;
  /** The lower comes first, number by number; the third is the money it is about in 分, negative. */
  readonly rank: readonly number[];
}

type PackedDocument = readonly [
  unitId: string,
  unitName: string,
  regionCode: string,
  year: number,
  kind: 0 | 1,
];
type PackedFinding = readonly [
  n: number,
  checkId: string,
  result: number,
  differenceFen: number | null,
  message: string,
  target: string | null,
  rank: readonly number[],
];

/** A file of findings as it is written: documents, and for each its findings. */
export interface FindingShard {
  readonly documents: readonly PackedDocument[];
  readonly findings: readonly (readonly PackedFinding[])[];
}

/** A document with its findings. */
export interface FindingShardPart {
  readonly document: FindingDocument;
  readonly findings: readonly Omit<ListedFinding, keyof FindingDocument>[];
}

/** Packs documents with their findings into one file. */
export function packFindings(parts: readonly FindingShardPart[]): FindingShard {
  return {
    documents: parts.map(({ document: { unitId, unitName, regionCode, year, kind } }) => [
      unitId,
      unitName,
      regionCode,
      year,
      kind === 'budget' ? 0 : 1,
    ]),
    findings: parts.map(({ findings }) =>
      findings.map(({ n, checkId, result, differenceFen, message, target, rank }) => [
        n,
        checkId,
        listedResults.indexOf(result),
        differenceFen,
        message,
        target,
        rank,
      ]),
    ),
  };
}

/** The findings of a file, document by document. */
export function unpackFindings({ documents, findings }: FindingShard): ListedFinding[] {
  return documents.flatMap(([unitId, unitName, regionCode, year, kind], i) =>
    (findings[i] ?? []).map(
      ([n, checkId, result, differenceFen, message, target, rank]): ListedFinding => ({
        unitId,
        unitName,
        regionCode,
        year,
        kind: kind === 0 ? 'budget' : 'final-accounts',
        n,
        checkId,
        result: listedResults[result] ?? 'difference',
        differenceFen,
        message,
        target,
        rank,
      }),
    ),
  );
}

/** Findings of several files in the order of attention; those that tie stay in the order given. */
export const sortFindings = (findings: readonly ListedFinding[]): ListedFinding[] =>
  findings.toSorted((a, b) => compareNumbers(a.rank, b.rank));
