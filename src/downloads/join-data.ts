import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ArchiveModel } from '../archive/model.ts';
import { wholePart } from '../archive/part-of.ts';
import { dataFiles, type DataFileName } from '../schema/data-files.ts';
import { copyIfChanged } from './copy-if-changed.ts';
import { csvHeader, csvRows } from './csv-text.ts';
import { dataPackage } from './data-package.ts';
import { archiveFileNames, archiveFiles, recordFileNames } from './data-rows.ts';
import { digestFile, openDigestedFile } from './digested-file.ts';
import type { PlacedFile, WrittenFile } from './digested-file.ts';
import { jsonSchemas } from './json-schemas.ts';
import { createSqlite, extendSqlite } from './open-sqlite.ts';
import type { PartDataFiles } from './part-data-files.ts';
import { fragmentPath, placedPath, readPartDataFiles, wholeSqlitePath } from './part-data-files.ts';
import { registersSqlitePath, wholeSqliteSitePath } from './part-paths.ts';
import { typedColumns, typedRows } from './typed-columns.ts';
import { wholeFileNames } from './whole-files.ts';

/** What the data files of a site are joined from. */
export interface DataJoin {
  /** Folders of the parts, in the order of their ids. */
  readonly parts: readonly string[];
  readonly archive: ArchiveModel;
  /** Folder of the site. */
  readonly out: string;
}

/** A part with the list of its data files. */
interface JoinedPart extends PartDataFiles {
  readonly folder: string;
}

/**
 * Makes the data files of a site out of those of its parts; no record is read. One CSV file of each name
 * for the whole archive, in one that is divided of the registers alone; the Parquet, SQLite and packed CSV
 * files of the parts; the files of each record beside its page; registers from the model;
 * `datapackage.json` and JSON Schemas. What an earlier build left in `data/` of a part that is gone, goes.
 * Returns all files written, with size and digest, sorted by path. The same parts make the same bytes,
 * wherever they were made.
 * @throws when a part is not there whole.
 */
export function joinData({ parts, archive, out }: DataJoin): PlacedFile[] {
  const joined = parts.map((folder): JoinedPart => ({ ...readPartDataFiles(folder), folder }));
  mkdirSync(join(out, 'data/schema'), { recursive: true });
  const inParts = joined.some(({ part }) => part !== wholePart);
  const csv = wholeFileNames(inParts).map((name): PlacedFile => ({
    path: `data/${name}.csv`,
    ...joinCsv(name, joined, archive, out),
  }));
  const placed = joined.flatMap(({ folder, files }) => {
    for (const { path } of files) copyIfChanged(placedPath(folder, path), join(out, path));
    return files;
  });
  const files = [...csv, ...placed, joinSqlite(joined, inParts, archive, out)];
  const about = writeDescriptions(files, archive, out);
  const all = [...files, ...about].sort((a, b) => (a.path < b.path ? -1 : 1));
  removeOthers(out, new Set(all.map(({ path }) => path)));
  return all;
}

/** One CSV file of the whole archive. */
function joinCsv(
  name: DataFileName,
  parts: readonly JoinedPart[],
  archive: ArchiveModel,
  out: string,
): WrittenFile {
  const file = openDigestedFile(join(out, 'data', `${name}.csv`));
  file.append(csvHeader(dataFiles[name]));
  const ofArchive = archiveFileNames.find((one) => one === name);
  const ofRecords = recordFileNames.find((one) => one === name);
  if (ofArchive !== undefined)
    file.append(csvRows(dataFiles[name], archiveFiles[ofArchive](archive)));
  if (ofRecords !== undefined) {
    for (const { folder } of parts) file.appendFile(fragmentPath(folder, ofRecords));
  }
  return file.close();
}

/**
 * The registers in SQLite: in one file with everything else where the archive is not divided, otherwise in a
 * file of their own beside those of the parts, so that a change costs no more than its part.
 */
function joinSqlite(
  [only]: readonly JoinedPart[],
  inParts: boolean,
  archive: ArchiveModel,
  out: string,
): PlacedFile {
  const path = inParts ? registersSqlitePath : wholeSqliteSitePath;
  const file = join(out, path);
  mkdirSync(dirname(file), { recursive: true });
  if (only !== undefined && !inParts) copyFileSync(wholeSqlitePath(only.folder), file);
  const writer =
    only === undefined || inParts
      ? createSqlite(file, wholeFileNames(inParts))
      : extendSqlite(file, archiveFileNames);
  for (const name of archiveFileNames) {
    writer.insert(name, typedRows(typedColumns(dataFiles[name]), archiveFiles[name](archive)));
  }
  writer.close();
  return { path, ...digestFile(file) };
}

const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Writes what describes the data files: `datapackage.json` and JSON Schemas. */
function writeDescriptions(
  files: readonly PlacedFile[],
  { config }: ArchiveModel,
  out: string,
): PlacedFile[] {
  const texts = [
    ['data/datapackage.json', dataPackage(files, config)] as const,
    ...[...jsonSchemas()].map(([file, schema]) => [`data/schema/${file}`, schema] as const),
  ];
  return texts.map(([path, value]) => {
    const file = openDigestedFile(join(out, path));
    file.append(jsonText(value));
    return { path, ...file.close() };
  });
}

/** Folders of `data/` with files of parts. */
const foldersOfParts = ['parquet', 'sqlite', 'parts'];

/** Files of `data/` that an archive has or not, as it is divided. */
const filesOfWhole = ['archive.sqlite', ...recordFileNames.map((name) => `${name}.csv`)];

/** Removes files of parts that are no longer there, and of another division. */
function removeOthers(out: string, kept: ReadonlySet<string>): void {
  const below = foldersOfParts
    .map((name) => `data/${name}`)
    .flatMap((path) => (existsSync(join(out, path)) ? listBelow(out, path) : []));
  for (const path of [...below, ...filesOfWhole.map((name) => `data/${name}`)])
    if (!kept.has(path)) rmSync(join(out, path), { force: true });
}

const listBelow = (out: string, folder: string): string[] =>
  readdirSync(join(out, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? listBelow(out, path) : [path];
  });
