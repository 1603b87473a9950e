import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../archive/record-file.ts';
import type { RecordFileName } from './data-rows.ts';
import type { PlacedFile } from './digested-file.ts';

/** What the data files of one part are, as its folder tells it: nobody reads them to find out. */
export interface PartDataFiles {
  readonly part: string;
  /** Files that stand in the site as they are, in the order they were made. */
  readonly files: readonly PlacedFile[];
}

/** Folder of the data files in the folder of a part. */
export const partDataFolder = (part: string): string => join(part, 'data');

/** Path of a CSV fragment, which has no header line, in the folder of a part. */
export const fragmentPath = (part: string, name: RecordFileName): string =>
  join(partDataFolder(part), 'csv', `${name}.csv`);

/** Path of a file in the folder of a part that stands in the site as it is. */
export const placedPath = (part: string, path: string): string =>
  join(partDataFolder(part), 'site', path);

/** Path of the SQLite file of the only part of an archive, to which the join adds the registers. */
export const wholeSqlitePath = (part: string): string =>
  join(partDataFolder(part), 'archive.sqlite');

/** Path of the list of the data files of a part, in its folder. */
export const partDataListPath = (part: string): string => join(partDataFolder(part), 'files.json');

/** What a file of a part may be named in the site: below the data or a unit, and nowhere else. */
const placedName = /^(?:data|units)(?:\/[\w=-][\w=.-]*)+$/u;

/**
 * The data files of the part in a folder.
 * @throws naming the file when it is not there, is no JSON, or names a file outside its place in the site.
 */
export function readPartDataFiles(folder: string): PartDataFiles {
  const path = partDataListPath(folder);
  const list = parseJson(readFileSync(path, 'utf8'), path) as PartDataFiles;
  const stray = list.files.find((file) => !placedName.test(file.path));
  if (stray !== undefined) {
    throw new Error(
      `${path}: Unexpected path ${JSON.stringify(stray.path)}, expected a file below data/ or units/. Build the part again.`,
    );
  }
  return list;
}
