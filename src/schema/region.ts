import { z } from 'zod';

/** A division (区划) of GB/T 2260 with the years its name was valid. */
export const regionSchema = z
  .strictObject({
    code: z
      .string()
      .regex(/^\d{6}$/u)
      .meta({ description: 'Six-digit division code' }),
    name: z.string().max(60).meta({ description: 'Official name' }),
    shortName: z
      .string()
      .max(60)
      .meta({ description: 'Name without its level suffix where that is usual' }),
    level: z.enum(['province', 'prefecture', 'county']),
    parent: z
      .string()
      .regex(/^\d{6}$/u)
      .nullable()
      .meta({ description: 'Code of the division above; null for provinces' }),
    validFrom: z
      .int()
      .nullable()
      .meta({ description: 'First year of code and name; null = not known to be limited' }),
    validTo: z
      .int()
      .nullable()
      .meta({ description: 'Last year of code and name; null = still valid' }),
  })
  .meta({ id: 'Region', description: '行政区划' });

/** See {@link regionSchema}. */
export type Region = z.infer<typeof regionSchema>;

/** The file content/regions.json. */
export const regionFileSchema = z.strictObject({
  source: z.strictObject({
    name: z.string(),
    version: z.string(),
    dataDate: z.string(),
    licence: z.string(),
    note: z.string(),
  }),
  regions: z.array(regionSchema).min(1),
});
