import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ArchiveModel, UnitYear } from '../archive/model.ts';
import { readRecord } from '../archive/read-record.ts';
import { dataFiles } from '../schema/data-files.ts';
import type { DataFileName, DataRow } from '../schema/data-files.ts';
import { typedColumns, typedValue } from './typed-columns.ts';
import { recordFiles } from './write-data-files.ts';

/** The data files that are worth a column store. */
export const parquetNames = [
  'lines',
  'projects',
  'indicators',
] as const satisfies readonly DataFileName[];

/** Rows of a data file as Parquet: amounts as INT64 in 分, null where the document prints nothing. */
function parquetBytes(name: DataFileName, rows: readonly DataRow[]): Uint8Array {
  const columnData = typedColumns(dataFiles[name]).map((column) => ({
    name: column.name,
    type: column.type === 'integer' ? ('INT64' as const) : ('STRING' as const),
    nullable: true,
    data: rows.map((row) => {
      const value = typedValue(column, row);
      return typeof value === 'number' ? BigInt(value) : value;
    }),
  }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

const partitionOf = ({ regionCode, year }: UnitYear): string =>
  `province=${regionCode.slice(0, 2)}0000/year=${year}`;

/**
 * Writes lines, projects and indicators as Parquet below a folder, partitioned by province and year as
 * `lines/province=140000/year=2024/part.parquet`. One partition is in memory at a time. Returns the paths
 * below the folder, sorted.
 */
export function writeParquet(archive: ArchiveModel, folder: string): string[] {
  const partitions = Map.groupBy(archive.unitYears, partitionOf);
  const files: string[] = [];
  for (const [partition, unitYears] of partitions) {
    const rows = new Map<DataFileName, DataRow[]>(parquetNames.map((name) => [name, []]));
    for (const unitYear of unitYears) {
      const disclosure = readRecord(unitYear);
      for (const name of parquetNames) {
        rows.get(name)?.push(...(recordFiles[name]?.(disclosure, null) ?? []));
      }
    }
    for (const [name, made] of rows) {
      if (made.length === 0) continue;
      const file = `${name}/${partition}/part.parquet`;
      mkdirSync(join(folder, name, partition), { recursive: true });
      writeFileSync(join(folder, file), parquetBytes(name, made));
      files.push(file);
    }
  }
  return files.sort();
}
