import type { Unit } from '../src/schema/unit.ts';
import { importedResultLines } from './lib/check-report.ts';
import { documentFindings } from './lib/document-findings.ts';
import { extractInChild } from './lib/extract-in-child.ts';
import { type ImportCommand, parseImportArguments } from './lib/import-arguments.ts';
import { type ImportEffects, readImportContext } from './lib/import-context.ts';
import { type ImportedFile, importFile } from './lib/import-file.ts';
import { htmlReport } from './lib/import-html.ts';
import { type ImportOutcome, type ImportRefused, jsonReport } from './lib/import-json.ts';
import { reportLines } from './lib/import-report.ts';
import { recordText } from './lib/record-text.ts';
import { listNames, readTextOrNull } from './lib/read-or-absent.ts';
import { readSourceFile, sourceFiles } from './lib/source-files.ts';
import { writeFiles } from './lib/write-files.ts';

/**
 * Imports source files as records under content/disclosures/ and registers their units. Every file
 * is read before anything is written; one refusal and nothing is written.
 * Returns the exit code: 0 = written, unchanged or a dry run, 1 = refused.
 */
export async function run(args: readonly string[], effects: ImportEffects): Promise<0 | 1> {
  try {
    const command = parseImportArguments(args);
    if (!command.json) return (await importAll(command, effects)).code;
    const outcome = await importAll(command, { ...effects, print: () => undefined });
    const { outcomes, refused, code } = outcome;
    effects.print(jsonReport(outcomes, refused, code === 0 && !command.dryRun));
    return code;
  } catch (error) {
    effects.print(messageOf(error));
    return 1;
  }
}

interface Outcome {
  readonly outcomes: readonly ImportOutcome[];
  readonly refused: readonly ImportRefused[];
  readonly code: 0 | 1;
}

async function importAll(command: ImportCommand, effects: ImportEffects): Promise<Outcome> {
  const { content, dryRun, options, report } = command;
  const files = await filesOf(command.paths, effects);
  const context = await readImportContext(content, effects);
  const imported: ImportedFile[] = [];
  const refused: ImportRefused[] = [];
  let units = context.units;
  for (const [index, path] of files.entries()) {
    if (files.length > 1) effects.print(`[${index + 1}/${files.length}] ${path}`);
    try {
      const file = await importFile(path, options, { ...context, units }, effects);
      refuseSameRecord(file, imported);
      units = withUnit(units, file.unit);
      imported.push(file);
    } catch (error) {
      refused.push({ source: path, message: messageOf(error) });
    }
  }
  const outcomes: ImportOutcome[] = [];
  for (const file of imported) {
    const set = context.tableSets.find(({ id }) => id === file.disclosure.tableSet);
    for (const line of reportLines(file, set?.tables.map(({ id }) => id) ?? []))
      effects.print(line);
    const beside = imported.map(({ disclosure }) => disclosure);
    const findings = await documentFindings(file.disclosure, content, effects, beside);
    for (const line of importedResultLines(findings)) effects.print(line);
    outcomes.push({ file, findings });
  }
  if (report !== undefined) await writeReports(outcomes, report, effects);
  if (refused.length > 0) {
    for (const { source, message } of refused) effects.print(`Refused: ${source}: ${message}`);
    effects.print('Nothing was written.');
    return { outcomes, refused, code: 1 };
  }
  const code = await writeAll({ imported, units, before: context.units, content, dryRun }, effects);
  return { outcomes, refused, code };
}

/** A page on each document, written in a dry run too. */
async function writeReports(
  outcomes: readonly ImportOutcome[],
  folder: string,
  effects: ImportEffects,
): Promise<void> {
  const files = outcomes.map(({ file, findings }) => ({
    path: `${folder}/${file.disclosure.id}.html`,
    text: htmlReport(file, findings),
  }));
  await effects.writeFiles(files);
  for (const { path } of files) effects.print(`Report ${path}`);
}

/** The files to import, folders walked, each once. */
async function filesOf(paths: readonly string[], effects: ImportEffects): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) files.push(...((await effects.sourceFiles?.(path)) ?? [path]));
  if (files.length === 0)
    throw new Error(`Unexpected empty folder, expected source files in ${paths.join(', ')}.`);
  return [...new Set(files)];
}

function refuseSameRecord(file: ImportedFile, imported: readonly ImportedFile[]): void {
  const same = imported.find(({ path }) => path === file.path);
  if (same === undefined) return;
  throw new Error(
    `Unexpected second source of ${file.disclosure.id}; ${same.source} is the first. Keep one.`,
  );
}

function withUnit(units: readonly Unit[], unit: Unit): Unit[] {
  return [...units.filter(({ id }) => id !== unit.id), unit].toSorted((a, b) =>
    a.id < b.id ? -1 : Number(a.id > b.id),
  );
}

interface WriteInput {
  readonly imported: readonly ImportedFile[];
  readonly units: readonly Unit[];
  readonly before: readonly Unit[];
  readonly content: string;
  readonly dryRun: boolean;
}

async function writeAll(input: WriteInput, effects: ImportEffects): Promise<0> {
  const { imported, units, before, content, dryRun } = input;
  const records = imported.filter(({ status }) => status !== 'unchanged');
  const changed = recordText(units) !== recordText(before);
  const files = [
    ...records.flatMap(({ path, text, kept }) => [...kept, { path, text }]),
    ...(changed ? [{ path: `${content}/units.json`, text: recordText({ units }) }] : []),
  ];
  if (dryRun) effects.print(`Dry run: ${files.length} files would be written.`);
  else if (files.length > 0) await effects.writeFiles(files);
  if (!dryRun) for (const { path } of files) effects.print(`Wrote ${path}`);
  return 0;
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2), {
    readBytes: (path) => readSourceFile(path),
    sourceFiles: (path) => sourceFiles(path),
    extract: (bytes) => extractInChild(bytes),
    readText: readTextOrNull,
    listFiles: listNames,
    writeFiles,
    print: console.log,
  });
}
