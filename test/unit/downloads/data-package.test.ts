import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { dataPackage } from '../../../src/downloads/data-package.ts';
import { tableSchema } from '../../../src/downloads/table-schema.ts';
import { dataFileNames, dataFiles } from '../../../src/schema/data-files.ts';
import { z } from 'zod';

const digest = (i: number) => ({ bytes: i + 1, sha256: String(i).repeat(64) });

const tables = dataFileNames.map((name, i) => ({ path: `data/${name}.csv`, ...digest(i) }));

const formats = [
  'data/archive.sqlite',
  'data/parquet/lines/province=140000/year=2024/part-1411-2024.parquet',
  'data/parts/1411-2024/lines.csv.gz',
  'data/sqlite/1411-2024.sqlite',
  'data/sqlite/registers.sqlite',
];

const written = [
  ...formats.toReversed().map((path, i) => ({ path, ...digest(i) })),
  ...tables,
  { path: 'data/schema/unit.schema.json', ...digest(8) },
  { path: 'units/990101-shili/2024/tables.xlsx', ...digest(9) },
];

/** What it asks of a CSV file. */
const tableProfile = {
  type: 'object',
  required: [
    'name',
    'type',
    'path',
    'title',
    'description',
    'format',
    'mediatype',
    'encoding',
    'bytes',
    'hash',
    'dialect',
    'schema',
  ],
  properties: {
    name: { type: 'string', pattern: '^[a-z]+$' },
    type: { const: 'table' },
    path: { type: 'string', pattern: '^[a-z]+\\.csv$' },
    title: { type: 'string', minLength: 2 },
    description: { type: 'string', minLength: 2 },
    format: { const: 'csv' },
    mediatype: { const: 'text/csv' },
    encoding: { const: 'utf-8' },
    dialect: { type: 'object', required: ['header', 'delimiter', 'lineTerminator'] },
    bytes: { type: 'integer', minimum: 1 },
    hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
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
  },
  additionalProperties: false,
};

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
      items: { anyOf: [tableProfile, formatProfile] },
    },
  },
  additionalProperties: false,
};

describe('dataPackage', () => {
  const config = {
    title: '示例档案',
    licence: { name: 'CC BY-SA 4.0', url: 'https://example.org/licence' },
  };
  const descriptor = dataPackage(written, config);

  test('has the form of a Data Package v2', () => {
    const validate = new Ajv2020({ allErrors: true, strictRequired: false }).compile(profile);
    validate(descriptor);
    expect(validate.errors).toBeNull();
  });

  test('has the name of the archive and the licence of its texts', () => {
    expect(descriptor.title).toBe('示例档案');
    expect(descriptor.licenses[1]).toMatchObject({
      name: 'CC-BY-SA-4.0',
      path: 'https://example.org/licence',
    });
  });

  test('lists every CSV file, then those in other formats, with size and digest; no schema and no record', () => {
    const listed = [...tables, ...formats.map((path, i) => ({ path, ...digest(4 - i) }))];
    expect(descriptor.resources.map(({ path, bytes, hash }) => [path, bytes, hash])).toEqual(
      listed.map(({ path, bytes, sha256 }) => [
        path.replace('data/', ''),
        bytes,
        `sha256:${sha256}`,
      ]),
    );
    const names = descriptor.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('tells the format of each file', () => {
    const told = descriptor.resources
      .filter((resource) => !('schema' in resource))
      .map(({ title, format, mediatype }) => [title, format, mediatype]);
    expect(told).toEqual([
      ['全库（SQLite）', 'sqlite', 'application/vnd.sqlite3'],
      ['lines，140000，2024（Parquet）', 'parquet', 'application/vnd.apache.parquet'],
      ['lines，1411-2024（CSV，gzip）', 'csv', 'application/gzip'],
      ['1411-2024（SQLite）', 'sqlite', 'application/vnd.sqlite3'],
      ['区划与科目（SQLite）', 'sqlite', 'application/vnd.sqlite3'],
    ]);
  });

  test('is refused where a CSV file is missing', () => {
    expect(() => dataPackage(tables.slice(1), config)).toThrow(
      'Unexpected data files without disclosures.csv',
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
