import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkRecord } from '../src/archive/check-record.ts';
import { emptyArchiveProblem } from '../src/archive/empty-archive.ts';
import type { ArchiveModel } from '../src/archive/model.ts';
import { compareText } from '../src/archive/order.ts';
import { partOf } from '../src/archive/part-of.ts';
import { readRecords } from '../src/archive/read-records.ts';
import { readRegisters } from '../src/archive/read-registers.ts';
import { joinData } from '../src/downloads/join-data.ts';
import { openPartData } from '../src/downloads/open-part-data.ts';
import { writeTopicFiles } from '../src/downloads/write-topic-files.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { builtSiteOption, contentOption } from './lib/common-options.ts';
import { readContent } from './lib/read-content.ts';

/** What the command needs from outside. */
export interface BuildDataEffects {
  readonly print: (line: string) => void;
}

/** Makes the data files of each part of an archive below a folder; the parts' own, in the order of their ids. */
async function buildDataParts(archive: ArchiveModel, folder: string): Promise<string[]> {
  const { config, contentDirectory, unitYears } = archive;
  const { economicClasses } = readRegisters(contentDirectory);
  const parts = Map.groupBy(unitYears, (unitYear) => partOf(config.partition, unitYear));
  const ids = [...parts.keys()].sort(compareText);
  for (const id of ids) {
    const sink = openPartData(join(folder, id), {
      part: id,
      regionName: (code) => archive.region(code)?.region.name,
    });
    const files = (parts.get(id) ?? []).map(({ file }) => file);
    const rules = { economicClasses, checkRecord };
    for (const record of readRecords(contentDirectory, rules, files)) await sink.add(record);
    await sink.close();
  }
  return ids.map((id) => join(folder, id));
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'node scripts/build-data.ts [options]',
  about: 'Writes the data files alone into a built site; npm run build does it by itself.',
  options: {
    content: contentOption,
    out: builtSiteOption,
  },
});

/**
 * Writes the public data files of a content folder into a built site, in all formats, those of single
 * records and of topics included, see {@link command}.
 * @throws when a record or register is malformed, or the archive is empty and does not say that it is new.
 */
export async function run(args: readonly string[], effects: BuildDataEffects): Promise<void> {
  const { values } = readCommandLine(command, args);
  const content = resolve(values.content);
  const archive = readContent(content);
  const { config, unitYears } = archive;
  const problem = unitYears.length > 0 ? null : emptyArchiveProblem(content, config);
  if (problem !== null) throw new Error(problem);
  const out = resolve(values.out);
  const folder = mkdtempSync(join(tmpdir(), 'archive-parts-'));
  try {
    const parts = await buildDataParts(archive, folder);
    const files = joinData({ parts, archive, out });
    const topics = writeTopicFiles(archive, out);
    effects.print(
      `${files.length + topics} data files of ${unitYears.length} records written to ${values.out}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (import.meta.main)
  await runCommand(command, async (args) => run(args, { print: console.log }), { withStack: true });
