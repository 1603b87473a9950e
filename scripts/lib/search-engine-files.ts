import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';

/** The language the engine files our words under: one it neither stems nor segments. */
const language = 'unknown';

/** One record of the engine: its address, and words parted by blanks. */
export interface EngineRecord {
  readonly url: string;
  readonly content: string;
}

interface EngineFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Lets the engine index records and writes its index into a folder, without its program and its own
 * copies of the texts, which are never read. Answers with the engine's ids of the records in order.
 * @throws when the engine reports an error or does not hold every record
 */
export async function writeEngineIndex(
  records: readonly EngineRecord[],
  folder: string,
): Promise<string[]> {
  const files = await indexRecords(records);
  const ids = new Map<string, string>();
  for (const { path, content } of files) {
    if (path.startsWith('fragment/')) readFragmentIds(path, content, ids);
    if (/^index\/|^pagefind-entry\.json$|\.pf_meta$/u.test(path)) {
      await writeBelow(folder, path, content);
    }
  }
  return records.map(({ url }) => {
    const id = ids.get(url);
    if (id !== undefined) return id;
    throw new Error(`Pagefind: Unexpected ${ids.size} records, expected ${records.length}`);
  });
}

/** Writes the engine's program, which all indexes share, into a folder. */
export async function writeEngineProgram(folder: string): Promise<void> {
  for (const { path, content } of await indexRecords([{ url: '0', content: 'zz' }])) {
    if (path === 'pagefind.js' || path === `wasm.${language}.pagefind`) {
      await writeBelow(folder, path, content);
    }
  }
}

/** Ends the engine's background process. Call it once, after the last index. */
export const closeEngine = async (): Promise<void> => {
  await pagefind.close();
};

async function indexRecords(records: readonly EngineRecord[]): Promise<readonly EngineFile[]> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: language,
    maxFragments: 1,
  });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join('; ')}`);
  for (const record of records) {
    const added = await index.addCustomRecord({ ...record, language });
    if (added.errors.length > 0) throw new Error(`Pagefind: ${added.errors.join('; ')}`);
  }
  const { files, errors: problems } = await index.getFiles();
  if (problems.length > 0) throw new Error(`Pagefind: ${problems.join('; ')}`);
  await index.deleteIndex();
  return files;
}

async function writeBelow(folder: string, path: string, content: Uint8Array): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), content);
}

/** Notes under which id a fragment file holds which record. */
function readFragmentIds(path: string, content: Uint8Array, ids: Map<string, string>): void {
  const text = gunzipSync(content)
    .toString('utf8')
    .replace(/^pagefind_dcd/u, '');
  const parsed = JSON.parse(text) as { url?: string } & Record<string, { url: string }>;
  const single = /([^/]+)\.pf_fragment$/u.exec(path)?.[1] ?? '';
  const entries =
    typeof parsed.url === 'string' ? [[single, { url: parsed.url }]] : Object.entries(parsed);
  for (const [id, fragment] of entries as [string, { url: string }][]) ids.set(fragment.url, id);
}
