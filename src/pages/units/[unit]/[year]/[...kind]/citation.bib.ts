import type { APIRoute, GetStaticPaths } from 'astro';
import { allWorks, citeDisclosure } from '../../../../../archive/cite-disclosure.ts';
import { loadArchive } from '../../../../../archive/load-archive.ts';
import { readRecord } from '../../../../../archive/read-record.ts';
import { formatBibtex } from '../../../../../format/citation-bibtex.ts';
import { kindParameter } from '../../../../../format/url.ts';

export const getStaticPaths = (async () => {
  const { unitYears } = await loadArchive();
  return unitYears.map(({ disclosureId, unitId, year, kind }) => ({
    params: { unit: unitId, year: String(year), kind: kindParameter(kind) },
    props: { disclosureId },
  }));
}) satisfies GetStaticPaths;

/** Citations of a disclosure, its projects and its tables as BibTeX. */
export const GET: APIRoute<{ disclosureId: string }> = async ({ props, site }) => {
  const unitYear = (await loadArchive()).unitYear(props.disclosureId);
  if (unitYear === undefined) throw new Error(`Unexpected disclosure ${props.disclosureId}`);
  const cited = citeDisclosure(unitYear, readRecord(unitYear), import.meta.env.BASE_URL, site);
  const works = allWorks(cited);
  return new Response(works.map(formatBibtex).join('\n'), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  });
};
