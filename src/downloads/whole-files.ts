import type { ArchiveModel } from '../archive/model.ts';
import { dataFileNames, type DataFileName } from '../schema/data-files.ts';
import { archiveFileNames } from './data-rows.ts';

/** Whether the data of an archive are in files part by part. */
export const isInParts = ({
  config,
  unitYears,
}: Pick<ArchiveModel, 'config' | 'unitYears'>): boolean =>
  config.partition !== 'none' && unitYears.length > 0;

/**
 * Names of the CSV files that hold their rows of the whole archive, in the order of the data package. Where
 * the data are in parts those are the registers: a file that grew with every record would be too large for
 * most hosts, and another with every document.
 */
export const wholeFileNames = (inParts: boolean): readonly DataFileName[] =>
  inParts ? archiveFileNames : dataFileNames;
