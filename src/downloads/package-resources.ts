import type { DataFileName } from '../schema/data-files.ts';
import { dataFileNames, dataFiles } from '../schema/data-files.ts';
import { lineEnd } from './csv-text.ts';
import type { PlacedFile } from './digested-file.ts';
import type { TableSchema } from './table-schema.ts';
import { tableSchema } from './table-schema.ts';

/** What every resource of the data package tells of its file. */
interface Resource {
  /** Lower-case letters, digits, `-` and `.`; no two alike. */
  readonly name: string;
  /** Path from the folder of the package. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly bytes: number;
  readonly hash: string;
}

/** A CSV file of the whole archive. */
export interface DataResource extends Resource {
  readonly name: DataFileName;
  readonly type: 'table';
  readonly format: 'csv';
  readonly mediatype: 'text/csv';
  readonly encoding: 'utf-8';
  readonly dialect: object;
  readonly schema: TableSchema;
}

/** The same rows, or those of one part of the archive, in another format. */
export interface FormatResource extends Resource {
  readonly format: 'sqlite' | 'parquet' | 'csv';
  readonly mediatype: string;
  /** How the file is packed; absent = not. */
  readonly compression?: 'gz';
}

const dialect = {
  header: true,
  delimiter: ',',
  quoteChar: '"',
  doubleQuote: true,
  lineTerminator: lineEnd,
};

const inTypes = 'Amounts are integers in 分 (columns …_fen); null = not printed.';

/** The formats beside CSV, told by the path of a file below data/. */
const formats = [
  {
    pattern: /^archive\.sqlite$/u,
    format: 'sqlite',
    mediatype: 'application/vnd.sqlite3',
    title: () => '全库（SQLite）',
    description: `The whole archive: a table for each CSV file. ${inTypes}`,
  },
  {
    pattern: /^sqlite\/registers\.sqlite$/u,
    format: 'sqlite',
    mediatype: 'application/vnd.sqlite3',
    title: () => '区划与科目（SQLite）',
    description: `The tables regions and subjects, for use beside the files of the parts. ${inTypes}`,
  },
  {
    pattern: /^sqlite\/(?<part>[\d-]+)\.sqlite$/u,
    format: 'sqlite',
    mediatype: 'application/vnd.sqlite3',
    title: ({ part }) => `${part}（SQLite）`,
    description: `One part of the archive: a table for each CSV file but regions and subjects. ${inTypes}`,
  },
  {
    pattern:
      /^parquet\/(?<name>\w+)\/province=(?<province>\d+)\/year=(?<year>\d+)\/[\w-]+\.parquet$/u,
    format: 'parquet',
    mediatype: 'application/vnd.apache.parquet',
    title: ({ name, province, year }) => `${name}，${province}，${year}（Parquet）`,
    description: `Rows of the CSV file of that name of one province and year, partitioned as Hive does. ${inTypes}`,
  },
  {
    pattern: /^parts\/(?<part>[\d-]+)\/(?<name>\w+)\.csv\.gz$/u,
    format: 'csv',
    mediatype: 'application/gzip',
    compression: 'gz',
    title: ({ part, name }) => `${name}，${part}（CSV，gzip）`,
    description:
      'Rows of the CSV file of that name of one part of the archive, in the same columns.',
  },
] as const satisfies readonly {
  readonly pattern: RegExp;
  readonly format: FormatResource['format'];
  readonly mediatype: string;
  readonly compression?: 'gz';
  readonly title: (groups: Readonly<Record<string, string>>) => string;
  readonly description: string;
}[];

/** Path of a file from the folder of the package; null = it is not below it. */
const belowData = (path: string): string | null =>
  path.startsWith('data/') ? path.slice('data/'.length) : null;

/**
 * The resource of a file in another format than CSV of the whole archive; null = it is none, or belongs to
 * one record.
 */
export function formatResource(file: PlacedFile): FormatResource | null {
  const path = belowData(file.path);
  if (path === null) return null;
  for (const { pattern, title, ...about } of formats) {
    const found = pattern.exec(path);
    if (found === null) continue;
    return {
      name: path.replaceAll(/[/=]/gu, '-'),
      path,
      title: title(found.groups ?? {}),
      ...about,
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
    };
  }
  return null;
}

/** The resources of the CSV files of the whole archive, in the order of {@link dataFileNames}. */
export const tableResources = (files: readonly PlacedFile[]): DataResource[] =>
  dataFileNames.map((name) => {
    const file = files.find(({ path }) => path === `data/${name}.csv`);
    if (file === undefined)
      throw new Error(`Unexpected data files without ${name}.csv, expected every file.`);
    return {
      name,
      type: 'table',
      path: `${name}.csv`,
      title: dataFiles[name].title,
      description: dataFiles[name].description,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: file.bytes,
      hash: `sha256:${file.sha256}`,
      dialect,
      schema: tableSchema(dataFiles[name]),
    };
  });
