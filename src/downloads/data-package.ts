import type { ArchiveConfig } from '../schema/archive-config.ts';
import { compareText } from '../archive/order.ts';
import type { PlacedFile } from './digested-file.ts';
import { formatResource, tableResources } from './package-resources.ts';
import type { DataResource, FormatResource } from './package-resources.ts';

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
  /** The tables in CSV first, then the files of parts and the same rows in other formats, by path. */
  readonly resources: readonly (DataResource | FormatResource)[];
}

const description = [
  'Published budgets of Chinese public units as data, made by the same build as the pages.',
  'CSV as in RFC 4180, UTF-8 without BOM, lines ending in CR LF, a header line, decimal points.',
  'An empty field is null: the document prints nothing there; zero is written as 0.',
  'Rows stand part by part of the archive, in a part by disclosure id; an archive that is not divided has one part, and one file of each table.',
  'In one that is divided a table has a file a part (path is a list), packed with gzip, each with the header line; size and digest of each are told where it is listed by itself.',
  'Amounts are exact decimal text in 元. The budget of a department contains the budgets of its units: never add the two.',
  "A text field that a spreadsheet could run as a formula (it begins with =, +, -, @, their full-width forms, a tab or a carriage return, and is no plain number) has an apostrophe (') before it.",
  'To undo it, remove one leading apostrophe where apostrophes are followed by one of those signs.',
].join(' ');

/**
 * The data package over the files as written, those of single records left out.
 * @throws when the CSV of a table is not among them.
 */
export function dataPackage(
  files: readonly PlacedFile[],
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
    resources: [
      ...tableResources(files),
      ...files
        .flatMap((file) => formatResource(file) ?? [])
        .sort((a, b) => compareText(a.path, b.path)),
    ],
  };
}
