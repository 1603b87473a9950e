import type { APIRoute } from 'astro';
import { openSearchDescription } from '../format/opensearch.ts';

/** The OpenSearch description by which a browser adds the archive to its search engines. */
export const GET: APIRoute = ({ site }) =>
  new Response(openSearchDescription(import.meta.env.BASE_URL, site?.href ?? null), {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
