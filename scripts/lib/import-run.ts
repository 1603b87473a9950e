import { join } from 'node:path';
import type { MissingPart } from '../../src/extract/refusal.ts';
import type { Disclosure } from '../../src/schema/disclosure.ts';
import type { Unit } from '../../src/schema/unit.ts';
import { importedResultLines } from './check-report.ts';
import { documentFindings } from './document-findings.ts';
import type { ImportCommand } from './import-arguments.ts';
import type { ImportContext, ImportEffects } from './import-context.ts';
import type { ImportOptions, ReadFile } from './import-file.ts';
import { htmlReport } from './import-html.ts';
import { type ImportRefused, type ImportSkipped, jsonDocument } from './import-json.ts';
import { keptFile } from './kept-file.ts';
import { recordText } from './record-text.ts';
import { reportLines } from './import-report.ts';
import { type ImportedFile, settleFile } from './settle-file.ts';
import type { FileChange } from './write-files.ts';

/** An import at work: what it was asked, and what became of the files so far. */
export interface ImportRun {
  readonly command: ImportCommand;
  readonly context: ImportContext;
  readonly effects: ImportEffects;
  readonly print: (line: string) => void;
  /** The register with the units of all files so far, and as it was last written. */
  units: readonly Unit[];
  unitsWritten: readonly Unit[];
  /** Sources of this run by the path of their record, and by the SHA-256 of their bytes. */
  readonly byPath: Map<string, string>;
  readonly byHash: Map<string, ReadFile>;
  /** Files that are settled and not yet written. */
  pending: ImportedFile[];
  /** Records a later file may be the next year of, where they are not on the disk. */
  readonly beside: Disclosure[];
  readonly answers: Map<MissingPart, string>;
  readonly documents: unknown[];
  readonly skipped: ImportSkipped[];
  readonly refused: ImportRefused[];
  readonly paths: Set<string>;
}

/** An import that has not begun. */
export const beginRun = (
  parts: Pick<ImportRun, 'command' | 'context' | 'effects' | 'print'>,
): ImportRun => ({
  ...parts,
  units: parts.context.units,
  unitsWritten: parts.context.units,
  byPath: new Map(),
  byHash: new Map(),
  pending: [],
  beside: [],
  answers: new Map(),
  documents: [],
  skipped: [],
  refused: [],
  paths: new Set(),
});

/**
 * Takes one file that was read into the run, in its turn: settles it, prints and writes the report on
 * it. The same bytes a second time are passed over.
 * @throws ImportRefusal as {@link settleFile} does, and for a second source of one record.
 */
export async function takeFile(
  run: ImportRun,
  file: ReadFile,
  options: ImportOptions,
): Promise<void> {
  const same = run.byHash.get(file.disclosure.source.sha256);
  if (same?.path === file.path) {
    skip(run, file.source, same.disclosure.id, same.path, `the same bytes as ${same.source}`);
    return;
  }
  const first = run.byPath.get(file.path);
  if (first !== undefined) {
    throw new Error(
      `Unexpected second source of ${file.disclosure.id}; ${first} is the first. Keep one.`,
    );
  }
  const { content } = run.command;
  const settled = await settleFile(file, options, { content, units: run.units }, run.effects);
  run.byPath.set(file.path, file.source);
  run.byHash.set(file.disclosure.source.sha256, file);
  run.units = withUnit(run.units, settled.unit);
  run.pending.push(settled);
  await report(run, settled);
}

/** Notes a file that is not read again. */
export function skip(
  run: ImportRun,
  source: string,
  id: string,
  path: string,
  why = `imported already in ${path}; --replace reads it again`,
): void {
  run.skipped.push({ source, id, path });
  run.print(`${source} → ${id} (passed over: ${why})`);
}

async function report(run: ImportRun, file: ImportedFile): Promise<void> {
  const { command, context, effects, print } = run;
  const set = context.tableSets.find(({ id }) => id === file.disclosure.tableSet);
  for (const line of reportLines(file, set?.tables.map(({ id }) => id) ?? [])) print(line);
  const beside = [...run.beside, ...run.pending.map(({ disclosure }) => disclosure)];
  const findings = await documentFindings(file.disclosure, command.content, effects, beside);
  for (const line of importedResultLines(findings)) print(line);
  run.documents.push(jsonDocument(file, findings));
  if (command.report === undefined) return;
  const path = join(command.report, `${file.disclosure.id}.html`);
  await effects.writeFiles([{ path, text: htmlReport(file, findings) }]);
  print(`Report ${path}`);
}

const withUnit = (units: readonly Unit[], unit: Unit): Unit[] =>
  [...units.filter(({ id }) => id !== unit.id), unit].toSorted((a, b) =>
    a.id < b.id ? -1 : Number(a.id > b.id),
  );

/**
 * Writes what is settled: the register first, so that no record ever stands without its unit. A dry
 * run counts what would be written.
 */
export async function writePending(run: ImportRun): Promise<void> {
  const { command, effects, print } = run;
  const changed = run.pending.filter(({ status }) => status !== 'unchanged');
  const registers = command.options.draft === true ? [] : unitsChange(run);
  const changes: FileChange[] = [...registers];
  for (const file of changed) {
    changes.push(...file.kept, ...(await keptFile(file, command.publicFolder, effects)));
    changes.push({ path: file.path, text: file.text });
  }
  if (!command.dryRun && changes.length > 0) await effects.writeFiles(changes);
  for (const { path } of changes) {
    run.paths.add(path);
    if (!command.dryRun) print(`Wrote ${path}`);
  }
  if (command.dryRun) run.beside.push(...run.pending.map(({ disclosure }) => disclosure));
  run.unitsWritten = run.units;
  run.pending = [];
}

function unitsChange({ units, unitsWritten, command }: ImportRun): FileChange[] {
  if (recordText(units) === recordText(unitsWritten)) return [];
  return [{ path: `${command.content}/units.json`, text: recordText({ units }) }];
}
