import { z } from 'zod';
import { disclosureIdSchema } from './disclosure.ts';

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/u);
const countSchema = z.int().min(0);

/**
 * The proof that a second, independent reader found the same amounts in the source as the record has.
 * It belongs to one record file and one source file; when either changes, it is void.
 */
export const verificationSchema = z
  .strictObject({
    disclosureId: disclosureIdSchema,
    sourceSha256: sha256Schema.meta({ description: 'SHA-256 of the source that was read again' }),
    recordSha256: sha256Schema.meta({
      description: 'SHA-256 of the record file that was compared with it',
    }),
    cellsCompared: countSchema.meta({
      description: 'Values compared: money cells, form amounts, indicator values and key facts',
    }),
    equal: countSchema.meta({ description: 'Values that agree with the source as it is' }),
    explained: countSchema.meta({
      description: 'Values that agree with the source as corrected in content/corrections/',
    }),
    parts: z
      .array(
        z.strictObject({
          part: z
            .enum(['tables', 'forms', 'indicators', 'key-facts'])
            .meta({ description: 'Part of the record' }),
          compared: countSchema.meta({ description: 'Values compared in this part' }),
          equal: countSchema.meta({ description: 'Of these, equal to the source as it is' }),
          explained: countSchema.meta({ description: 'Of these, explained by a correction' }),
        }),
      )
      .meta({ description: 'The same counts by part of the record' }),
    verifiedOn: z.iso
      .date()
      .nullable()
      .meta({ description: 'Date of the comparison as given by the operator; null = not given' }),
  })
  .refine(({ cellsCompared, equal, explained }) => cellsCompared === equal + explained, {
    error: 'Unexpected count, expected every value compared to be equal or explained',
    path: ['cellsCompared'],
  })
  .meta({ id: 'Verification', description: '复核：第二次独立读取与记录的比对结果' });

/** See {@link verificationSchema}. */
export type Verification = z.infer<typeof verificationSchema>;
