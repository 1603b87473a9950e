import { type Disclosure, disclosureSchema } from '../src/schema/disclosure.ts';
import { checkReportLines } from './lib/check-report.ts';
import { defineCommand, readCommandLine, runCommand } from './lib/command-line.ts';
import { contentOption } from './lib/common-options.ts';
import { documentFindings } from './lib/document-findings.ts';
import { extractInChild } from './lib/extract-in-child.ts';
import { type ImportEffects, readImportContext, validated } from './lib/import-context.ts';
import { type ImportOptions, readImportFile } from './lib/import-file.ts';
import { listNames, readTextOrNull } from './lib/read-or-absent.ts';
import { readSourceFile } from './lib/source-files.ts';

/** What the command needs from outside: it reads and prints, and writes nothing. */
export type CheckDocumentEffects = Omit<ImportEffects, 'writeFiles'>;

interface Command {
  readonly files: readonly string[];
  readonly content: string;
  readonly passes: boolean;
  readonly options: ImportOptions;
}

/** How the command is written. */
export const command = defineCommand({
  usage: 'npm run check -- <source or record file…> [options]',
  about: `Prints the results of all reconciliation checks on documents or records, in the archive or not; writes
nothing. Without a file, npm run check checks the code.`,
  options: {
    unit: {
      type: 'string',
      value: '<name or id>',
      about: 'name or id of the unit, where the document does not say it',
    },
    year: { type: 'string', value: '<year>', about: 'its year' },
    region: { type: 'string', value: '<code>', about: 'code of its division' },
    content: contentOption,
    passes: { type: 'boolean', default: false, about: 'also what adds up' },
  },
  takesArguments: true,
});

/**
 * Prints the reconciliation results of source documents, in the archive or not, or of records (.json).
 * Nothing is written. Returns the exit code: 0 = reported, with or without differences, 1 = refused.
 */
export async function run(args: readonly string[], effects: CheckDocumentEffects): Promise<0 | 1> {
  try {
    const command = parseArguments(args);
    for (const file of command.files) {
      const disclosure = await readDisclosure(file, command, effects);
      const findings = await documentFindings(disclosure, command.content, effects);
      for (const line of checkReportLines(disclosure, findings, command.passes))
        effects.print(line);
    }
    return 0;
  } catch (error) {
    effects.print(`Refused: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

function parseArguments(args: readonly string[]): Command {
  const { values, positionals: files } = readCommandLine(command, args);
  if (files.length === 0)
    throw new Error(`Unexpected arguments, expected a file. Write ${command.usage}`);
  if (values.year !== undefined && !/^(?:19|20)\d{2}$/u.test(values.year)) {
    throw new Error(`--year: Unexpected "${values.year}", expected a year like 2024.`);
  }
  const year = values.year === undefined ? undefined : Number(values.year);
  const options = { unit: values.unit, region: values.region, year, replace: true };
  return { files, content: values.content, passes: values.passes, options };
}

/** A record as it stands, or the record a source would become. */
async function readDisclosure(
  file: string,
  command: Command,
  effects: CheckDocumentEffects,
): Promise<Disclosure> {
  if (file.endsWith('.json')) {
    const record = await effects.readText(file);
    if (record === null) throw new Error(`${file}: Unexpected missing file, expected a record.`);
    return validated(disclosureSchema, record, file);
  }
  const reading: ImportEffects = {
    ...effects,
    writeFiles: () =>
      Promise.reject(new Error('Unexpected writing, expected a check to write nothing.')),
  };
  const context = await readImportContext(command.content, reading);
  return (await readImportFile(file, command.options, context, reading)).disclosure;
}

if (import.meta.main)
  await runCommand(command, async (args) =>
    run(args, {
      readBytes: (path) => readSourceFile(path),
      extract: (bytes) => extractInChild(bytes),
      readText: readTextOrNull,
      listFiles: listNames,
      print: console.log,
    }),
  );
