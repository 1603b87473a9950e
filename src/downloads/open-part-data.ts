import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { wholePart } from '../archive/part-of.ts';
import type { PartRecord, PartSink } from '../archive/part-record.ts';
import { disclosureFolder } from '../format/url.ts';
import { dataFileNames, dataFiles } from '../schema/data-files.ts';
import { csvHeader, csvRows } from './csv-text.ts';
import { recordFileNames, recordFiles } from './data-rows.ts';
import type { RecordFileName, RowContext } from './data-rows.ts';
import { digestBytes, digestFile, openDigestedFile } from './digested-file.ts';
import type { DigestedFileWriter, PlacedFile } from './digested-file.ts';
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
  readonly fragments: ReadonlyMap<RecordFileName, DigestedFileWriter>;
  readonly sqlite: SqliteWriter;
  /** By path in the site. */
  readonly parquet: Map<string, ParquetFileWriter>;
  readonly files: PlacedFile[];
}

const columnsOf = new Map(recordFileNames.map((name) => [name, typedColumns(dataFiles[name])]));

const linesHeader = csvHeader(dataFiles.lines);

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
    fragments: new Map(
      recordFileNames.map((name) => [name, openDigestedFile(fragmentPath(folder, name))]),
    ),
    sqlite: createSqlite(sqlite, whole ? dataFileNames : recordFileNames),
    parquet: new Map(),
    files: [],
  };
}

/** Writes a file that stands in the site as it is, and lists it. */
function placeFile({ folder, files }: OpenPart, path: string, content: Uint8Array | string): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const file = placedPath(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  files.push({ path, ...digestBytes(bytes) });
}

function addRecord(part: OpenPart, record: PartRecord): void {
  const { disclosure, text } = record;
  let lines = '';
  for (const name of recordFileNames) {
    const rows = recordFiles[name](record, part);
    if (rows.length === 0) continue;
    const csv = csvRows(dataFiles[name], rows);
    if (name === 'lines') lines = csv;
    part.fragments.get(name)?.append(csv);
    const typed = typedRows(columnsOf.get(name) ?? [], rows);
    part.sqlite.insert(name, typed);
    if (isParquetName(name)) parquetOf(part, name, record).write(typed);
  }
  const place = disclosureFolder(disclosure).slice(1);
  placeFile(part, `${place}record.json`, text);
  placeFile(part, `${place}tables.csv`, linesHeader + lines);
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
    if (bytes !== null) placeFile(part, path, bytes);
  }
  const fragments = Object.fromEntries(
    [...part.fragments].map(([name, file]) => [name, file.close()]),
  ) as PartDataFiles['fragments'];
  if (id !== wholePart) {
    const path = partSqlitePath(id);
    part.files.push({ path, ...digestFile(placedPath(folder, path)) });
    for (const name of recordFileNames) {
      if (fragments[name].bytes > 0) placeFile(part, partCsvPath(id, name), gzipCsv(folder, name));
    }
  }
  const list: PartDataFiles = { part: id, fragments, files: part.files };
  writeFileSync(partDataListPath(folder), JSON.stringify(list));
}

/** A fragment with its header line, packed: a CSV file that can be read alone. */
const gzipCsv = (folder: string, name: RecordFileName): Uint8Array =>
  gzip(
    Buffer.concat([
      Buffer.from(csvHeader(dataFiles[name]), 'utf8'),
      readFileSync(fragmentPath(folder, name)),
    ]),
  );
