import type { ArchiveConfig } from '../schema/archive-config.ts';
import type { DataFileName } from '../schema/data-files.ts';
import { dataFileNames, dataFiles } from '../schema/data-files.ts';
import { lineEnd } from './csv-text.ts';
import type { TableSchema } from './table-schema.ts';
import { tableSchema } from './table-schema.ts';

/** Size and digest of a file as written. */
export interface WrittenFile {
  readonly bytes: number;
  /** SHA-256, lower-case hexadecimal. */
  readonly sha256: string;
}

/** A resource of the data package. */
export interface DataResource {
  readonly name: DataFileName;
  readonly type: 'table';
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly format: 'csv';
  readonly mediatype: 'text/csv';
  readonly encoding: 'utf-8';
  readonly bytes: number;
  readonly hash: string;
  readonly dialect: object;
  readonly schema: TableSchema;
}

/** The descriptor of the public data files (Data Package v2). */
export interface DataPackage {
  readonly $schema: string;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly licenses: readonly {
    readonly name: string;
    readonly path?: string;
    readonly title: string;
  }[];
  readonly resources: readonly DataResource[];
}

const description = [
  'Published budgets of Chinese public units as data, made by the same build as the pages.',
  'CSV as in RFC 4180, UTF-8 without BOM, lines ending in CR LF, a header line, decimal points.',
  'An empty field is null: the document prints nothing there; zero is written as 0.',
  'Amounts are exact decimal text in 元. The budget of a department contains the budgets of its units: never add the two.',
  "A text field that a spreadsheet could run as a formula (it begins with =, +, -, @, their full-width forms, a tab or a carriage return, and is no plain number) has an apostrophe (') before it.",
  'To undo it, remove one leading apostrophe where apostrophes are followed by one of those signs.',
].join(' ');

/** The data package over the files as written; resources in the order of {@link dataFileNames}. */
export function dataPackage(
  written: Readonly<Record<DataFileName, WrittenFile>>,
  config: Pick<ArchiveConfig, 'title' | 'licence'>,
): DataPackage {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'open-budget-archive',
    title: config.title,
    description,
    licenses: [
      {
        name: 'other-pd',
        title: 'Facts published by public bodies; this archive claims no rights in them.',
      },
      {
        name: config.licence.name.replaceAll(' ', '-'),
        path: config.licence.url,
        title: 'Our own texts: reasons of corrections and messages of checks.',
      },
    ],
    resources: dataFileNames.map((name) => ({
      name,
      type: 'table',
      path: `${name}.csv`,
      title: dataFiles[name].title,
      description: dataFiles[name].description,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      bytes: written[name].bytes,
      hash: `sha256:${written[name].sha256}`,
      dialect: {
        header: true,
        delimiter: ',',
        quoteChar: '"',
        doubleQuote: true,
        lineTerminator: lineEnd,
      },
      schema: tableSchema(dataFiles[name]),
    })),
  };
}
