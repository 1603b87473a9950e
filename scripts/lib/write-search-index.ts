import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { prepareBlocks, type PreparedBlock } from '../../src/archive/search-blocks.ts';
import {
  describeIndex,
  prepareDirectory,
  type ManifestParts,
} from '../../src/archive/search-manifest.ts';
import { preparePinyin } from '../../src/archive/search-pinyin.ts';
import type { SearchManifest } from '../../src/format/search-files.ts';
import type { SearchRecord } from '../../src/format/search-record.ts';

/** What an index is written from. */
export interface IndexSource extends Omit<ManifestParts, 'blocks' | 'digest' | 'pinyinParts'> {
  readonly records: readonly SearchRecord[];
  readonly readSyllables: (chinese: string) => readonly string[];
}

/** The language the engine files our words under: one it neither stems nor segments. */
const language = 'unknown';

/**
 * Writes the engine's index of blocks and the files of the archive beside it, into `directory`.
 * The same records give the same bytes.
 * @throws when the engine reports an error or does not hold every block.
 */
export async function writeSearchIndex(
  source: IndexSource,
  directory: string,
): Promise<SearchManifest> {
  const blocks = [...prepareBlocks(source.records)];
  const ids = await writeEngine(blocks, directory);
  const folder = join(directory, 'archive');
  await mkdir(folder, { recursive: true });
  const write = (name: string, value: unknown): Promise<void> =>
    writeFile(join(folder, `${name}.bin`), compress(value));
  for (const [i, { block, context }] of blocks.entries()) {
    await write(String(ids[i]), block);
    if (context !== null) await write(`${ids[i]}.context`, context);
  }
  const directoryFiles = [...prepareDirectory(source.directory)];
  const pinyin = [...preparePinyin(source.records, source.readSyllables)];
  const digest = digestOf([directoryFiles, pinyin]);
  for (const [i, file] of directoryFiles.entries()) await write(`directory-${digest}-${i}`, file);
  for (const [i, file] of pinyin.entries()) await write(`pinyin-${digest}-${i}`, file);
  const manifest = describeIndex(source.records, {
    ...source,
    blocks: blocks.length,
    digest,
    pinyinParts: pinyin.length,
  });
  await write('manifest', manifest);
  return manifest;
}

/** Short digest of a value, so that changed data never hides behind a name that a browser has kept. */
const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 12);

/** Gzipped JSON, the same bytes on every system. */
function compress(value: unknown): Buffer {
  const bytes = gzipSync(JSON.stringify(value), { level: 9 });
  bytes[9] = 255;
  return bytes;
}

/**
 * Lets the engine index one text per block; the engine's ids of the blocks in order. The digest of
 * all that a block holds is part of its address, and so of its id.
 */
async function writeEngine(blocks: readonly PreparedBlock[], directory: string): Promise<string[]> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: language,
    maxFragments: 1,
  });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const [i, { content, block, context }] of blocks.entries()) {
    const url = `${i}-${digestOf([block, context])}`;
    const added = await index.addCustomRecord({ url, content, language });
    if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
  }
  const { files, errors: problems } = await index.getFiles();
  if (problems.length > 0) throw new Error(`Pagefind: ${problems.join('; ')}`);
  await index.deleteIndex();
  const ids = new Array<string | undefined>(blocks.length).fill(undefined);
  for (const { path, content } of files) {
    if (path.startsWith('fragment/')) readFragmentIds(path, content, ids);
    if (!isNeeded(path)) continue;
    await mkdir(join(directory, path, '..'), { recursive: true });
    await writeFile(join(directory, path), content);
  }
  const found = ids.filter((id) => id !== undefined);
  if (found.length !== blocks.length) {
    throw new Error(`Pagefind: Unexpected ${found.length} records, expected ${blocks.length}`);
  }
  return found;
}

/** The engine's own user interfaces are not used. */
const isNeeded = (path: string): boolean => !/-ui\.|pagefind-highlight/u.test(path);

/** Notes under which id a fragment file holds which of our blocks. */
function readFragmentIds(path: string, content: Uint8Array, ids: (string | undefined)[]): void {
  const text = gunzipSync(content)
    .toString('utf8')
    .replace(/^pagefind_dcd/u, '');
  const parsed = JSON.parse(text) as { url?: string } & Record<string, { url: string }>;
  const single = /([^/]+)\.pf_fragment$/u.exec(path)?.[1] ?? '';
  const entries =
    typeof parsed.url === 'string' ? [[single, { url: parsed.url }]] : Object.entries(parsed);
  for (const [id, fragment] of entries as [string, { url: string }][]) {
    ids[Number.parseInt(fragment.url, 10)] = id;
  }
}

/** Ends the engine's background process. Call it once, after the last index. */
export const closeEngine = async (): Promise<void> => {
  await pagefind.close();
};
