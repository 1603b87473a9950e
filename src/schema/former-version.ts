import { z } from 'zod';

/** A record that was published and later replaced. It is kept beside its entry as v<version>.json. */
export const formerVersionSchema = z
  .strictObject({
    version: z.int().min(1).meta({ description: 'Number of the version, from 1' }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/u)
      .meta({ description: 'SHA-256 of the record file as it was published' }),
    replacedOn: z.iso.date().meta({ description: 'Day the next version took its place' }),
    reason: z
      .string()
      .min(2)
      .max(500)
      .meta({ description: 'Why it was replaced, in Chinese; shown to readers' }),
  })
  .meta({ id: 'FormerVersion', description: '旧版本' });

/** See {@link formerVersionSchema}. */
export type FormerVersion = z.infer<typeof formerVersionSchema>;
