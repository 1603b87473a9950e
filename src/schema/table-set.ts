import { z } from 'zod';
import { moneyUnitSchema } from './amount.ts';

/** The columns in which a table can print money, the same for every table set. */
export const moneyColumnSchema = z
  .enum([
    'total',
    'current',
    'carryover',
    'general',
    'fund',
    'state_capital',
    'special_account',
    'unit_funds',
    'basic',
    'project',
    'personnel',
    'public',
    'revenue',
    'initial_budget',
    'adjusted_budget',
    'appropriation',
    'superior_subsidy',
    'undertaking',
    'business',
    'subordinate_remittance',
    'other',
    'superior_remittance',
    'subordinate_subsidy',
    'opening',
    'closing',
  ])
  .meta({ id: 'MoneyColumn', description: 'Meaning of a money column, as in lines.csv' });

/** See {@link moneyColumnSchema}. */
export type MoneyColumn = z.infer<typeof moneyColumnSchema>;

/** The two sides of a summary table. */
export const tableSideSchema = z
  .enum(['revenue', 'expenditure'])
  .meta({ description: '收入方或支出方' });

/** See {@link tableSideSchema}. */
export type TableSide = z.infer<typeof tableSideSchema>;

const headerTitlesSchema = z.array(z.string()).min(1).meta({
  description:
    'Printed headers of this column, blanks and quotation marks removed, a printed year (2024年, 2024) written 年',
});

const headerGroupsSchema = z.array(z.string()).optional().meta({
  description:
    'Printed headers that span this column and its neighbours, written like titles; absent = none',
});

const optionalColumnSchema = z.literal(true).optional().meta({
  description: 'true = some documents leave the column out; absent = every document prints it',
});

/** One money column of one table: its meaning and how its header may be printed. */
export const tableColumnSchema = z.strictObject({
  id: moneyColumnSchema,
  side: tableSideSchema
    .nullable()
    .meta({ description: 'Side of a two-sided table; null for one-sided tables' }),
  titles: headerTitlesSchema,
  groups: headerGroupsSchema,
  optional: optionalColumnSchema,
});

/** See {@link tableColumnSchema}. */
export type TableColumn = z.infer<typeof tableColumnSchema>;

/** A column that names the rows instead of printing money. */
export const nameColumnSchema = z.strictObject({
  id: z.enum(['code', 'name', 'name2', 'line']).meta({
    description:
      'code = subject code; name = name of the row; name2 = government economic class; line = printed number of the line (行次), which is not kept',
  }),
  side: tableSideSchema
    .nullable()
    .meta({ description: 'Side of a two-sided table; null for one-sided tables' }),
  titles: headerTitlesSchema,
  groups: headerGroupsSchema,
  optional: optionalColumnSchema,
});

/** See {@link nameColumnSchema}. */
export type NameColumn = z.infer<typeof nameColumnSchema>;

/** A row that the table set prescribes by name. */
export const prescribedRowSchema = z.strictObject({
  side: tableSideSchema
    .nullable()
    .meta({ description: 'Side of a two-sided table; null for one-sided tables' }),
  name: z.string().meta({ description: 'Name of the row, blanks removed' }),
  kind: z
    .enum(['total', 'group', 'line', 'unit'])
    .meta({ description: 'What the row is, as in the record' }),
  titles: headerTitlesSchema.optional().meta({
    description:
      'Printed headers of the row where rows stand side by side (items-across), written like those of columns; absent otherwise',
  }),
});

/** See {@link prescribedRowSchema}. */
export type PrescribedRow = z.infer<typeof prescribedRowSchema>;

/** One statutory table of a set: how to recognise it and what its columns mean. */
export const tableDefinitionSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/u)
    .meta({ description: 'Stable table id, part of permanent anchors' }),
  number: z.int().min(1).meta({ description: 'Number of the table in the set' }),
  name: z.string().meta({ description: 'Standard Chinese title without the year' }),
  titleStems: z.array(z.string()).min(1).meta({
    description:
      'Titles that name this table, without year, table number, blanks, quotation marks and the remark 不含上年结转',
  }),
  layout: z
    .enum([
      'two-sided',
      'by-subject',
      'by-economic-class',
      'two-sided-by-subject',
      'by-item',
      'by-unit',
      'by-project',
      'items-across',
    ])
    .meta({
      description:
        'How its rows are named; items-across = the rows stand side by side above one line of amounts',
    }),
  blocks: z.int().min(2).max(6).optional().meta({
    description:
      'How often all columns stand side by side, each time with further rows; absent = once',
  }),
  moneyUnit: moneyUnitSchema.meta({
    description: 'Measure the set prescribes, used (and said so) where none is printed',
  }),
  nameColumns: z
    .array(nameColumnSchema)
    .min(1)
    .meta({ description: 'Columns that name the rows, in standard order' }),
  columns: z
    .array(tableColumnSchema)
    .min(1)
    .meta({ description: 'Money columns in standard order' }),
  rows: z.array(prescribedRowSchema).optional().meta({
    description:
      'Rows prescribed by name, used to join broken names; other rows may occur; absent = rows are free',
  }),
});

/** See {@link tableDefinitionSchema}. */
export type TableDefinition = z.infer<typeof tableDefinitionSchema>;

/** The tables one province prescribes, kept as data so that another province is another file. */
export const tableSetSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]+$/u)
      .meta({ description: 'Id of the set, e.g. shanxi-13' }),
    name: z.string().meta({ description: 'Name of the set in Chinese' }),
    kind: z
      .enum(['budget', 'final-accounts'])
      .meta({ description: 'Kind of disclosure the set is for' }),
    tables: z
      .array(tableDefinitionSchema)
      .min(1)
      .meta({ description: 'Tables in order of their numbers' }),
  })
  .meta({ id: 'TableSet', description: '报表体系' });

/** See {@link tableSetSchema}. */
export type TableSet = z.infer<typeof tableSetSchema>;
