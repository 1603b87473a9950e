import type { APIRoute, GetStaticPaths } from 'astro';
import { citationPaths, worksOfDisclosure } from '../../../../../archive/citation-files.ts';
import { loadArchive } from '../../../../../archive/load-archive.ts';
import { formatRis } from '../../../../../format/citation-ris.ts';

export const getStaticPaths = (async () =>
  citationPaths(await loadArchive())) satisfies GetStaticPaths;

/** Citations of a disclosure, its projects and its tables as RIS. */
export const GET: APIRoute<{ disclosureId: string }> = async ({ props, site }) => {
  const base = import.meta.env.BASE_URL;
  const works = worksOfDisclosure(await loadArchive(), props.disclosureId, base, site);
  return new Response(works.map(formatRis).join(''), {
    headers: { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' },
  });
};
