import type { APIRoute, GetStaticPaths } from 'astro';
import { findingFiles } from '../../../archive/finding-shards.ts';
import { loadArchive } from '../../../archive/load-archive.ts';
import { pageKey } from '../../../archive/page-key.ts';

/** The files of the list of findings: what it knows first, and the findings in parts. */
export const getStaticPaths = (async () => {
  const { shards } = findingFiles(await loadArchive());
  return [
    { params: { file: 'index' } },
    // Their names carry their digests.
    ...[...shards.keys()].map((file) => ({ params: { file }, ...pageKey(() => [file]) })),
  ];
}) satisfies GetStaticPaths;

/** One of the files. @throws when there is no such file. */
export const GET: APIRoute = async ({ params }) => {
  const { manifest, shards } = findingFiles(await loadArchive());
  const file = params['file'] ?? '';
  const text = file === 'index' ? JSON.stringify(manifest) : shards.get(file);
  if (text === undefined)
    throw new Error(`Unexpected file ${file}, expected one of the list of findings`);
  return new Response(text, { headers: { 'Content-Type': 'application/json' } });
};
