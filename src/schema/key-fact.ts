import { z } from 'zod';
import { moneyUnitSchema } from './amount.ts';
import { placeSchema } from './place.ts';

/** One number that the explanations (情况说明) state, without the sentence that states it. */
export const keyFactSchema = z
  .strictObject({
    n: z
      .int()
      .min(1)
      .meta({ description: 'Number of the fact in the disclosure, from 1, in document order' }),
    section: z
      .string()
      .max(40)
      .meta({ description: 'Section of the explanations, e.g. 一、 or 十、2' }),
    topic: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
      .meta({
        description:
          'What the number is about, e.g. revenue-total, procurement-goods, vehicles-held',
      }),
    measure: z
      .enum([
        'amount',
        'share',
        'change-amount',
        'change-percent',
        'count',
        'area',
        'unchanged',
        'none',
        'date',
      ])
      .meta({
        description:
          'What kind of number it is; unchanged = stated to equal the base; none = stated in words that there is none; date = a date the facts beside it stand for, a placeholder included',
      }),
    label: z
      .string()
      .max(100)
      .meta({ description: 'Short Chinese label of the fact, in standard terms' }),
    printed: z
      .string()
      .max(80)
      .meta({ description: 'The number with its measure exactly as printed' }),
    moneyUnit: moneyUnitSchema
      .nullable()
      .meta({ description: 'Money measure; null for facts that are not money' }),
    fen: z
      .int()
      .nullable()
      .meta({ description: 'Amount in 分; null for facts that are not money' }),
    number: z
      .string()
      .regex(/^-?\d+(?:\.\d+)?$/u)
      .nullable()
      .meta({
        description:
          'The number as exact decimal text, unsigned as printed; null where nothing is counted',
      }),
    unit: z
      .string()
      .max(20)
      .nullable()
      .meta({ description: 'Measure that is not money, e.g. %, 个, 辆, 平方米; null for money' }),
    direction: z
      .enum(['increase', 'decrease', 'unchanged'])
      .nullable()
      .meta({ description: 'Direction word of a change; null = no change is stated' }),
    directionPrinted: z
      .string()
      .max(10)
      .nullable()
      .meta({ description: 'The direction word as printed; null = none' }),
    base: z.string().max(40).nullable().meta({
      description: 'What the change is compared with, as printed, e.g. 上年 or 2022年; null = none',
    }),
    place: placeSchema,
  })
  .meta({ id: 'KeyFact', description: '情况说明中的数字' });

/** See {@link keyFactSchema}. */
export type KeyFact = z.infer<typeof keyFactSchema>;
