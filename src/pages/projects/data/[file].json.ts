import type { APIRoute, GetStaticPaths } from 'astro';
import { explorerFiles } from '../../../archive/explorer-shards.ts';
import { loadArchive } from '../../../archive/load-archive.ts';
import { pageKey } from '../../../archive/page-key.ts';

/** The files of the project explorer: what it knows first, and the projects in parts. */
export const getStaticPaths = (async () => {
  const { shards } = explorerFiles(await loadArchive());
  return [
    { params: { file: 'index' } },
    // Their names carry their digests.
    ...[...shards.keys()].map((file) => ({ params: { file }, ...pageKey(() => [file]) })),
  ];
}) satisfies GetStaticPaths;

/** One of the files. @throws when there is no such file. */
export const GET: APIRoute = async ({ params }) => {
  const { manifest, shards } = explorerFiles(await loadArchive());
  const text =
    params['file'] === 'index' ? JSON.stringify(manifest) : shards.get(params['file'] ?? '');
  if (text === undefined)
    throw new Error(`Unexpected file ${params['file']}, expected one of the explorer`);
  return new Response(text, { headers: { 'Content-Type': 'application/json' } });
};
