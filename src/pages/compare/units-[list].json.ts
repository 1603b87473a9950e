import type { APIRoute, GetStaticPaths } from 'astro';
import {
  comparableProvinces,
  comparableShows,
  comparableUnitYears,
} from '../../archive/compare-directory.ts';
import { loadArchive } from '../../archive/load-archive.ts';
import { pageKey } from '../../archive/page-key.ts';

interface Listed {
  readonly year: number;
  /** First four digits of the division codes; left out = of the whole archive. */
  readonly place: string | undefined;
}

/** The unit-years that can be compared, by year, and by prefecture where they are many. */
export const getStaticPaths = (async () => {
  const archive = await loadArchive();
  const codes = comparableProvinces(archive).flatMap(({ places }) =>
    places.map(({ code }) => code),
  );
  return archive.years.flatMap((year) =>
    (codes.length === 0 ? [undefined] : codes).map((place) => ({
      params: { list: place === undefined ? String(year) : `${year}-${place}` },
      props: { year, place } satisfies Listed,
      ...pageKey(() => comparableShows(archive, year, place)),
    })),
  );
}) satisfies GetStaticPaths;

/** The unit-years of one year, or of one year and place. */
export const GET: APIRoute<Listed> = async ({ props: { year, place } }) => {
  const unitYears = comparableUnitYears(await loadArchive(), year, place);
  return new Response(JSON.stringify(unitYears), {
    headers: { 'Content-Type': 'application/json' },
  });
};
