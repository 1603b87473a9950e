import { z } from 'zod';
import type { DataFile } from '../schema/data-files.ts';
import { columnsOf } from '../schema/data-files.ts';

/** A field of a Table Schema (Data Package v2). */
export interface TableField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'date';
  readonly description: string;
  readonly constraints: {
    readonly required: boolean;
    readonly enum?: readonly string[];
  };
}

/** A Table Schema (Data Package v2). */
export interface TableSchema {
  readonly fields: readonly TableField[];
  readonly fieldsMatch: 'exact';
  readonly missingValues: readonly [''];
  readonly primaryKey?: readonly string[];
  readonly foreignKeys?: readonly object[];
}

/**
 * The Table Schema of a data file, made from its Zod row. A required field is never empty; an
 * empty optional one is null.
 * @throws when a column has no description.
 */
export function tableSchema(file: DataFile<string>): TableSchema {
  return {
    fields: columnsOf(file).map((column) => tableField(file, column)),
    fieldsMatch: 'exact',
    missingValues: [''],
    ...(file.primaryKey === undefined ? {} : { primaryKey: file.primaryKey }),
    ...(file.references === undefined
      ? {}
      : {
          foreignKeys: file.references.map(({ column, file: resource, to }) => ({
            fields: [column],
            reference: { resource, fields: [to] },
          })),
        }),
  };
}

/** Whether a column holds free text, which the formula guard covers; a choice of texts is not free. */
export function isTextField(file: DataFile<string>, column: string): boolean {
  const { type, constraints } = tableField(file, column);
  return type === 'string' && constraints.enum === undefined;
}

function tableField(file: DataFile<string>, column: string): TableField {
  const schema: unknown = file.row.shape[column];
  if (!(schema instanceof z.ZodType))
    throw new Error(`${file.name}.csv: Unexpected column ${column}`);
  const value = schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
  const description = schema.meta()?.description ?? value.meta()?.description;
  if (description === undefined) {
    throw new Error(
      `${file.name}.csv: ${column}: Unexpected absence of a description, expected one in the schema`,
    );
  }
  const required = !(schema instanceof z.ZodNullable);
  const choices = value instanceof z.ZodEnum ? value.options.map(String) : undefined;
  return {
    name: column,
    type: fieldType(value, schema.meta()?.['format']),
    description,
    constraints: { required, ...(choices === undefined ? {} : { enum: choices }) },
  };
}

function fieldType(value: z.ZodType, format: unknown): TableField['type'] {
  if (value instanceof z.ZodNumber) return 'integer';
  if (format === 'decimal') return 'number';
  return value instanceof z.ZodISODate ? 'date' : 'string';
}
