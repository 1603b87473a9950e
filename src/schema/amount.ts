import { z } from 'zod';
import { isReadingOf, moneyUnits } from '../money/fen.ts';
import { placeSchema } from './place.ts';

/** The money measure of a table or amount. */
export const moneyUnitSchema = z
  .enum(moneyUnits)
  .meta({ id: 'MoneyUnit', description: 'Money measure in which the amount is printed' });

/** An integer number of 分, exact. */
export const fenSchema = z
  .int()
  .meta({ description: 'Amount in 分 (1 元 = 100 分), integer; the reading of the printed text' });

/** A single amount outside a table grid, with its own money measure. */
export const amountSchema = z
  .strictObject({
    printed: z
      .string()
      .min(1)
      .max(80)
      .meta({ description: 'The amount exactly as printed, without the measure' }),
    read: z.string().max(80).optional().meta({
      description:
        'The repaired text the amount is read from; present only where a correction applies',
    }),
    moneyUnit: moneyUnitSchema,
    fen: fenSchema,
    place: placeSchema,
    correction: z
      .string()
      .optional()
      .meta({ description: 'Id of the correction that repairs this amount' }),
  })
  .refine((amount) => isReadingOf(amount.fen, amount.read ?? amount.printed, amount.moneyUnit), {
    error: 'fen is not what is printed',
    path: ['fen'],
  })
  .meta({ id: 'Amount', description: 'A printed amount with its exact reading and its place' });

/** See {@link amountSchema}. */
export type Amount = z.infer<typeof amountSchema>;
