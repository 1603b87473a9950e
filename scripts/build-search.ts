import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pinyin } from 'pinyin-pro';
import type { ArchiveModel } from '../src/archive/model.ts';
import { readRecord } from '../src/archive/read-record.ts';
import { readTableSet } from '../src/archive/read-table-set.ts';
import { collectSearchRecords, listDirectory } from '../src/archive/search-records.ts';
import type { SearchManifest } from '../src/format/search-files.ts';
import type { SearchRecord } from '../src/format/search-record.ts';
import { readContent } from './lib/read-content.ts';
import { closeEngine, writeSearchIndex } from './lib/write-search-index.ts';

/** What the command needs from outside. */
export interface BuildSearchEffects {
  readonly print: (line: string) => void;
}

/**
 * Writes the search index of an archive into `<out>/pagefind/`.
 * `node scripts/build-search.ts [--content content] [--out dist]`
 * @throws when the index does not hold exactly the projects, units, subjects and documents of the archive.
 */
export async function run(args: readonly string[], effects: BuildSearchEffects): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string', default: 'content' },
      out: { type: 'string', default: 'dist' },
    },
  });
  const archive = readContent(values.content);
  const records = [...collectSearchRecords(archive, readRecord)];
  const directory = join(values.out, 'pagefind');
  rmSync(directory, { recursive: true, force: true });
  try {
    const manifest = await writeSearchIndex(
      {
        records,
        directory: listDirectory(archive),
        regions: archive.regions.map(({ region }) => [
          region.code,
          region.name,
          region.parent ?? '',
        ]),
        subjects: archive.subjects.map(({ subject }) => [subject.code, subject.name]),
        tables: listTableLabels(archive, values.content),
        readSyllables,
      },
      directory,
    );
    assertComplete(archive, records, manifest);
    effects.print(`Search index: ${records.length} records in ${manifest.blocks} blocks`);
  } finally {
    await closeEngine();
  }
}

/** One syllable without tone for each Chinese character. */
export const readSyllables = (chinese: string): string[] =>
  pinyin(chinese, { toneType: 'none', type: 'array', v: true });

function assertComplete(
  archive: ArchiveModel,
  records: readonly SearchRecord[],
  { counts }: SearchManifest,
): void {
  const expected = {
    project: archive.unitYears.reduce((sum, { projects }) => sum + projects.length, 0),
    unit: archive.units.filter(({ unitYears }) => unitYears.length > 0).length,
    subject: archive.subjects.length,
    document: archive.documents.length,
  };
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  for (const [kind, count] of Object.entries(expected)) {
    const found = counts[kind as keyof typeof expected];
    if (found !== count || all !== records.length) {
      throw new Error(
        `Search index: Unexpected ${found} records of kind ${kind} (${all} in all), expected ${count} (${records.length}). Build again.`,
      );
    }
  }
}

/** Id and label, such as 表2 预算收入总表, of the tables of every table set in use. */
function listTableLabels(archive: ArchiveModel, content: string): [id: string, label: string][] {
  const sets = [...new Set(archive.unitYears.map(({ tableSet }) => tableSet))].sort();
  return sets
    .flatMap((id) => readTableSet(content, id).tables)
    .map(({ id, number, name }) => [id, `表${number} ${name}`]);
}

if (import.meta.main) {
  try {
    await run(process.argv.slice(2), { print: console.log });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
