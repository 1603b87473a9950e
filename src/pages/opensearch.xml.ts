import type { APIRoute } from 'astro';
import { loadArchive } from '../archive/load-archive.ts';
import { openSearchDescription } from '../format/opensearch.ts';

/** The OpenSearch description by which a browser adds the archive to its search engines. */
export const GET: APIRoute = async ({ site }) => {
  const { config } = await loadArchive();
  const text = openSearchDescription(import.meta.env.BASE_URL, site?.href ?? null, config);
  return new Response(text, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
