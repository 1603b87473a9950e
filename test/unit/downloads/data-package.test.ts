import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { dataPackage } from '../../../src/downloads/data-package.ts';
import { archiveFileNames, recordFileNames } from '../../../src/downloads/data-rows.ts';
import { compareText } from '../../../src/archive/order.ts';
import { tableSchema } from '../../../src/downloads/table-schema.ts';
import { dataFileNames, dataFiles } from '../../../src/schema/data-files.ts';
import { z } from 'zod';

/** Files of a site, each with a size and digest of its own. */
const filesOf = (paths: readonly string[]) =>
  paths.map((path, i) => ({ path, bytes: i + 1, sha256: String(i % 10).repeat(64) }));

const tables = dataFileNames.map((name) => `data/${name}.csv`);

/** Files that are in no data package. */
const others = ['data/schema/unit.schema.json', 'units/990101-shili/2024/tables.csv'];

/** The files of an archive that is not divided. */
const whole = filesOf([
  ...others,
  'data/parquet/lines/province=140000/year=2024/part.parquet',
  'data/archive.sqlite',
  ...tables,
]);

const parts = ['1411-2023', '1411-2024'];

/** The files of one that is. */
const divided = filesOf([
  ...others,
  'data/sqlite/registers.sqlite',
  ...parts
    .toReversed()
    .flatMap((part) => [
      `data/sqlite/${part}.sqlite`,
      `data/parquet/lines/province=140000/year=2024/part-${part}.parquet`,
      ...recordFileNames.map((name) => `data/parts/${part}/${name}.csv.gz`),
    ]),
  ...archiveFileNames.map((name) => `data/${name}.csv`),
]);

/** What it asks of every table. */
const tableProperties = {
  name: { type: 'string', pattern: '^[a-z]+$' },
  type: { const: 'table' },
  title: { type: 'string', minLength: 2 },
  description: { type: 'string', minLength: 2 },
  format: { const: 'csv' },
  encoding: { const: 'utf-8' },
  dialect: { type: 'object', required: ['header', 'delimiter', 'lineTerminator'] },
  schema: {
    type: 'object',
    required: ['fields', 'fieldsMatch', 'missingValues'],
    properties: {
      fieldsMatch: { const: 'exact' },
      missingValues: { const: [''] },
      primaryKey: { type: 'array', items: { type: 'string' }, minItems: 1 },
      fields: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['name', 'type', 'description', 'constraints'],
          properties: {
            name: { type: 'string', pattern: '^[a-z][a-z0-9_]*$' },
            type: { enum: ['string', 'integer', 'number', 'date'] },
            description: { type: 'string', minLength: 2 },
            constraints: {
              type: 'object',
              required: ['required'],
              properties: { required: { type: 'boolean' }, enum: { type: 'array' } },
              additionalProperties: false,
            },
          },
          additionalProperties: false,
        },
      },
    },
  },
};

/** What it asks of a table with these properties besides. */
const tableWith = (properties: Readonly<Record<string, object>>) => ({
  type: 'object',
  required: [...Object.keys(tableProperties), ...Object.keys(properties)],
  properties: { ...tableProperties, ...properties },
  additionalProperties: false,
});

/** What it asks of a table in one file. */
const tableProfile = tableWith({
  path: { type: 'string', pattern: '^[a-z]+\\.csv$' },
  mediatype: { const: 'text/csv' },
  bytes: { type: 'integer', minimum: 1 },
  hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
});

/** What it asks of a table in several files. */
const partedProfile = tableWith({
  path: {
    type: 'array',
    minItems: 1,
    items: { type: 'string', pattern: '^parts/[0-9-]+/[a-z]+\\.csv\\.gz$' },
  },
  mediatype: { const: 'application/gzip' },
  compression: { const: 'gz' },
});

/** What it asks of a file in another format. */
const formatProfile = {
  type: 'object',
  required: ['name', 'path', 'title', 'description', 'format', 'mediatype', 'bytes', 'hash'],
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9.-]+$' },
    path: { type: 'string', pattern: '^[a-z0-9=./-]+$' },
    title: { type: 'string', minLength: 2 },
    description: { type: 'string', minLength: 2 },
    format: { enum: ['sqlite', 'parquet', 'csv'] },
    mediatype: { type: 'string', pattern: '^application/[a-z0-9.]+$' },
    compression: { const: 'gz' },
    bytes: { type: 'integer', minimum: 1 },
    hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
  },
  additionalProperties: false,
};

/** What Data Package v2 asks of a tabular package, as far as this archive uses it. */
const profile = {
  type: 'object',
  required: ['$schema', 'name', 'title', 'description', 'resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9-]+$' },
    title: { type: 'string', minLength: 2 },
    description: { type: 'string', minLength: 2 },
    licenses: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' },
          path: { type: 'string', pattern: '^https://' },
          title: { type: 'string' },
        },
        additionalProperties: false,
      },
    },
    resources: {
      type: 'array',
      minItems: 1,
      items: { anyOf: [tableProfile, partedProfile, formatProfile] },
    },
  },
  additionalProperties: false,
};

describe('dataPackage', () => {
  const config = {
    title: '示例档案',
    licence: { name: 'CC BY-SA 4.0', url: 'https://example.org/licence' },
  };
  const descriptor = dataPackage(whole, config);
  const ofDivided = dataPackage(divided, config);

  test.each([descriptor, ofDivided])('has the form of a Data Package v2', (told) => {
    const validate = new Ajv2020({ allErrors: true, strictRequired: false }).compile(profile);
    validate(told);
    expect(validate.errors).toBeNull();
  });

  test('has the name of the archive and the licence of its texts', () => {
    expect(descriptor.title).toBe('示例档案');
    expect(descriptor.licenses[1]).toMatchObject({
      name: 'CC-BY-SA-4.0',
      path: 'https://example.org/licence',
    });
  });

  test.each([
    ['an undivided', descriptor, whole],
    ['a divided', ofDivided, divided],
  ])(
    'lists each file of %s archive once with size and digest; no schema and no record',
    (_, told, files) => {
      const listed = told.resources.flatMap((one) =>
        'hash' in one ? [{ path: `data/${one.path}`, bytes: one.bytes, sha256: one.hash }] : [],
      );
      const expected = files
        .filter(({ path }) => !others.includes(path))
        .map(({ sha256, ...file }) => ({ ...file, sha256: `sha256:${sha256}` }));
      const byPath = (a: { path: string }, b: { path: string }) => compareText(a.path, b.path);
      expect(listed.sort(byPath)).toEqual(expected.sort(byPath));
      const names = told.resources.map(({ name }) => name);
      expect(names.slice(0, dataFileNames.length)).toEqual([...dataFileNames]);
      expect(new Set(names).size).toBe(names.length);
    },
  );

  test('tells the files of all parts as one table, in the order of parts', () => {
    const tables = ofDivided.resources.slice(0, dataFileNames.length);
    expect(tables.map(({ path }) => path)).toEqual(
      dataFileNames.map((name) =>
        archiveFileNames.some((one) => one === name)
          ? `${name}.csv`
          : parts.map((part) => `parts/${part}/${name}.csv.gz`),
      ),
    );
  });

  test('tells the format of each file', () => {
    const told = [descriptor, ofDivided].map(({ resources }) =>
      resources
        .filter((one) => !('schema' in one) && !/(?:^|\/)(?!lines)[a-z]+\.csv\.gz$/u.test(one.path))
        .map(({ title, format, mediatype }) => [title, format, mediatype]),
    );
    const parquet = ['lines，140000，2024（Parquet）', 'parquet', 'application/vnd.apache.parquet'];
    expect(told).toEqual([
      [['全库（SQLite）', 'sqlite', 'application/vnd.sqlite3'], parquet],
      [
        parquet,
        parquet,
        ['lines，1411-2023（CSV，gzip）', 'csv', 'application/gzip'],
        ['lines，1411-2024（CSV，gzip）', 'csv', 'application/gzip'],
        ['1411-2023（SQLite）', 'sqlite', 'application/vnd.sqlite3'],
        ['1411-2024（SQLite）', 'sqlite', 'application/vnd.sqlite3'],
        ['区划与科目（SQLite）', 'sqlite', 'application/vnd.sqlite3'],
      ],
    ]);
  });

  test.each([
    ['missing', filesOf(tables.slice(1)), 'without disclosures.csv'],
    ['there whole and in parts', [...whole, ...divided], 'with disclosures.csv twice'],
  ])('is refused where the CSV of a table is %s', (_, files, problem) => {
    expect(() => dataPackage(files, config)).toThrow(
      `Unexpected data files ${problem}, expected every file once.`,
    );
  });

  test('refers only to columns that are there', () => {
    for (const { name, references = [], primaryKey = [], row } of Object.values(dataFiles)) {
      for (const column of primaryKey) expect(Object.keys(row.shape), name).toContain(column);
      for (const { column, file, to } of references) {
        expect(Object.keys(row.shape), name).toContain(column);
        expect(Object.keys(dataFiles[file].row.shape), file).toContain(to);
      }
    }
  });
});

describe('tableSchema', () => {
  test('takes type, choices and emptiness from the Zod row', () => {
    const fields = tableSchema(dataFiles.projects).fields.filter(({ name }) =>
      ['project_id', 'phase', 'total_yuan'].includes(name),
    );
    expect(fields.map(({ name, type, constraints }) => [name, type, constraints])).toEqual([
      ['project_id', 'string', { required: true }],
      ['phase', 'string', { required: false, enum: ['current', 'carryover'] }],
      ['total_yuan', 'number', { required: false }],
    ]);
    const types = new Map(
      tableSchema(dataFiles.corrections).fields.map(({ name, type }) => [name, type]),
    );
    expect(types.get('corrected_on')).toBe('date');
    expect(tableSchema(dataFiles.lines).fields.find(({ name }) => name === 'row')?.type).toBe(
      'integer',
    );
  });

  test('names keys and references', () => {
    expect(tableSchema(dataFiles.disclosures)).toMatchObject({
      primaryKey: ['disclosure_id'],
      foreignKeys: [
        { fields: ['region_code'], reference: { resource: 'regions', fields: ['region_code'] } },
      ],
    });
  });

  test('refuses a column without a description', () => {
    const file = { ...dataFiles.lines, row: z.strictObject({ code: z.string() }) };
    expect(() => tableSchema(file)).toThrow('lines.csv: code: Unexpected absence of a description');
  });
});
