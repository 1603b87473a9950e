import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readOrRefuse } from './command-line.ts';
import type { ImportOptions } from './import-file.ts';
import { importUsage } from './import-usage.ts';

/** What the command line of an import asks for. */
export interface ImportCommand {
  readonly paths: readonly string[];
  readonly content: string;
  /** Folder with the kept sources' folder originals/. */
  readonly publicFolder: string;
  /** Files read at once. */
  readonly jobs: number;
  readonly dryRun: boolean;
  /** Whether one refusal keeps all files from being written. */
  readonly allOrNone: boolean;
  /** Whether to wait for another import to end. */
  readonly wait: boolean;
  readonly json: boolean;
  /** Whether to ask for what a document does not tell; undefined = where there is a terminal. */
  readonly ask: boolean | undefined;
  /** Folder for a page on each document; undefined = none. */
  readonly report: string | undefined;
  readonly options: ImportOptions;
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const definitions = {
  unit: text,
  year: text,
  kind: text,
  region: text,
  title: text,
  url: text,
  publisher: text,
  'fetched-on': text,
  content: { type: 'string', default: 'content' },
  public: text,
  replace: flag,
  reason: text,
  on: text,
  'with-prose': flag,
  draft: flag,
  'keep-original': flag,
  'original-checked': flag,
  jobs: text,
  'all-or-none': flag,
  wait: flag,
  ask: { type: 'boolean' },
  'dry-run': flag,
  json: flag,
  report: text,
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/**
 * The command line of an import, read; null = it asks for help.
 * @throws when it names no source, an unknown option, or a value that cannot be.
 */
export function parseImportArguments(args: readonly string[]): ImportCommand | null {
  const { values, positionals: paths } = readOrRefuse(importUsage, () =>
    parseArgs({
      args: [...args],
      allowPositionals: true,
      allowNegative: true,
      options: definitions,
    }),
  );
  if (values.help) return null;
  if (paths.length === 0)
    throw new Error(`Unexpected arguments, expected a source file.\n${importUsage}`);
  if (values.year !== undefined && !/^(?:19|20)\d{2}$/u.test(values.year)) {
    throw new Error(`--year: Unexpected "${values.year}", expected a year like 2024.`);
  }
  if (values.ask === true && values.json)
    throw new Error('--ask: Unexpected with --json, expected one of them.');
  const { content, json, report, ask, wait } = values;
  return {
    paths,
    content,
    publicFolder: values.public ?? join(content, '..', 'public'),
    jobs: jobsOf(values.jobs),
    dryRun: values['dry-run'],
    allOrNone: values['all-or-none'],
    wait,
    json,
    ask,
    report,
    options: optionsOf(values),
  };
}

type Values = ReturnType<typeof parseArgs<{ options: typeof definitions }>>['values'];

function optionsOf(values: Values): ImportOptions {
  const { unit, region, title, url, publisher, reason, on, draft } = values;
  const kind = values.kind === undefined ? undefined : kindOf(values.kind);
  const year = values.year === undefined ? undefined : Number(values.year);
  const checked = values['original-checked'] ? 'checked' : 'keep';
  const original = values['keep-original'] ? checked : undefined;
  if (values['original-checked'] && original === undefined)
    throw new Error('--original-checked: Unexpected alone, expected with --keep-original.');
  return {
    unit,
    year,
    kind,
    region,
    title,
    url,
    publisher,
    fetchedOn: values['fetched-on'],
    replace: values.replace,
    reason,
    on,
    withProse: values['with-prose'],
    draft,
    original,
  };
}

function kindOf(given: string): NonNullable<ImportOptions['kind']> {
  if (given === 'budget' || given === 'final-accounts') return given;
  throw new Error(`--kind: Unexpected "${given}", expected budget or final-accounts.`);
}

function jobsOf(given: string | undefined): number {
  if (given === undefined) return availableParallelism();
  if (/^[1-9]\d?$/u.test(given)) return Number(given);
  throw new Error(`--jobs: Unexpected "${given}", expected a number from 1 to 99.`);
}
