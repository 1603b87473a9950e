import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildArchive } from '../src/archive/build-archive.ts';
import { checkRecord } from '../src/archive/check-record.ts';
import { emptyArchiveProblem } from '../src/archive/empty-archive.ts';
import { indexEconomicClasses } from '../src/archive/find-economic-class.ts';
import type { UnitYearSummary } from '../src/archive/model.ts';
import { parseRecord, recordFilePath, sha256 } from '../src/archive/record-file.ts';
import { readRegisters } from '../src/archive/read-registers.ts';
import { listRecordFiles } from '../src/archive/read-records.ts';
import { readTableSet } from '../src/archive/read-table-set.ts';
import { summarise } from '../src/archive/summarise.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { contentOption } from './lib/common-options.ts';
import { correctionProblems, listCorrectionFiles } from './lib/correction-problems.ts';
import { draftsFolder } from './lib/drafts-folder.ts';
import {
  originalProblems,
  originalsNamedIn,
  publicFolderOf,
  unlistedOriginals,
} from './lib/original-files.ts';
import { permanenceProblems } from './lib/permanence-problems.ts';
import { recordProblems } from './lib/record-problems.ts';

/** What the command needs from outside. */
export interface CheckContentEffects {
  readonly print: (line: string) => void;
}

/** What is wrong in a content folder, one line a problem, and how many records were read. */
export interface ContentReport {
  readonly records: number;
  readonly problems: readonly string[];
}

/**
 * Everything that is wrong in a content folder: every record on its own, its corrections, its unit and
 * region, all records together, and what was ever published. It goes on after a problem, so that one run tells all.
 * @throws when a register is not there or malformed.
 */
export function checkContent(contentDirectory: string): ContentReport {
  const registers = readRegisters(contentDirectory);
  const units = new Map(registers.units.map((unit) => [unit.id, unit]));
  const findEconomicClass = indexEconomicClasses(registers.economicClasses);
  const files = listRecordFiles(contentDirectory);
  const publicFolder = publicFolderOf(contentDirectory);
  const formerOriginals = originalsNamedIn(contentDirectory, 'versions');
  const originals = new Set([
    ...originalsNamedIn(contentDirectory, draftsFolder),
    ...formerOriginals,
  ]);
  const summaries: UnitYearSummary[] = [];
  const empty = files.length === 0 ? emptyArchiveProblem(contentDirectory, registers.config) : null;
  const problems: string[] = empty === null ? [] : [empty];
  const attempt = (check: () => void): void => {
    try {
      check();
    } catch (error) {
      problems.push((error as Error).message);
    }
  };
  for (const file of files) {
    attempt(() => {
      const text = readFileSync(recordFilePath(contentDirectory, file), 'utf8');
      const disclosure = parseRecord(text, file);
      if (disclosure.source.original !== undefined) originals.add(disclosure.source.original);
      const tableSet = readTableSet(contentDirectory, disclosure.tableSet);
      const found = [
        ...recordProblems(disclosure, { tableSet, unit: units.get(disclosure.unitId) }),
        ...correctionProblems(contentDirectory, disclosure),
        ...originalProblems(publicFolder, disclosure.source),
      ];
      problems.push(...found.map((problem) => `content/disclosures/${file}: ${problem}.`));
      const findings = checkRecord(disclosure, null);
      const recordSha256 = sha256(text);
      summaries.push(summarise(disclosure, { file, recordSha256, findings, findEconomicClass }));
    });
  }
  attempt(() => buildArchive({ contentDirectory, summaries, ...registers }));
  const orphans = listCorrectionFiles(contentDirectory).filter(
    (file) => !files.includes(file) && !existsSync(join(contentDirectory, draftsFolder, file)),
  );
  for (const file of orphans) {
    problems.push(
      `content/corrections/${file}: Unexpected corrections without a record, expected content/disclosures/${file}.`,
    );
  }
  for (const original of new Set(formerOriginals)) {
    const found = originalProblems(publicFolder, { original });
    problems.push(...found.map((problem) => `content/versions: ${problem}.`));
  }
  for (const name of unlistedOriginals(publicFolder, originals)) {
    problems.push(
      `public/originals/${name}: Unexpected file, expected the kept source of a record or draft. Remove it.`,
    );
  }
  problems.push(...permanenceProblems(contentDirectory, summaries, [...units.keys()]));
  return { records: files.length, problems };
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run check:content -- [options]',
  about:
    'Holds every file of the content folder against schemas, ids and registers; ends with 1 when one does not fit.',
  options: {
    content: contentOption,
  },
});

/** `npm run check:content -- [--content content]`: prints every problem; the exit code. */
export function run(args: readonly string[], effects: CheckContentEffects): number {
  const { values } = readCommandLine(command, args);
  const { records, problems } = checkContent(resolve(values.content));
  for (const problem of problems) effects.print(problem);
  effects.print(`${records} records checked, ${problems.length} problems`);
  return problems.length === 0 ? 0 : 1;
}

if (import.meta.main) await runCommand(command, (args) => run(args, { print: console.log }));
