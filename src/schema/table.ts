import { z } from 'zod';
import { isReadingOf } from '../money/fen.ts';
import { fenSchema, moneyUnitSchema } from './amount.ts';
import { placeSchema } from './place.ts';
import { moneyColumnSchema, tableSideSchema } from './table-set.ts';

/**
 * One money cell that prints something. A column of the table without a cell in a row prints
 * nothing there (null); a cell with fen 0 prints zero.
 */
export const cellSchema = z
  .strictObject({
    column: moneyColumnSchema,
    printed: z.string().max(80).meta({ description: 'The cell exactly as the source prints it' }),
    read: z.string().max(80).optional().meta({
      description:
        'The repaired text the amount is read from; present only where a correction applies',
    }),
    fen: fenSchema,
    place: placeSchema,
    correction: z
      .string()
      .optional()
      .meta({ description: 'Id of the correction that repairs this cell' }),
  })
  .meta({ id: 'Cell', description: 'A money cell that prints an amount' });

/** See {@link cellSchema}. */
export type Cell = z.infer<typeof cellSchema>;

/** One row of a statutory table, in the order of the document. */
export const rowSchema = z
  .strictObject({
    row: z
      .int()
      .min(1)
      .meta({ description: 'Number of the row within its table, from 1, in document order' }),
    side: tableSideSchema
      .nullable()
      .meta({ description: 'Side of a two-sided table; null otherwise' }),
    kind: z.enum(['total', 'group', 'line', 'unit']).meta({
      description:
        'total = a 合计/总计 row; group = a subtotal that its lines add up to; line = a line; unit = a subtotal of a unit',
    }),
    code: z
      .string()
      .regex(/^\d{3,9}$/u)
      .nullable()
      .meta({ description: 'Subject code as printed; null = the table prints none here' }),
    name: z
      .string()
      .max(300)
      .meta({ description: 'Name of the row, blanks of the layout removed' }),
    name2: z.string().max(300).nullable().meta({
      description:
        'Government economic class (政府预算支出经济科目) beside the name; null = none printed',
    }),
    cells: z
      .array(cellSchema)
      .meta({ description: 'The cells that print an amount, in column order' }),
    place: placeSchema,
    correction: z.string().optional().meta({
      description: 'Id of the correction that repairs the name, code or order of this row',
    }),
  })
  .meta({ id: 'Row' });

/** See {@link rowSchema}. */
export type Row = z.infer<typeof rowSchema>;

/** One statutory table as it stands in the document. */
export const tableSchema = z
  .strictObject({
    id: z.string().max(100).meta({ description: 'Table id within the table set' }),
    title: z.string().max(300).meta({ description: 'Title as printed' }),
    moneyUnit: moneyUnitSchema,
    moneyUnitFrom: z.enum(['printed', 'table-set']).meta({
      description:
        'Whether the measure is printed with the table or is that of the table set because none is printed',
    }),
    status: z.enum(['filled', 'printed-empty']).meta({
      description:
        'filled = at least one amount is printed; printed-empty = the table is there without an amount',
    }),
    note: z
      .string()
      .max(200)
      .nullable()
      .meta({ description: 'Note under the table such as 注：本表无数据; null = none' }),
    columns: z
      .array(moneyColumnSchema)
      .min(1)
      .meta({ description: 'Money columns the table has, in printed order' }),
    rows: z.array(rowSchema).meta({ description: 'Rows in document order' }),
    place: placeSchema.meta({ description: 'Where the title is printed' }),
  })
  .superRefine((table, context) => {
    table.rows.forEach((row, r) => {
      row.cells.forEach((cell, c) => {
        if (!isReadingOf(cell.fen, cell.read ?? cell.printed, table.moneyUnit)) {
          context.addIssue({
            code: 'custom',
            path: ['rows', r, 'cells', c, 'fen'],
            message: 'fen is not what is printed',
          });
        }
      });
    });
  })
  .meta({ id: 'Table', description: '报表' });

/** See {@link tableSchema}. */
export type Table = z.infer<typeof tableSchema>;
