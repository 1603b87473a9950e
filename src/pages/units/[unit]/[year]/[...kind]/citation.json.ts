import type { APIRoute, GetStaticPaths } from 'astro';
import { citationPaths, worksOfDisclosure } from '../../../../../archive/citation-files.ts';
import { loadArchive } from '../../../../../archive/load-archive.ts';
import { cslItem } from '../../../../../format/citation-csl.ts';

export const getStaticPaths = (async () =>
  citationPaths(await loadArchive())) satisfies GetStaticPaths;

/** Citations of a disclosure, its projects and its tables as CSL-JSON. */
export const GET: APIRoute<{ disclosureId: string }> = async ({ props, site }) => {
  const base = import.meta.env.BASE_URL;
  const works = worksOfDisclosure(await loadArchive(), props.disclosureId, base, site);
  return new Response(`${JSON.stringify(works.map(cslItem), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/vnd.citationstyles.csl+json; charset=utf-8' },
  });
};
