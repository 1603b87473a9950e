import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveModel } from '../src/archive/model.ts';
import { compareText, pushTo } from '../src/archive/order.ts';
import { partOf, wholePart } from '../src/archive/part-of.ts';
import { readRecord } from '../src/archive/read-record.ts';
import { archivePartitions, type ArchivePartition } from '../src/schema/archive-config.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { builtSiteOption, contentOption } from './lib/common-options.ts';
import { joinSearch } from './lib/join-search.ts';
import type { BuiltPart } from './lib/join-search-names.ts';
import { openPartSearch } from './lib/open-part-search.ts';
import { readContent } from './lib/read-content.ts';
import { readSyllables } from './lib/read-syllables.ts';
import { closeEngine } from './lib/search-engine-files.ts';
import { inSearchFolder } from './lib/search-place.ts';

/** What the command needs from outside. */
export interface BuildSearchEffects {
  readonly print: (line: string) => void;
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'node scripts/build-search.ts [options]',
  about: 'Writes the search index alone into a built site; npm run build does it by itself.',
  options: {
    content: contentOption,
    out: builtSiteOption,
    partition: {
      type: 'string',
      value: '<how>',
      about: 'none, province-year or prefecture-year; left out: as content/archive.json says',
    },
  },
});

/**
 * Writes the search index of an archive into `<out>/pagefind/`, see {@link command}.
 * @throws when the index does not hold exactly what the archive has
 */
export async function run(args: readonly string[], effects: BuildSearchEffects): Promise<void> {
  const { values } = readCommandLine(command, args);
  const archive = readContent(values.content);
  const partition = readPartition(values.partition ?? archive.config.partition);
  const folder = mkdtempSync(join(tmpdir(), 'build-search-'));
  try {
    const parts = await buildParts(archive, partition, folder);
    const projects = archive.unitYears.reduce((sum, one) => sum + one.projects.length, 0);
    const { counts, blocks } = await inSearchFolder(join(values.out, 'pagefind'), async (place) =>
      joinSearch(parts, { archive, projects }, place, readSyllables),
    );
    const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const cut = parts.length > 1 ? ` of ${parts.length} parts` : '';
    effects.print(`Search index: ${records} records in ${blocks} blocks${cut}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await closeEngine();
  }
}

function readPartition(name: string): ArchivePartition {
  const partition = archivePartitions.find((known) => known === name);
  if (partition !== undefined) return partition;
  throw new Error(
    `Unexpected --partition "${name}", expected one of: ${archivePartitions.join(', ')}`,
  );
}

async function buildParts(
  archive: ArchiveModel,
  partition: ArchivePartition,
  folder: string,
): Promise<BuiltPart[]> {
  const byPart = new Map<string, ArchiveModel['unitYears'][number][]>();
  for (const unitYear of archive.unitYears) pushTo(byPart, partOf(partition, unitYear), unitYear);
  const parts: BuiltPart[] = [];
  for (const [id, unitYears] of [...byPart].sort(([a], [b]) => compareText(a, b))) {
    const part = { id, folder: join(folder, id) };
    const includedIn = (unitId: string): string => archive.unit(unitId)?.unit.includedIn ?? '';
    const sink = openPartSearch(part.folder, {
      includedIn,
      readSyllables,
      isDivided: id !== wholePart,
    });
    for (const summary of unitYears) sink.add({ disclosure: readRecord(summary), summary });
    await sink.close();
    parts.push(part);
  }
  return parts;
}

if (import.meta.main) await runCommand(command, async (args) => run(args, { print: console.log }));
