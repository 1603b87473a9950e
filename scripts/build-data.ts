import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkRecord } from '../src/archive/check-record.ts';
import { emptyArchiveProblem } from '../src/archive/empty-archive.ts';
import type { ArchiveModel } from '../src/archive/model.ts';
import { wholePart } from '../src/archive/part-of.ts';
import { readRecords } from '../src/archive/read-records.ts';
import { readRegisters } from '../src/archive/read-registers.ts';
import { joinData } from '../src/downloads/join-data.ts';
import { openPartData } from '../src/downloads/open-part-data.ts';
import { writeTopicFiles } from '../src/downloads/write-topic-files.ts';
import { readContent } from './lib/read-content.ts';

/** What the command needs from outside. */
export interface BuildDataEffects {
  readonly print: (line: string) => void;
}

/** Makes the data files of all records, as one part, in a folder. */
async function buildWholePart(archive: ArchiveModel, folder: string): Promise<void> {
  const { contentDirectory, unitYears } = archive;
  const { economicClasses } = readRegisters(contentDirectory);
  const sink = openPartData(folder, {
    part: wholePart,
    regionName: (code) => archive.region(code)?.region.name,
  });
  const files = unitYears.map(({ file }) => file);
  for (const record of readRecords(contentDirectory, { economicClasses, checkRecord }, files)) {
    await sink.add(record);
  }
  await sink.close();
}

/**
 * Writes the public data files of a content folder into a built site, in all formats, those of single
 * records and of topics included: `node scripts/build-data.ts [--content content] [--out dist]`.
 * @throws when a record or register is malformed, or the archive is empty and does not say that it is new.
 */
export async function run(args: readonly string[], effects: BuildDataEffects): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      content: { type: 'string', default: 'content' },
      out: { type: 'string', default: 'dist' },
    },
  });
  const content = resolve(values.content);
  const archive = readContent(content);
  const { config, unitYears } = archive;
  const problem = unitYears.length > 0 ? null : emptyArchiveProblem(content, config);
  if (problem !== null) throw new Error(problem);
  const out = resolve(values.out);
  const part = mkdtempSync(join(tmpdir(), 'archive-part-'));
  try {
    await buildWholePart(archive, part);
    const files = joinData({ parts: [part], archive, out });
    const topics = writeTopicFiles(archive, out);
    effects.print(
      `${files.length + topics} data files of ${unitYears.length} records written to ${values.out}`,
    );
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  try {
    await run(process.argv.slice(2), { print: console.log });
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
}
