import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { Unit } from '../src/schema/unit.ts';
import { importedResultLines } from './lib/check-report.ts';
import { documentFindings } from './lib/document-findings.ts';
import { extractInChild } from './lib/extract-in-child.ts';
import { type ImportEffects, readImportContext } from './lib/import-context.ts';
import { type ImportedFile, type ImportOptions, importFile } from './lib/import-file.ts';
import { reportLines } from './lib/import-report.ts';
import { recordText } from './lib/record-text.ts';
import { readSourceFile, sourceFiles } from './lib/source-files.ts';

/** How the command is written. */
export const usage =
  'npm run import -- <file or folder…> [--unit <name or id>] [--year <year>] [--region <code>] [--url <url>] ' +
  '[--publisher <name>] [--fetched-on <date>] [--content <folder>] ' +
  '[--replace [--reason <text> --on <date>]] [--with-prose] [--dry-run]';

/**
 * Imports source files as records under content/disclosures/ and registers their units. Every file
 * is read before anything is written; one refusal and nothing is written.
 * Returns the exit code: 0 = written, unchanged or a dry run, 1 = refused.
 */
export async function run(args: readonly string[], effects: ImportEffects): Promise<0 | 1> {
  try {
    const { paths, content, dryRun, options } = parseArguments(args);
    const files = await filesOf(paths, effects);
    const context = await readImportContext(content, effects);
    const imported: ImportedFile[] = [];
    const refusals: string[] = [];
    let units = context.units;
    for (const [index, path] of files.entries()) {
      if (files.length > 1) effects.print(`[${index + 1}/${files.length}] ${path}`);
      try {
        const file = await importFile(path, options, { ...context, units }, effects);
        refuseSameRecord(file, imported);
        units = withUnit(units, file.unit);
        imported.push(file);
      } catch (error) {
        refusals.push(`${path}: ${messageOf(error)}`);
      }
    }
    for (const file of imported) {
      const set = context.tableSets.find(({ id }) => id === file.disclosure.tableSet);
      for (const line of reportLines(file, set?.tables.map(({ id }) => id) ?? []))
        effects.print(line);
      const beside = imported.map(({ disclosure }) => disclosure);
      const findings = await documentFindings(file.disclosure, content, effects, beside);
      for (const line of importedResultLines(findings)) effects.print(line);
    }
    if (refusals.length > 0) {
      for (const refusal of refusals) effects.print(`Refused: ${refusal}`);
      effects.print('Nothing was written.');
      return 1;
    }
    return await writeAll({ imported, units, before: context.units, content, dryRun }, effects);
  } catch (error) {
    effects.print(messageOf(error));
    return 1;
  }
}

function parseArguments(args: readonly string[]): {
  paths: string[];
  content: string;
  dryRun: boolean;
  options: ImportOptions;
} {
  const text = { type: 'string' } as const;
  const { values, positionals: paths } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      unit: text,
      year: text,
      region: text,
      url: text,
      publisher: text,
      'fetched-on': text,
      content: { type: 'string', default: 'content' },
      replace: { type: 'boolean', default: false },
      reason: text,
      on: text,
      'with-prose': { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
    },
  });
  if (paths.length === 0)
    throw new Error(`Unexpected arguments, expected a source file. Write ${usage}`);
  if (values.year !== undefined && !/^(?:19|20)\d{2}$/u.test(values.year)) {
    throw new Error(`--year: Unexpected "${values.year}", expected a year like 2024.`);
  }
  const year = values.year === undefined ? undefined : Number(values.year);
  const { unit, region, url, publisher, replace, reason, on, 'fetched-on': fetchedOn } = values;
  const withProse = values['with-prose'];
  const options = { unit, year, region, url, publisher, fetchedOn, replace, reason, on, withProse };
  return { paths, content: values.content, dryRun: values['dry-run'], options };
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

/** Writes every file beside its place first and renames them all only when all are written. */
async function writeFiles(files: Parameters<ImportEffects['writeFiles']>[0]): Promise<void> {
  const temporary = files.map(({ path }) => `${path}.${process.pid}.tmp`);
  try {
    for (const [index, { path, text }] of files.entries()) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(temporary[index] ?? path, text);
    }
    for (const [index, { path }] of files.entries()) await rename(temporary[index] ?? path, path);
  } finally {
    await Promise.all(temporary.map((path) => rm(path, { force: true })));
  }
}

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

if (import.meta.main) {
  process.exitCode = await run(process.argv.slice(2), {
    readBytes: (path) => readSourceFile(path),
    sourceFiles: (path) => sourceFiles(path),
    extract: (bytes) => extractInChild(bytes),
    readText: (path) =>
      readFile(path, 'utf8').catch((error: unknown) => {
        if (isAbsent(error)) return null;
        throw error;
      }),
    listFiles: (folder) =>
      readdir(folder).then(
        (names) => names.toSorted(),
        (error: unknown) => {
          if (isAbsent(error)) return [];
          throw error;
        },
      ),
    writeFiles,
    print: console.log,
  });
}
