import type { SearchKind, SearchPhase } from './search-record.ts';
import type { DirectoryEntry } from './search-record.ts';
import {
  documentPath,
  indicatorAnchor,
  projectId,
  projectPath,
  proseAnchor,
  rowPath,
  subjectPath,
  unitPath,
  disclosurePath,
} from './url.ts';

/** One record that contains the query. */
export interface SearchHit {
  readonly kind: SearchKind;
  /** Printed texts, the first being the one shown. */
  readonly fields: readonly string[];
  /** Smaller is better; see `rankMatch`. */
  readonly rank: number;
  /** Unit-year it belongs to; null for units, subjects and documents. */
  readonly entry: DirectoryEntry | null;
  /** Unit id, subject code or document slug; empty for what belongs to a unit-year. */
  readonly entity: string;
  /** Project number, row number or number of the kept section; 0 otherwise. */
  readonly n: number;
  readonly indicator: number;
  readonly slug: string;
  readonly phase: SearchPhase;
  readonly subject: string;
  /** Bits of `fundSources`. */
  readonly funds: number;
  readonly tableId: string;
  readonly column: string;
  /** 分; null = not printed. */
  readonly amountFen: number | null;
  readonly regions: readonly string[];
  readonly years: readonly number[];
  /** Unit-years (unit, subject) or projects (document) in the archive; 0 otherwise. */
  readonly count: number;
  /** Part of the archive, block in it and number in that, by which the context of an indicator is found. */
  readonly part: string;
  readonly block: string;
  readonly at: number;
}

/** Id of the disclosure a unit-year's record comes from. */
export const disclosureIdOf = ({ unitId, year, kind }: DirectoryEntry): string =>
  `${unitId}-${year}-${kind}`;

/** Id of the record in the data files: that of the project also for its indicators. */
export function hitRecordId(hit: SearchHit): string {
  if (hit.entry === null) return hit.entity;
  const disclosure = disclosureIdOf(hit.entry);
  if (hit.kind === 'line') return `${disclosure}/${hit.tableId}/${hit.n}`;
  return hit.kind === 'text' ? `${disclosure}/prose/${hit.n}` : projectId(disclosure, hit.n);
}

/** Site path with the permanent anchor of the record, without the base path. */
export function hitPath(hit: SearchHit): string {
  const { entry, kind, n } = hit;
  if (entry === null) {
    if (kind === 'unit') return unitPath(hit.entity);
    return kind === 'subject' ? subjectPath(hit.entity) : documentPath(hit.entity);
  }
  if (kind === 'line') return rowPath(entry, hit.tableId, n);
  if (kind === 'text') return disclosurePath(entry, proseAnchor(n));
  if (kind === 'project') return projectPath(entry, n, hit.slug);
  return disclosurePath(entry, indicatorAnchor(n, hit.indicator));
}
