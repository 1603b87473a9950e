import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../../../scripts/build-data.ts';
import { readContent } from '../../../scripts/lib/read-content.ts';
import type { DataPackage } from '../../../src/downloads/data-package.ts';
import { archiveFiles, recordFiles } from '../../../src/downloads/data-rows.ts';
import { lineRows } from '../../../src/downloads/record-rows.ts';
import { dataFileNames, dataFiles } from '../../../src/schema/data-files.ts';
import { exampleRecords } from '../../support/example-records.ts';
import {
  copyExampleContent,
  exampleContent,
  temporaryFolder,
} from '../../support/example-content.ts';
import { partRecords, regionNames } from '../../support/part-records.ts';
import { parseDataFile } from '../../support/parse-data-file.ts';

let out = '';
const printed: string[] = [];
const read = (file: string): string => readFileSync(join(out, file), 'utf8');

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'archive-data-'));
  await run(['--content', exampleContent, '--out', out], { print: (line) => printed.push(line) });
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

test('every data file has its rows from either the records or the model', () => {
  expect([...Object.keys(recordFiles), ...Object.keys(archiveFiles)].sort()).toEqual(
    [...dataFileNames].sort(),
  );
});

describe('the data files of the example archive', () => {
  test('are all there, and counted', () => {
    const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(printed).toEqual([`${files.length} data files of 6 records written to ${out}`]);
    expect(readdirSync(join(out, 'data')).sort()).toEqual(
      [
        ...dataFileNames.map((name) => `${name}.csv`),
        ...['archive.sqlite', 'datapackage.json', 'parquet', 'schema'],
      ].sort(),
    );
  });

  test('have the size and digest the data package says', () => {
    const { resources } = JSON.parse(read('data/datapackage.json')) as DataPackage;
    for (const { path, bytes, hash } of resources.filter((one) => 'hash' in one)) {
      const content = readFileSync(join(out, 'data', path));
      expect([
        path,
        content.length,
        `sha256:${createHash('sha256').update(content).digest('hex')}`,
      ]).toEqual([path, bytes, hash]);
    }
  });

  test('begin without a byte order mark, end every line with CR LF, and hold no bare formula', () => {
    for (const name of dataFileNames) {
      const text = read(`data/${name}.csv`);
      expect(text.charCodeAt(0), name).not.toBe(0xfeff);
      expect(text.replaceAll('\r\n', '').includes('\n'), name).toBe(false);
      expect(/(?:^|,)"?(?:=(?!,)|@)/mu.test(text), name).toBe(false);
    }
  });

  test('hold every row of every record, in the order of ids', () => {
    const records = partRecords(exampleContent);
    expect(records.map(({ disclosure }) => disclosure.id)).toEqual(
      exampleRecords()
        .map(({ id }) => id)
        .sort(),
    );
    const regionName = regionNames(exampleContent);
    for (const [name, rowsOf] of Object.entries(recordFiles)) {
      const file = dataFiles[name as keyof typeof dataFiles];
      expect(parseDataFile(file, read(`data/${name}.csv`)), name).toEqual(
        records.flatMap((record) => rowsOf(record, { regionName })),
      );
    }
  });

  test('hold every row of the model', () => {
    const archive = readContent(exampleContent);
    for (const [name, rowsOf] of Object.entries(archiveFiles)) {
      const file = dataFiles[name as keyof typeof dataFiles];
      const rows = rowsOf(archive);
      for (const row of rows) expect(file.row.parse(row)).toEqual(row);
      expect(parseDataFile(file, read(`data/${name}.csv`)), name).toEqual(rows);
    }
  });

  test('print the totals of a unit-year exactly and leave empty what is not printed', () => {
    const rows = parseDataFile(dataFiles.disclosures, read('data/disclosures.csv'));
    expect(
      rows.map((row) => [row['revenue_total_yuan'], row['carryover_yuan'], row['projects']]),
    ).toEqual([
      ['500000', null, 1],
      ['500000', null, 1],
      ['150000', null, 1],
      ['2000000', null, 1],
      ['2500000', '500000', 4],
      ['500000', null, 2],
    ]);
  });

  test('give each unit and year its record, unchanged, and its tables', () => {
    for (const record of exampleRecords()) {
      const folder = `units/${record.unitId}/${record.year}`;
      expect(JSON.parse(read(`${folder}/record.json`))).toEqual(record);
      expect(parseDataFile(dataFiles.lines, read(`${folder}/tables.csv`))).toEqual(
        lineRows(record),
      );
    }
  });

  test('come with JSON Schemas that every record meets and a malformed one does not', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const validate = ajv.compile(JSON.parse(read('data/schema/disclosure.schema.json')) as object);
    for (const record of exampleRecords()) {
      validate(JSON.parse(JSON.stringify(record)));
      expect(validate.errors, record.id).toBeNull();
    }
    expect(validate({ ...exampleRecords()[0], year: '2024' })).toBe(false);
  });
});

test('an empty archive is refused', async () => {
  const content = copyExampleContent();
  rmSync(join(content, 'disclosures'), { recursive: true });
  const args = ['--content', content, '--out', temporaryFolder()];
  await expect(run(args, { print: () => undefined })).rejects.toThrow(
    'content/disclosures: Unexpected empty archive, expected at least one record.',
  );
});
