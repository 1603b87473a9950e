import { parseArgs } from 'node:util';
import type { ImportOptions } from './import-file.ts';

/** How the command is written. */
export const usage =
  'npm run import -- <file or folder…> [--unit <name or id>] [--year <year>] [--region <code>] [--url <url>] ' +
  '[--publisher <name>] [--fetched-on <date>] [--content <folder>] ' +
  '[--replace [--reason <text> --on <date>]] [--with-prose] [--dry-run] [--json] [--report <folder>]';

/** What the command line of an import asks for. */
export interface ImportCommand {
  readonly paths: readonly string[];
  readonly content: string;
  readonly dryRun: boolean;
  readonly json: boolean;
  /** Folder for a page on each document; undefined = none. */
  readonly report: string | undefined;
  readonly options: ImportOptions;
}

/**
 * The command line of an import, read.
 * @throws when it names no source, an unknown option, or a year that is none.
 */
export function parseImportArguments(args: readonly string[]): ImportCommand {
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
      json: { type: 'boolean', default: false },
      report: text,
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
  const { content, json, report, 'dry-run': dryRun } = values;
  return { paths, content, dryRun, json, report, options };
}
