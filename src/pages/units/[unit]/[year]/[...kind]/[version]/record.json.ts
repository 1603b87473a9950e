import type { APIRoute, GetStaticPaths } from 'astro';
import { loadArchive } from '../../../../../../archive/load-archive.ts';
import { readVersions, readVersionText } from '../../../../../../archive/read-versions.ts';
import { kindParameter } from '../../../../../../format/url.ts';

export const getStaticPaths = (async () => {
  const { unitYears } = await loadArchive();
  return unitYears.flatMap((unitYear) =>
    readVersions(unitYear).map((former) => ({
      params: {
        unit: unitYear.unitId,
        year: String(unitYear.year),
        kind: kindParameter(unitYear.kind),
        version: `v${former.version}`,
      },
      props: { text: readVersionText(unitYear, former) },
    })),
  );
}) satisfies GetStaticPaths;

/** A former version of a record, byte for byte as it was published. */
export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
