import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { wholePart } from '../archive/part-of.ts';
import type { PartRecord, PartSink } from '../archive/part-record.ts';
import { disclosureFolder } from '../format/url.ts';
import { dataFileNames, dataFiles } from '../schema/data-files.ts';
import { csvHeader, csvRows } from './csv-text.ts';
import { recordFileNames, recordFiles } from './data-rows.ts';
import type { RecordFileName, RowContext } from './data-rows.ts';
import { digestBytes, digestFile } from './digested-file.ts';
import type { PlacedFile } from './digested-file.ts';
import { gzip } from './gzip.ts';
import { openParquet, parquetNames } from './open-parquet.ts';
import type { ParquetFileWriter } from './open-parquet.ts';
import { createSqlite } from './open-sqlite.ts';
import type { SqliteWriter } from './open-sqlite.ts';
import {
  fragmentPath,
  partDataListPath,
  placedPath,
  wholeSqlitePath,
  type PartDataFiles,
} from './part-data-files.ts';
import { partCsvPath, partParquetPath, partSqlitePath } from './part-paths.ts';
import { tablesWorkbook } from './tables-workbook.ts';
import { typedColumns, typedRows } from './typed-columns.ts';

/** What the data files of a part are made with. */
export interface PartDataOptions extends RowContext {
  /** Id of the part, which names its files; that of the only part leaves them unnamed. */
  readonly part: string;
}

/** Everything of a part that is being written. */
interface OpenPart extends PartDataOptions {
  readonly folder: string;
  /** Descriptors of the CSV fragments. */
  readonly fragments: Readonly<Record<RecordFileName, number>>;
  readonly sqlite: SqliteWriter;
  /** By path in the site. */
  readonly parquet: Map<string, ParquetFileWriter>;
  readonly files: PlacedFile[];
}

const columnsOf = new Map(recordFileNames.map((name) => [name, typedColumns(dataFiles[name])]));

const linesHeader = Buffer.from(csvHeader(dataFiles.lines), 'utf8');

/**
 * Begins the data files of a part in its folder: the CSV fragments that {@link joinData} strings together,
 * Parquet by province and year, SQLite, and for each record `record.json`, `tables.csv` and `tables.xlsx`
 * where the site has them. The same records make the same bytes. Rows are written as they come; the
 * Parquet files alone are in memory, packed.
 */
export function openPartData(folder: string, options: PartDataOptions): PartSink {
  const part = openPart(folder, options);
  return {
    add: (record) => addRecord(part, record),
    close: () => closePart(part),
  };
}

function openPart(folder: string, options: PartDataOptions): OpenPart {
  const whole = options.part === wholePart;
  const sqlite = whole ? wholeSqlitePath(folder) : placedPath(folder, partSqlitePath(options.part));
  for (const path of [sqlite, fragmentPath(folder, 'lines')]) {
    mkdirSync(dirname(path), { recursive: true });
  }
  return {
    ...options,
    folder,
    fragments: Object.fromEntries(
      recordFileNames.map((name) => [name, openSync(fragmentPath(folder, name), 'w')]),
    ) as OpenPart['fragments'],
    sqlite: createSqlite(sqlite, whole ? dataFileNames : recordFileNames),
    parquet: new Map(),
    files: [],
  };
}

/**
 * Writes a file that stands in the site as it is, and lists it; `sha256` where its digest is known. Its
 * folder must be there.
 */
function placeFile(
  { folder, files }: OpenPart,
  path: string,
  bytes: Uint8Array,
  sha256?: string,
): void {
  writeFileSync(placedPath(folder, path), bytes);
  const written = sha256 === undefined ? digestBytes(bytes) : { bytes: bytes.length, sha256 };
  files.push({ path, ...written });
}

/** Makes the folder of a file that stands in the site as it is. */
function makeFolderOf({ folder }: OpenPart, path: string): void {
  mkdirSync(dirname(placedPath(folder, path)), { recursive: true });
}

function addRecord(part: OpenPart, record: PartRecord): void {
  const { disclosure, summary, bytes } = record;
  let lines: Uint8Array = Buffer.alloc(0);
  for (const name of recordFileNames) {
    const rows = recordFiles[name](record, part);
    if (rows.length === 0) continue;
    const csv = Buffer.from(csvRows(dataFiles[name], rows), 'utf8');
    if (name === 'lines') lines = csv;
    writeFileSync(part.fragments[name], csv);
    const typed = typedRows(columnsOf.get(name) ?? [], rows);
    part.sqlite.insert(name, typed);
    if (isParquetName(name)) parquetOf(part, name, record).write(typed);
  }
  const place = disclosureFolder(disclosure).slice(1);
  mkdirSync(placedPath(part.folder, place), { recursive: true });
  placeFile(part, `${place}record.json`, bytes, summary.recordSha256);
  placeFile(part, `${place}tables.csv`, Buffer.concat([linesHeader, lines]));
  placeFile(part, `${place}tables.xlsx`, tablesWorkbook(disclosure));
}

const isParquetName = (name: RecordFileName): name is (typeof parquetNames)[number] =>
  parquetNames.some((one) => one === name);

function parquetOf(
  { part, parquet }: OpenPart,
  name: (typeof parquetNames)[number],
  { disclosure }: PartRecord,
): ParquetFileWriter {
  const path = partParquetPath(part, name, disclosure);
  const file = parquet.get(path) ?? openParquet(name);
  parquet.set(path, file);
  return file;
}

function closePart(part: OpenPart): void {
  const { folder, part: id } = part;
  part.sqlite.close();
  for (const [path, file] of part.parquet) {
    const bytes = file.close();
    if (bytes === null) continue;
    makeFolderOf(part, path);
    placeFile(part, path, bytes);
  }
  for (const fragment of Object.values(part.fragments)) closeSync(fragment);
  if (id !== wholePart) {
    const path = partSqlitePath(id);
    part.files.push({ path, ...digestFile(placedPath(folder, path)) });
    makeFolderOf(part, partCsvPath(id, 'lines'));
    for (const name of recordFileNames) {
      placeFile(
        part,
        partCsvPath(id, name),
        gzipCsv(name, readFileSync(fragmentPath(folder, name))),
      );
      // No file of the whole archive is made of it.
      rmSync(fragmentPath(folder, name));
    }
  }
  const list: PartDataFiles = { part: id, files: part.files };
  writeFileSync(partDataListPath(folder), JSON.stringify(list));
}

/** A fragment with its header line, packed: a CSV file that can be read alone. */
const gzipCsv = (name: RecordFileName, rows: Uint8Array): Uint8Array =>
  gzip(Buffer.concat([Buffer.from(csvHeader(dataFiles[name]), 'utf8'), rows]));
