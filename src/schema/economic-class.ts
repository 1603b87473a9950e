import { z } from 'zod';

/** An economic class (部门预算支出经济科目) of the register content/economic-classes.json. */
export const economicClassSchema = z
  .strictObject({
    code: z
      .string()
      .regex(/^\d{3}(?:\d{2})?$/u)
      .meta({ description: '类 3 or 款 5 digits; also the slug of its page' }),
    name: z.string().max(60).meta({ description: 'Standard name' }),
    aliases: z.array(z.string()).meta({ description: 'Other printed spellings' }),
    parent: z.string().nullable().meta({ description: 'Code of the 类; null for a 类' }),
  })
  .meta({ id: 'EconomicClass', description: '部门预算支出经济分类科目' });

/** See {@link economicClassSchema}. */
export type EconomicClass = z.infer<typeof economicClassSchema>;
