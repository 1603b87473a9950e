import { compareText } from '../archive/order.ts';
import type { DataFileName } from '../schema/data-files.ts';
import { dataFileNames, dataFiles } from '../schema/data-files.ts';
import { lineEnd } from './csv-text.ts';
import type { PlacedFile } from './digested-file.ts';
import type { TableSchema } from './table-schema.ts';
import { tableSchema } from './table-schema.ts';

/** What every resource of the data package tells. */
interface Resource {
  /** Lower-case letters, digits, `-` and `.`; no two alike. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** What a resource tells of its only file. */
interface ResourceFile {
  /** Path from the folder of the package. */
  readonly path: string;
  readonly bytes: number;
  readonly hash: string;
}

/** What a table tells of the one CSV file with all its rows. */
interface TableFile extends ResourceFile {
  readonly mediatype: 'text/csv';
}

/** What a table tells of its CSV files, one a part of the archive, each with a header line. */
interface TableFiles {
  /** Paths from the folder of the package, in the order of the parts; each is a resource of its own too. */
  readonly path: readonly string[];
  readonly mediatype: 'application/gzip';
  readonly compression: 'gz';
}

/** A table of the data package in CSV, all its rows. */
export type DataResource = Resource &
  (TableFile | TableFiles) & {
    readonly name: DataFileName;
    readonly type: 'table';
    readonly format: 'csv';
    readonly encoding: 'utf-8';
    readonly dialect: object;
    readonly schema: TableSchema;
  };

/** The same rows, or those of one part of the archive, in another format. */
export interface FormatResource extends Resource, ResourceFile {
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

/**
 * The tables in the order of {@link dataFileNames}: each of one CSV file, or of those of the parts.
 * @throws when a table has no file, or stands both whole and in parts.
 */
export function tableResources(files: readonly PlacedFile[]): DataResource[] {
  const byTable = Map.groupBy(files, ({ path }) => tableOf(path));
  return dataFileNames.map((name) => ({
    name,
    type: 'table',
    title: dataFiles[name].title,
    description: dataFiles[name].description,
    ...filesOfTable(name, byTable.get(name) ?? []),
    format: 'csv',
    encoding: 'utf-8',
    dialect,
    schema: tableSchema(dataFiles[name]),
  }));
}

/** The table whose rows, or some of them, a CSV file of the package holds; undefined = it is none. */
const tableOf = (path: string): string | undefined =>
  /^data\/(?:parts\/[\d-]+\/)?(\w+)\.csv(?:\.gz)?$/u.exec(path)?.[1];

/** What a table tells of its files. */
function filesOfTable(name: DataFileName, files: readonly PlacedFile[]): TableFile | TableFiles {
  const [whole] = files.filter(({ path }) => path.endsWith('.csv'));
  if (files.length === 0 || (whole !== undefined && files.length > 1)) {
    const found = files.length === 0 ? `without ${name}.csv` : `with ${name}.csv twice`;
    throw new Error(`Unexpected data files ${found}, expected every file once.`);
  }
  if (whole !== undefined) {
    const { bytes, sha256 } = whole;
    return { path: `${name}.csv`, mediatype: 'text/csv', bytes, hash: `sha256:${sha256}` };
  }
  const path = files.map((file) => file.path.slice('data/'.length)).sort(compareText);
  return { path, mediatype: 'application/gzip', compression: 'gz' };
}
