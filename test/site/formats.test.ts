import { readFileSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strFromU8, unzipSync } from 'fflate';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, inject, test } from 'vitest';
import { readRecord } from '../../src/archive/read-record.ts';
import { typedColumns, typedValue } from '../../src/downloads/typed-columns.ts';
import { parquetNames } from '../../src/downloads/open-parquet.ts';
import { unitYearPath } from '../../src/format/url.ts';
import { dataFileNames, dataFiles } from '../../src/schema/data-files.ts';
import type { DataFileName } from '../../src/schema/data-files.ts';
import { readDataDay } from '../../scripts/lib/data-day.ts';
import { readContent } from '../../scripts/lib/read-content.ts';
import { listFiles } from '../../scripts/lib/site-links.ts';
import { parseDataFile } from '../support/parse-data-file.ts';

const archives = [
  ['the archive', resolve('content'), inject('siteDir')],
  ['the example archive', resolve('test/fixtures/site/content'), inject('exampleDir')],
] as const;

describe.each(archives)('%s in more formats', (_name, content, site) => {
  const data = join(site, 'data');

  /** Rows of a CSV file with the types the other formats have. */
  const typedRows = (name: DataFileName) => {
    const file = dataFiles[name];
    return parseDataFile(file, readFileSync(join(data, `${name}.csv`), 'utf8')).map((row) =>
      Object.fromEntries(
        typedColumns(file).map((column) => [column.name, typedValue(column, row)]),
      ),
    );
  };
  const asText = (rows: readonly object[]): string[] =>
    rows
      .map((row) =>
        JSON.stringify(row, (_, value: unknown) =>
          typeof value === 'bigint' ? Number(value) : value,
        ),
      )
      .sort();

  test('SQLite answers with the rows of every CSV file, amounts in 分', () => {
    const database = new DatabaseSync(join(data, 'archive.sqlite'), { readOnly: true });
    for (const name of dataFileNames) {
      const rows = database.prepare(`SELECT * FROM "${name}"`).all();
      expect(asText(rows), name).toEqual(asText(typedRows(name)));
    }
    const check = database.prepare('PRAGMA integrity_check').get();
    database.close();
    expect(Object.values(check ?? {})).toEqual(['ok']);
  });

  test('Parquet reads back to the same rows, each in the partition of its province and year', async () => {
    const files = (await listFiles(data)).filter((file) => file.endsWith('.parquet'));
    for (const name of parquetNames) {
      const rows: Record<string, unknown>[] = [];
      for (const file of files.filter((one) => one.startsWith(`parquet/${name}/`))) {
        const bytes = readFileSync(join(data, file));
        const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
        const part = await parquetReadObjects({ file: buffer });
        const [, province, year] = /province=(\d\d)0000\/year=(\d{4})\//u.exec(file) ?? [];
        for (const { disclosure_id: id } of part) {
          expect(String(id), file).toMatch(new RegExp(`^${province}\\d{4}-.*-${year}-`, 'u'));
        }
        rows.push(...part);
      }
      expect(asText(rows), name).toEqual(asText(typedRows(name)));
    }
  });

  test('every workbook has a sheet for each table, every amount, and no formula', () => {
    for (const unitYear of readContent(content).unitYears) {
      const { tables } = readRecord(unitYear);
      const file = join(site, unitYearPath(unitYear.unitId, unitYear.year), 'tables.xlsx');
      const parts = unzipSync(readFileSync(file));
      const sheets = Object.entries(parts).filter(([name]) => /worksheets\/.*\.xml$/u.test(name));
      expect(sheets).toHaveLength(tables.length);
      const xml = sheets.map(([, bytes]) => strFromU8(bytes)).join('');
      expect(xml).not.toContain('<f>');
      const cells = tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
      const rows = tables.flatMap((table) => table.rows);
      const numbers = [...xml.matchAll(/<v>(-?\d+(?:\.\d+)?)<\/v>/gu)].length;
      expect(numbers).toBeGreaterThanOrEqual(cells.length + rows.length);
    }
  });

  test('the page of data tells size, digest and date of each CSV file', () => {
    const html = readFileSync(join(data, 'index.html'), 'utf8');
    const day = readDataDay(readContent(content)) ?? '';
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
    for (const name of dataFileNames) {
      const file = readFileSync(join(data, `${name}.csv`));
      const digest = createHash('sha256').update(file).digest('hex');
      expect(html, name).toContain(
        `data-file="${name}">${file.length} 字节，数据截至 <time datetime="${day}">${day}</time><br>SHA-256 <span class="mono">${digest}</span>`,
      );
    }
  });

  test('the page of data lists each file with its size and digest', async () => {
    const html = readFileSync(join(data, 'index.html'), 'utf8');
    const files = (await listFiles(data)).filter((file) => /\.(?:sqlite|parquet)$/u.test(file));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const path = join(data, file);
      const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
      expect(html).toContain(`/data/${file}"`);
      expect(html).toContain(
        `，${statSync(path).size} 字节<br><span class="mono">${digest}</span>`,
      );
    }
  });
});
