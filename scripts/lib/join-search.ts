import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
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
import { isDividedInto, partEntities } from '../../src/archive/search-parts.ts';
import { preparePinyin, type SpelledName } from '../../src/archive/search-pinyin.ts';
import { entityRecords } from '../../src/archive/search-records.ts';
import type { PairDirectory, PinyinFiles, SearchManifest } from '../../src/format/search-files.ts';
import type { EntityRecord } from '../../src/format/search-record.ts';
import { searchFolder } from './open-part-search.ts';
import { openSearchFiles, shortDigest } from './search-bytes.ts';
import { writeEngineProgram } from './search-engine-files.ts';
import { partFiles, readNumbers, writeSearchPart } from './write-search-part.ts';

/** A built part: its id and its folder, in which the index is the folder `search`. */
export interface BuiltPart {
  readonly id: string;
  readonly folder: string;
}

/** What an index of parts is joined from besides them. */
export interface JoinSource extends ManifestNames {
  readonly entities: Iterable<EntityRecord>;
  readonly readSyllables: (chinese: string) => readonly string[];
}

/** With this many parts with records or fewer, asking each is cheaper than looking in a directory first. */
const fewParts = 2;

/**
 * Writes the search index of an archive into `<out>/pagefind/` from its built parts, without looking
 * at any record: the parts as they are, an index of units, subjects and documents, and the files of
 * the whole archive. The same parts give the same bytes, wherever they were built.
 * @throws when the parts do not hold exactly what the archive has
 */
export async function joinSearch(
  parts: readonly BuiltPart[],
  archive: ArchiveModel,
  out: string,
  readSyllables: (chinese: string) => readonly string[],
): Promise<SearchManifest> {
  const source = {
    entities: entityRecords(archive),
    regions: archive.regions.map(
      ({ region }) => [region.code, region.name, region.parent ?? ''] as const,
    ),
    subjects: archive.subjects.map(({ subject }) => [subject.code, subject.name] as const),
    tables: listTableLabels(archive),
    readSyllables,
  };
  const manifest = await joinIndexes(parts, source, join(out, 'pagefind'));
  assertComplete(archive, manifest);
  return manifest;
}

/** Writes the index of parts into a folder, which is made anew; see {@link joinSearch}. */
export async function joinIndexes(
  parts: readonly BuiltPart[],
  source: JoinSource,
  folder: string,
): Promise<SearchManifest> {
  rmSync(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeEngineProgram(folder);
  const own = mkdtempSync(join(tmpdir(), 'search-names-'));
  try {
    const named = await writeEntities(parts, source, own);
    const all = [...parts, ...named]
      .sort((a, b) => compareText(a.id, b.id))
      .map((part) => readPart(part))
      .filter(({ summary }) => summary.blocks > 0);
    for (const { id, search } of all) {
      cpSync(join(search, partFiles.site), join(folder, id), { recursive: true });
    }
    const write = await openSearchFiles(join(folder, 'archive'));
    const manifest = describeArchive(all, source, {
      pairs: await writePairs(all, write),
      pinyin: await writePinyin(all, write),
    });
    await write('manifest', manifest);
    return manifest;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

type WriteFile = Awaited<ReturnType<typeof openSearchFiles>>;

interface ReadPart extends DescribedPart {
  /** Folder of the index. */
  readonly search: string;
}

function readPart({ id, folder }: BuiltPart): ReadPart {
  const search = join(folder, searchFolder);
  const text = readFileSync(join(search, partFiles.summary), 'utf8');
  return { id, search, summary: JSON.parse(text) as PartSummary };
}

/** Writes the index of units, subjects and documents, in parts of their own. */
async function writeEntities(
  parts: readonly BuiltPart[],
  { entities, readSyllables }: JoinSource,
  own: string,
): Promise<BuiltPart[]> {
  const written: BuiltPart[] = [];
  const ids = parts.map(({ id }) => id);
  const isDivided = isDividedInto(ids);
  const byPart = partEntities(entities, ids);
  for (const [id, records] of byPart) {
    const folder = join(own, id);
    const part = { records, directory: [], readSyllables, isDivided };
    await writeSearchPart(part, join(folder, searchFolder));
    written.push({ id, folder });
  }
  return written;
}

async function writePairs(parts: readonly ReadPart[], write: WriteFile): Promise<PairDirectory> {
  if (parts.length <= fewParts) return { digest: '', bits: 0 };
  const words = parts.map(({ search }) => readNumbers(readFileSync(join(search, partFiles.words))));
  const { bits, files } = preparePairs(words);
  const digest = shortDigest(files);
  for (const [i, file] of files.entries()) await write(`pairs-${digest}-${i}`, file);
  return { digest, bits };
}

async function writePinyin(parts: readonly ReadPart[], write: WriteFile): Promise<PinyinFiles> {
  const { files, leftOut } = preparePinyin(readNames(parts));
  const digest = shortDigest(files);
  for (const [i, file] of files.entries()) await write(`pinyin-${digest}-${i}`, file);
  return { digest, files: files.length, leftOut };
}

function* readNames(parts: readonly ReadPart[]): Generator<SpelledName[]> {
  for (const { search } of parts) {
    const text = readFileSync(join(search, partFiles.pinyin), 'utf8');
    yield JSON.parse(text) as SpelledName[];
  }
}

function assertComplete(archive: ArchiveModel, { counts, unitYears }: SearchManifest): void {
  const sum = (of: (unitYear: ArchiveModel['unitYears'][number]) => number): number =>
    archive.unitYears.reduce((total, unitYear) => total + of(unitYear), 0);
  const expected: Record<string, readonly [found: number, expected: number]> = {
    'unit-years': [unitYears, archive.unitYears.length],
    projects: [counts.project, sum(({ projects }) => projects.length)],
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
