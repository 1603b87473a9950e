import type { CitedWork } from '../format/cited-work.ts';
import { kindParameter } from '../format/url.ts';
import { allWorks, citeDisclosure } from './cite-disclosure.ts';
import type { ArchiveModel } from './model.ts';
import { readRecord } from './read-record.ts';

/** A file of citations as getStaticPaths wants it. */
export interface CitationPath {
  readonly params: { unit: string; year: string; kind: string | undefined };
  readonly props: { disclosureId: string };
}

/** One file of citations beside each disclosure. */
export const citationPaths = ({ unitYears }: ArchiveModel): CitationPath[] =>
  unitYears.map(({ disclosureId, unitId, year, kind }) => ({
    params: { unit: unitId, year: String(year), kind: kindParameter(kind) },
    props: { disclosureId },
  }));

/**
 * A disclosure, its projects and its tables as they are cited; `site` is the public address, undefined =
 * not known.
 * @throws when the disclosure is not in the archive.
 */
export function worksOfDisclosure(
  archive: ArchiveModel,
  disclosureId: string,
  base: string,
  site: URL | undefined,
): CitedWork[] {
  const unitYear = archive.unitYear(disclosureId);
  if (unitYear === undefined) throw new Error(`Unexpected disclosure ${disclosureId}`);
  return allWorks(citeDisclosure(unitYear, readRecord(unitYear), base, site));
}
