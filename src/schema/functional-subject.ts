import { z } from 'zod';

/** A functional subject (功能科目), its name taken from the documents that print it. */
export const functionalSubjectSchema = z
  .strictObject({
    code: z
      .string()
      .regex(/^\d{3}(?:\d{2}){0,2}$/u)
      .meta({ description: '类 3, 款 5 or 项 7 digits' }),
    name: z.string().max(100).meta({ description: 'Name most documents print for the code' }),
    level: z.enum(['class', 'section', 'item']).meta({ description: '类, 款, 项' }),
    parent: z.string().nullable().meta({ description: 'Code one level up; null for 类' }),
    names: z
      .array(
        z.strictObject({
          name: z.string().meta({ description: 'A printed name' }),
          years: z.array(z.int()).meta({ description: 'Budget years that print it' }),
          disclosures: z
            .array(z.string())
            .meta({ description: 'Ids of the disclosures that print it' }),
        }),
      )
      .meta({ description: 'Every printed name with the years and disclosures that print it' }),
  })
  .meta({ id: 'FunctionalSubject', description: '功能科目' });

/** See {@link functionalSubjectSchema}. */
export type FunctionalSubject = z.infer<typeof functionalSubjectSchema>;
