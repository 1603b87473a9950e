import type { APIRoute, GetStaticPaths } from 'astro';
import { comparableUnitYears } from '../../archive/compare-directory.ts';
import { loadArchive } from '../../archive/load-archive.ts';

/** The unit-years that can be compared, by year. */
export const getStaticPaths = (async () => {
  const { years } = await loadArchive();
  return years.map((year) => ({ params: { year: String(year) } }));
}) satisfies GetStaticPaths;

/** The unit-years of one year. */
export const GET: APIRoute = async ({ params }) => {
  const unitYears = comparableUnitYears(await loadArchive(), Number(params['year']));
  return new Response(JSON.stringify(unitYears), {
    headers: { 'Content-Type': 'application/json' },
  });
};
