import { parse } from 'csv-parse/sync';
import { unguardFormula } from '../../src/format/formula-guard.ts';
import { isTextField, tableSchema } from '../../src/downloads/table-schema.ts';
import type { DataFile, DataRow } from '../../src/schema/data-files.ts';

/**
 * Rows of a data file as a careful reader gets them from its CSV text with nothing but the published
 * Table Schema and the published rule for guarded text.
 */
export function parseDataFile(file: DataFile<string>, text: string): DataRow[] {
  const { fields } = tableSchema(file);
  const [header, ...records]: string[][] = parse(text, { record_delimiter: '\r\n' });
  const expected = fields.map(({ name }) => name);
  if (header?.join(',') !== expected.join(',')) {
    throw new Error(
      `${file.name}.csv: Unexpected header ${header?.join(',')}, expected ${expected.join(',')}`,
    );
  }
  return records.map((record) =>
    Object.fromEntries(
      fields.map(({ name }, i) => [name, readField(file, name, record[i] ?? '')] as const),
    ),
  );
}

function readField(file: DataFile<string>, name: string, field: string): string | number | null {
  if (field === '') return null;
  const type = tableSchema(file).fields.find((candidate) => candidate.name === name)?.type;
  if (type === 'integer') return Number(field);
  return isTextField(file, name) ? unguardFormula(field) : field;
}
