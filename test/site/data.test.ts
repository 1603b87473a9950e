import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readContent } from '../../scripts/lib/read-content.ts';
import type { DataPackage } from '../../src/downloads/data-package.ts';
import { archiveFiles, recordFiles } from '../../src/downloads/data-rows.ts';
import { lineRows } from '../../src/downloads/record-rows.ts';
import { disclosureFolder } from '../../src/format/url.ts';
import { dataFileNames, dataFiles } from '../../src/schema/data-files.ts';
import type { DataFileName, DataRow } from '../../src/schema/data-files.ts';
import { elementsById, parsePage } from '../lib/html-query.ts';
import { partRecords, regionNames } from '../support/part-records.ts';
import { parseDataFile } from '../support/parse-data-file.ts';

const archives = [
  ['the archive', 'content', inject('siteDir')],
  ['the example archive', 'test/fixtures/site/content', inject('exampleDir')],
] as const;

describe.each(archives)('the data files of %s', (_, content, site) => {
  const archive = readContent(resolve(content));
  const read = (file: string): string => readFileSync(join(site, file), 'utf8');
  const rowsIn = (name: DataFileName): DataRow[] =>
    parseDataFile(dataFiles[name], read(`data/${name}.csv`));

  test('parse back to the model and to every record', () => {
    for (const [name, rowsOf] of Object.entries(archiveFiles)) {
      expect(rowsIn(name as DataFileName), name).toEqual(rowsOf(archive));
    }
    const records = partRecords(resolve(content));
    const regionName = regionNames(resolve(content));
    for (const [name, rowsOf] of Object.entries(recordFiles)) {
      const rows = records.flatMap((record) => rowsOf(record, { regionName }));
      expect(rowsIn(name as DataFileName), name).toEqual(rows);
    }
  });

  test('have the size and digest their data package says', () => {
    const { resources } = JSON.parse(read('data/datapackage.json')) as DataPackage;
    const names = resources.map(({ name }) => name);
    expect(names.slice(0, dataFileNames.length)).toEqual([...dataFileNames]);
    expect(new Set(names).size).toBe(names.length);
    for (const { path, bytes, hash } of resources.filter((one) => 'hash' in one)) {
      const file = readFileSync(join(site, 'data', path));
      const digest = createHash('sha256').update(file).digest('hex');
      expect([path, file.length, `sha256:${digest}`]).toEqual([path, bytes, hash]);
    }
  });

  test('keep their promise that keys name one row and references lead somewhere', () => {
    for (const { name, primaryKey, references = [] } of Object.values(dataFiles)) {
      const rows = rowsIn(name);
      const keys = rows.map((row) => JSON.stringify(primaryKey?.map((column) => row[column])));
      if (primaryKey !== undefined) expect(new Set(keys).size, name).toBe(rows.length);
      for (const { column, file, to } of references) {
        const known = new Set(rowsIn(file).map((row) => row[to]));
        expect(
          rows.filter((row) => !known.has(row[column] ?? null)),
          `${name}.${column}`,
        ).toEqual([]);
      }
    }
  });

  test('point at pages and anchors that are there', () => {
    const anchors = new Map<string, ReadonlySet<string>>();
    const leadsSomewhere = (url: string): boolean => {
      const [path = '', anchor] = url.split('#');
      const page = join(site, path, 'index.html');
      if (!existsSync(page)) return false;
      if (anchor === undefined) return true;
      const known =
        anchors.get(path) ?? new Set(elementsById(parsePage(readFileSync(page, 'utf8'))).keys());
      anchors.set(path, known);
      return known.has(anchor);
    };
    for (const name of dataFileNames) {
      if (!('url' in dataFiles[name].row.shape)) continue;
      const lost = rowsIn(name).filter((row) => !leadsSomewhere(String(row['url'])));
      expect(lost.slice(0, 5), name).toEqual([]);
    }
  });

  test('give each disclosure its record as committed and its tables', () => {
    for (const { disclosure, bytes } of partRecords(resolve(content))) {
      const folder = disclosureFolder(disclosure);
      expect(read(`${folder}record.json`), folder).toBe(Buffer.from(bytes).toString('utf8'));
      expect(parseDataFile(dataFiles.lines, read(`${folder}tables.csv`)), folder).toEqual(
        lineRows(disclosure),
      );
    }
  });
});
