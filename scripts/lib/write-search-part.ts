import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  blockLimitsFor,
  partBlockLimitsFor,
  prepareBlocks,
} from '../../src/archive/search-blocks.ts';
import { listFolder } from '../../src/archive/list-folder.ts';
import {
  describePart,
  prepareDirectory,
  type PartSummary,
} from '../../src/archive/search-manifest.ts';
import { listWords } from '../../src/archive/search-pairs.ts';
import { listPinyin } from '../../src/archive/search-pinyin.ts';
import { digestBytes } from '../../src/downloads/digested-file.ts';
import type { DirectoryEntry, SearchRecord } from '../../src/format/search-record.ts';
import { openSearchFiles, shortDigest } from './search-bytes.ts';
import { writeEngineIndex } from './search-engine-files.ts';

/** What the index of a part is written from. */
export interface PartSource {
  readonly records: readonly SearchRecord[];
  /** The unit-years that the records point into. */
  readonly directory: readonly DirectoryEntry[];
  readonly readSyllables: (chinese: string) => readonly string[];
  /** Whether there are other parts, so that a query may have to look into many. */
  readonly isDivided: boolean;
}

/** Names of what a part's folder holds: the files of the site, and what the join reads. */
export const partFiles = {
  site: 'site',
  /** {@link SearchFile} by {@link SearchFile} of those of the site. */
  files: 'files.json',
  summary: 'summary.json',
  words: 'words.bin',
  pinyin: 'pinyin.json',
} as const;

/** A file of the index of a part. */
export interface SearchFile {
  /** Path below the folder of the part's files of the site. */
  readonly path: string;
  readonly sha256: string;
}

/**
 * Writes the index of one part into a folder of its own: in `site/` the engine's index of blocks and
 * the files of the archive beside it, which the site takes over as they are; besides, what the join
 * of the parts needs to know. The same records give the same bytes, whatever other parts hold.
 * @throws when the engine reports an error or does not hold every block
 */
export async function writeSearchPart(source: PartSource, folder: string): Promise<PartSummary> {
  const { records, directory, isDivided } = source;
  const limits = (isDivided ? partBlockLimitsFor : blockLimitsFor)(records.length);
  const blocks = [...prepareBlocks(records, limits)];
  const addressed = blocks.map(({ content, block, context }, i) => ({
    url: `${i}-${shortDigest([block, context])}`,
    content,
  }));
  const site = join(folder, partFiles.site);
  await mkdir(site, { recursive: true });
  const ids = blocks.length === 0 ? [] : await writeEngineIndex(addressed, site);
  const directoryFiles = [...prepareDirectory(directory)];
  const digest = shortDigest([addressed.map(({ url }) => url), directoryFiles]);
  const write = await openSearchFiles(join(site, 'archive'));
  for (const [i, { block, context }] of blocks.entries()) {
    await write(String(ids[i]), block);
    if (context !== null) await write(`${ids[i]}.context`, context);
  }
  for (const [i, file] of directoryFiles.entries()) await write(`directory-${digest}-${i}`, file);
  const summary = { ...describePart(records, directory), blocks: blocks.length, digest };
  const pinyin = listPinyin(records, source.readSyllables);
  await writeFile(join(folder, partFiles.words), littleEndian(listWords(blocks)));
  await writeFile(join(folder, partFiles.pinyin), JSON.stringify(pinyin));
  await writeFile(join(folder, partFiles.files), JSON.stringify(listSearchFiles(site)));
  await writeFile(join(folder, partFiles.summary), JSON.stringify(summary));
  return summary;
}

const listSearchFiles = (site: string): SearchFile[] =>
  listFolder(site).map((path) => {
    const { sha256 } = digestBytes(readFileSync(join(site, path)));
    return { path, sha256 };
  });

/** The numbers as bytes, the lowest byte first on every machine. */
function littleEndian(numbers: Uint32Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(numbers.length * 4));
  numbers.forEach((number, i) => view.setUint32(i * 4, number, true));
  return new Uint8Array(view.buffer);
}

/** The numbers that {@link littleEndian} wrote. */
export function readNumbers(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength / 4 }, (_, i) => view.getUint32(i * 4, true));
}
