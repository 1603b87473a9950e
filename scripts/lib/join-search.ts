import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArchiveModel } from '../../src/archive/model.ts';
import { compareText } from '../../src/archive/order.ts';
import { readTableSet } from '../../src/archive/read-table-set.ts';
import {
  describeArchive,
  type DescribedPart,
  type ManifestNames,
  type PartSummary,
} from '../../src/archive/search-manifest.ts';
import { preparePairs } from '../../src/archive/search-pairs.ts';
import { preparePinyin, type SpelledName } from '../../src/archive/search-pinyin.ts';
import { entityRecords } from '../../src/archive/search-records.ts';
import type { PairDirectory, PinyinFiles, SearchManifest } from '../../src/format/search-files.ts';
import { keepNames, putEngine, type BuiltPart, type NameSource } from './join-search-names.ts';
import { searchFolder } from './open-part-search.ts';
import { searchFileBytes, shortDigest } from './search-bytes.ts';
import type { SearchPlace } from './search-place.ts';
import { partFiles, readNumbers, type SearchFile } from './write-search-part.ts';

/** What an index of parts is joined from besides them. */
export interface JoinSource extends ManifestNames, NameSource {}

/** What the index of an archive is joined from besides its parts. */
export interface SearchedArchive {
  readonly archive: ArchiveModel;
  /** Number of the projects of all records. */
  readonly projects: number;
}

/** With this many parts with records or fewer, asking each is cheaper than looking in a directory first. */
const fewParts = 2;

/**
 * Puts together the search index of an archive from its built parts, without looking at any record: the
 * parts as they are, an index of units, subjects and documents, and the files of the whole archive. The
 * same parts give the same bytes, wherever they were built.
 * @throws when the parts do not hold exactly what the archive has
 */
export async function joinSearch(
  parts: readonly BuiltPart[],
  searched: SearchedArchive,
  place: SearchPlace,
  readSyllables: (chinese: string) => readonly string[],
): Promise<SearchManifest> {
  const { archive } = searched;
  const source = {
    entities: entityRecords(archive),
    regions: archive.regions.map(
      ({ region }) => [region.code, region.name, region.parent ?? ''] as const,
    ),
    subjects: archive.subjects.map(({ subject }) => [subject.code, subject.name] as const),
    tables: listTableLabels(archive),
    readSyllables,
  };
  const manifest = await joinIndexes(parts, source, place);
  assertComplete(searched, manifest);
  return manifest;
}

/** Puts together the index of parts; see {@link joinSearch}. */
export async function joinIndexes(
  parts: readonly BuiltPart[],
  source: JoinSource,
  place: SearchPlace,
): Promise<SearchManifest> {
  const ids = parts.map(({ id }) => id);
  const all = [...parts, ...(await keepNames(ids, source, place))]
    .sort((a, b) => compareText(a.id, b.id))
    .map((part) => readPart(part))
    .filter(({ summary }) => summary.blocks > 0);
  await putEngine(place);
  for (const { id, search, files } of all) {
    for (const { path, sha256 } of files)
      place.copy(`${id}/${path}`, join(search, partFiles.site, path), sha256);
  }
  const write: WriteFile = (name, value) =>
    place.write(`archive/${name}.bin`, searchFileBytes(value));
  const manifest = describeArchive(all, source, {
    pairs: writePairs(all, write),
    pinyin: writePinyin(all, write),
  });
  write('manifest', manifest);
  return manifest;
}

type WriteFile = (name: string, value: unknown) => void;

interface ReadPart extends DescribedPart {
  /** Folder of the index. */
  readonly search: string;
  readonly files: readonly SearchFile[];
}

function readPart({ id, folder }: BuiltPart): ReadPart {
  const search = join(folder, searchFolder);
  const read = (name: string): unknown => JSON.parse(readFileSync(join(search, name), 'utf8'));
  const summary = read(partFiles.summary) as PartSummary;
  return { id, search, summary, files: read(partFiles.files) as SearchFile[] };
}

function writePairs(parts: readonly ReadPart[], write: WriteFile): PairDirectory {
  if (parts.length <= fewParts) return { digest: '', bits: 0 };
  const words = parts.map(({ search }) => readNumbers(readFileSync(join(search, partFiles.words))));
  const { bits, files } = preparePairs(words);
  const digest = shortDigest(files);
  for (const [i, file] of files.entries()) write(`pairs-${digest}-${i}`, file);
  return { digest, bits };
}

function writePinyin(parts: readonly ReadPart[], write: WriteFile): PinyinFiles {
  const { files, leftOut } = preparePinyin(readNames(parts));
  const digest = shortDigest(files);
  for (const [i, file] of files.entries()) write(`pinyin-${digest}-${i}`, file);
  return { digest, files: files.length, leftOut };
}

function* readNames(parts: readonly ReadPart[]): Generator<SpelledName[]> {
  for (const { search } of parts) {
    const text = readFileSync(join(search, partFiles.pinyin), 'utf8');
    yield JSON.parse(text) as SpelledName[];
  }
}

function assertComplete(
  { archive, projects }: SearchedArchive,
  { counts, unitYears }: SearchManifest,
): void {
  const expected: Record<string, readonly [found: number, expected: number]> = {
    'unit-years': [unitYears, archive.unitYears.length],
    projects: [counts.project, projects],
    units: [counts.unit, archive.units.filter((unit) => unit.unitYears.length > 0).length],
    subjects: [counts.subject, archive.subjects.length],
    documents: [counts.document, archive.documents.length],
  };
  for (const [what, [found, count]] of Object.entries(expected)) {
    if (found === count) continue;
    throw new Error(
      `Search index: Unexpected ${found} ${what}, expected ${count}. Build the parts again.`,
    );
  }
}

/** Id and label, such as 表2 预算收入总表, of the tables of every table set in use. */
function listTableLabels(archive: ArchiveModel): [id: string, label: string][] {
  const sets = [...new Set(archive.unitYears.map(({ tableSet }) => tableSet))].sort();
  return sets
    .flatMap((id) => readTableSet(archive.contentDirectory, id).tables)
    .map(({ id, number, name }) => [id, `表${number} ${name}`]);
}
