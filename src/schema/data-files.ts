import type { z } from 'zod';
import { disclosureRowSchema, regionRowSchema, subjectRowSchema } from './archive-rows.ts';
import {
  correctionRowSchema,
  documentRowSchema,
  findingRowSchema,
  indicatorRowSchema,
  lineRowSchema,
  projectRowSchema,
} from './record-rows.ts';

/** A row of a data file: its columns by name, in the order of the file. */
export type DataRow = Readonly<Record<string, string | number | null>>;

/**
 * One public CSV file: its name, what it holds, the columns and how it hangs together with others. The
 * name is one of the data package, unless said otherwise.
 */
export interface DataFile<Name extends string = DataFileName> {
  readonly name: Name;
  /** Chinese title for readers. */
  readonly title: string;
  readonly description: string;
  readonly row: z.ZodObject;
  /** Columns that together name a row; absent where a row has no name of its own. */
  readonly primaryKey?: readonly string[];
  /** Columns that point at a column of another file. */
  readonly references?: readonly {
    readonly column: string;
    readonly file: DataFileName;
    readonly to: string;
  }[];
}

/** Names of the public CSV files without `.csv`, in the order of the data package. */
export const dataFileNames = [
  'disclosures',
  'lines',
  'projects',
  'indicators',
  'findings',
  'corrections',
  'regions',
  'subjects',
  'documents',
] as const;

/** See {@link dataFileNames}. */
export type DataFileName = (typeof dataFileNames)[number];

const ofDisclosure = { column: 'disclosure_id', file: 'disclosures', to: 'disclosure_id' } as const;
const ofProject = { column: 'project_id', file: 'projects', to: 'project_id' } as const;

/** The public CSV files, by name. */
export const dataFiles: Readonly<Record<DataFileName, DataFile>> = {
  disclosures: {
    name: 'disclosures',
    title: '公开文件',
    description: 'One row per disclosure: one unit, one year, one kind of document',
    row: disclosureRowSchema,
    primaryKey: ['disclosure_id'],
    references: [{ column: 'region_code', file: 'regions', to: 'region_code' }],
  },
  lines: {
    name: 'lines',
    title: '报表数据',
    description: 'One row per money cell that prints an amount, of every table',
    row: lineRowSchema,
    primaryKey: ['disclosure_id', 'table_id', 'row', 'column'],
    references: [ofDisclosure],
  },
  projects: {
    name: 'projects',
    title: '项目',
    description: 'One row per project: of 表12 or 表13, or found only in a form',
    row: projectRowSchema,
    primaryKey: ['project_id'],
    references: [ofDisclosure],
  },
  indicators: {
    name: 'indicators',
    title: '绩效指标',
    description: 'One row per performance indicator and span',
    row: indicatorRowSchema,
    references: [ofDisclosure, ofProject],
  },
  findings: {
    name: 'findings',
    title: '核对结果',
    description: 'One row per check and place: what both sides say',
    row: findingRowSchema,
    references: [ofDisclosure],
  },
  corrections: {
    name: 'corrections',
    title: '更正',
    description: 'One row per hand repair of a transcription, with its reason',
    row: correctionRowSchema,
    primaryKey: ['disclosure_id', 'correction_id'],
    references: [ofDisclosure],
  },
  regions: {
    name: 'regions',
    title: '行政区划',
    description: 'One row per division, with or without documents in the archive',
    row: regionRowSchema,
    primaryKey: ['region_code'],
  },
  subjects: {
    name: 'subjects',
    title: '功能科目',
    description: 'One row per functional subject and printed name',
    row: subjectRowSchema,
    primaryKey: ['subject_code', 'printed_name'],
  },
  documents: {
    name: 'documents',
    title: '引用的政策文件',
    description: 'One row per citation of a policy document by a project',
    row: documentRowSchema,
    references: [ofDisclosure, ofProject],
  },
};

/** Column names of a file, in order. */
export function columnsOf(file: DataFile<string>): string[] {
  return Object.keys(file.row.shape);
}
