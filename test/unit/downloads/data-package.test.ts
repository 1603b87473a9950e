import Ajv2020 from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { dataPackage } from '../../../src/downloads/data-package.ts';
import { tableSchema } from '../../../src/downloads/table-schema.ts';
import { dataFileNames, dataFiles } from '../../../src/schema/data-files.ts';
import type { DataFileName } from '../../../src/schema/data-files.ts';
import { z } from 'zod';

const written = Object.fromEntries(
  dataFileNames.map((name, i) => [name, { bytes: i + 1, sha256: String(i).repeat(64) }]),
) as Record<DataFileName, { bytes: number; sha256: string }>;

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
      items: {
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
      },
    },
  },
  additionalProperties: false,
};

describe('dataPackage', () => {
  const descriptor = dataPackage(written, {
    title: '示例档案',
    licence: { name: 'CC BY-SA 4.0', url: 'https://example.org/licence' },
  });

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

  test('lists every file with the size and digest it was written with', () => {
    expect(
      descriptor.resources.map(({ name, path, bytes, hash }) => [name, path, bytes, hash]),
    ).toEqual(
      dataFileNames.map((name, i) => [
        name,
        `${name}.csv`,
        i + 1,
        `sha256:${String(i).repeat(64)}`,
      ]),
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
