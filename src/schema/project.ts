import { z } from 'zod';

/** A project of the disclosure: a row of 表12 or 表13, a form, or both linked. */
export const projectSchema = z
  .strictObject({
    n: z
      .int()
      .min(1)
      .meta({ description: 'Number of the project in the disclosure, given once, never reused' }),
    slug: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
      .max(80)
      .meta({ description: 'ASCII part of the permanent anchor, given once' }),
    name: z
      .string()
      .max(300)
      .meta({ description: 'Name as the table prints it, or the form where there is no row' }),
    formName: z
      .string()
      .max(300)
      .nullable()
      .meta({ description: 'Name as the form prints it; null = no form or name lost' }),
    phase: z
      .enum(['current', 'carryover'])
      .nullable()
      .meta({ description: 'current = 表12, carryover = 表13; null = found only in a form' }),
    tableId: z
      .string()
      .max(100)
      .nullable()
      .meta({ description: 'Table of its row; null = no row' }),
    row: z.int().nullable().meta({ description: 'Number of its row in that table; null = no row' }),
    form: z.int().nullable().meta({ description: 'Number of its form; null = no form' }),
    link: z.enum(['same-name', 'similar-name', 'same-amount', 'correction']).nullable().meta({
      description: 'Why row and form are taken to be one project; null = nothing is linked',
    }),
    subjectCode: z
      .string()
      .regex(/^\d{3,7}$/u)
      .nullable()
      .meta({ description: 'Functional subject of the project; null = the document does not say' }),
  })
  .meta({ id: 'Project', description: '项目' });

/** See {@link projectSchema}. */
export type Project = z.infer<typeof projectSchema>;
