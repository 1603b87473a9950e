import { z } from 'zod';
import { placeSchema } from './place.ts';

/** The result of one check on one place: what both sides say and how far apart they are. */
export const findingSchema = z
  .strictObject({
    disclosureId: z.string(),
    checkId: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
    result: z.enum(['pass', 'difference', 'rounding', 'not-applicable', 'undecidable']),
    tableId: z.string().nullable().meta({ description: 'Table to look at; null = not in a table' }),
    row: z
      .int()
      .nullable()
      .meta({ description: 'Row of that table; null = the whole table or no table' }),
    column: z.string().nullable().meta({ description: 'Column of that row; null = the whole row' }),
    place: placeSchema
      .nullable()
      .meta({ description: 'Place in the source; null = nothing is printed to point at' }),
    leftLabel: z.string().max(200),
    leftFen: z.int().nullable(),
    rightLabel: z.string().max(200),
    rightFen: z.int().nullable(),
    differenceFen: z
      .int()
      .nullable()
      .meta({
        description: 'left − right in 分; null = not a matter of money or a side is missing',
      }),
    message: z
      .string()
      .max(600)
      .meta({ description: 'The fact in Chinese, neutral, with both sides and the difference' }),
    projectN: z.int().nullable().meta({ description: 'Project concerned; null = none' }),
  })
  .meta({ id: 'Finding', description: '核对结果' });

/** See {@link findingSchema}. */
export type Finding = z.infer<typeof findingSchema>;
