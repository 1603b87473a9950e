import { wholePart } from '../archive/part-of.ts';
import type { Disclosure } from '../schema/disclosure.ts';

/** Path of the SQLite file of an archive that is not divided, below the root of the site. */
export const wholeSqliteSitePath = 'data/archive.sqlite';

/** Path of the SQLite file of the registers of a divided archive, below the root of the site. */
export const registersSqlitePath = 'data/sqlite/registers.sqlite';

/** Path of the SQLite file of one part of a divided archive, below the root of the site. */
export const partSqlitePath = (part: string): string => `data/sqlite/${part}.sqlite`;

/** Path of a packed CSV file of one part of a divided archive, below the root of the site. */
export const partCsvPath = (part: string, name: string): string =>
  `data/parts/${part}/${name}.csv.gz`;

/**
 * Path of a Parquet file of one part, below the root of the site: in the folder of the province and the year
 * of its rows, as tools that know Hive partitions expect. The part names the file; that of an archive that
 * is not divided is `part.parquet`.
 * @example partParquetPath('1411-2024', 'lines', { regionCode: '141102', year: 2024 }) // 'data/parquet/lines/province=140000/year=2024/part-1411-2024.parquet'
 */
export function partParquetPath(
  part: string,
  name: string,
  { regionCode, year }: Pick<Disclosure, 'regionCode' | 'year'>,
): string {
  const file = part === wholePart ? 'part' : `part-${part}`;
  return `data/parquet/${name}/province=${regionCode.slice(0, 2)}0000/year=${year}/${file}.parquet`;
}
