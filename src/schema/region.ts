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
    level: z.enum(['province', 'prefecture', 'county']).meta({ description: '省, 市 or 县 level' }),
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
  source: z
    .strictObject({
      name: z.string().meta({ description: 'Name of the list the regions were made from' }),
      version: z.string().meta({ description: 'Version of that list' }),
      dataDate: z.string().meta({ description: 'Date the list claims for its data' }),
      licence: z.string().meta({ description: 'Licence of the list' }),
      note: z.string().meta({ description: 'What was changed and why' }),
    })
    .meta({ description: 'Where the list comes from' }),
  regions: z.array(regionSchema).min(1).meta({ description: 'Regions in code order' }),
});
