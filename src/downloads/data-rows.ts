import type { ArchiveModel } from '../archive/model.ts';
import type { PartRecord } from '../archive/part-record.ts';
import type { DataFileName, DataRow } from '../schema/data-files.ts';
import { disclosureRow, regionRows, subjectRows } from './archive-rows.ts';
import type { RegionName } from './archive-rows.ts';
import {
  correctionRows,
  documentRows,
  findingRows,
  indicatorRows,
  lineRows,
  projectRows,
} from './record-rows.ts';

/** Files whose rows come from the registers and all records together: they are written from the model. */
export const archiveFileNames = ['regions', 'subjects'] as const satisfies readonly DataFileName[];

/** Files whose rows come from one record after another, part by part. */
export type RecordFileName = Exclude<DataFileName, (typeof archiveFileNames)[number]>;

/** What a row may need besides its record. */
export interface RowContext {
  readonly regionName: RegionName;
}

/** The rows of each file that one record gives, in document order. */
export const recordFiles: Readonly<
  Record<RecordFileName, (record: PartRecord, context: RowContext) => DataRow[]>
> = {
  disclosures: ({ summary }, { regionName }) => [disclosureRow(summary, regionName)],
  lines: ({ disclosure }) => lineRows(disclosure),
  projects: ({ disclosure }) => projectRows(disclosure),
  indicators: ({ disclosure }) => indicatorRows(disclosure),
  findings: ({ disclosure, findings }) => findingRows(disclosure, findings),
  corrections: ({ disclosure }) => correctionRows(disclosure),
  documents: ({ disclosure }) => documentRows(disclosure),
};

/** Names of {@link recordFiles}, in their order. */
export const recordFileNames = Object.keys(recordFiles) as RecordFileName[];

/** The rows of each file that the model gives, in code order. */
export const archiveFiles: Readonly<
  Record<(typeof archiveFileNames)[number], (archive: ArchiveModel) => DataRow[]>
> = {
  regions: regionRows,
  subjects: subjectRows,
};
