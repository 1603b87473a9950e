import file from '../../content/data-columns.json' with { type: 'json' };
import { z } from 'zod';
import { dataFiles, type DataFileName } from '../schema/data-files.ts';
import { tableSchema } from './table-schema.ts';

/** One column of a data file, explained to Chinese readers. */
export interface DescribedColumn {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'date';
  /** Whether the field can be empty; empty = null. */
  readonly mayBeEmpty: boolean;
  /** In Chinese. */
  readonly explanation: string;
}

/** One data file, explained to Chinese readers. */
export interface DescribedFile {
  readonly name: DataFileName;
  readonly title: string;
  /** What one row is, in Chinese. */
  readonly about: string;
  readonly columns: readonly DescribedColumn[];
}

const notesSchema = z.strictObject({
  everywhere: z.record(z.string(), z.string()),
  files: z.record(
    z.string(),
    z.strictObject({ about: z.string(), columns: z.record(z.string(), z.string()) }),
  ),
});

/**
 * A data file with its columns in order, explained from content/data-columns.json.
 * @throws when a column of the file has no explanation there.
 */
export function describeColumns(name: DataFileName): DescribedFile {
  const { everywhere, files } = notesSchema.parse(file);
  const notes = files[name];
  return {
    name,
    title: dataFiles[name].title,
    about: notes?.about ?? '',
    columns: tableSchema(dataFiles[name]).fields.map((field) => {
      const explanation = notes?.columns[field.name] ?? everywhere[field.name];
      if (explanation === undefined) {
        throw new Error(
          `content/data-columns.json: files.${name}.columns: Unexpected absence of ${field.name}, expected its explanation. Add it.`,
        );
      }
      return {
        name: field.name,
        type: field.type,
        mayBeEmpty: !field.constraints.required,
        explanation,
      };
    }),
  };
}
