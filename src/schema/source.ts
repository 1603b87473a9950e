import { z } from 'zod';

/** Name of a kept source: its SHA-256, and the ending it is served with. */
export const originalNameSchema = z
  .string()
  .regex(/^[0-9a-f]{64}\.(?:pdf|docx|xlsx|xls|txt|html\.txt)$/u);

/** The document a record was read from: enough to find it again and to prove that it is the same. */
export const sourceDocumentSchema = z
  .strictObject({
    file: z
      .string()
      .min(1)
      .max(255)
      .meta({ description: 'File name of the source as imported, without a path' }),
    title: z.string().max(300).meta({ description: 'Title the document gives itself' }),
    mediaType: z.string().max(100).meta({ description: 'Media type decided from the content' }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/u)
      .meta({ description: 'SHA-256 of the bytes imported, lower-case hexadecimal' }),
    bytes: z.int().min(1).meta({ description: 'Size of the source in bytes' }),
    lines: z
      .int()
      .min(0)
      .nullable()
      .meta({ description: 'Number of text lines; null for formats without lines' }),
    publisher: z
      .string()
      .max(200)
      .nullable()
      .meta({ description: 'Who published it; null = not known' }),
    url: z
      .url({ protocol: /^https?$/u })
      .nullable()
      .meta({ description: 'Where it was published; null = not known' }),
    fetchedOn: z.iso
      .date()
      .nullable()
      .meta({ description: 'Date it was fetched; null = not known' }),
    note: z
      .string()
      .max(500)
      .nullable()
      .meta({ description: 'How the text was obtained, in our own words; null = nothing to say' }),
    original: originalNameSchema.optional().meta({
      description:
        'Name of the kept copy of the source below originals/; absent = the source is not kept',
    }),
  })
  .refine(({ original, sha256 }) => original === undefined || original.startsWith(`${sha256}.`), {
    path: ['original'],
    error: 'expected a name that begins with the sha256 of the source',
  })
  .meta({ id: 'SourceDocument', description: '来源文件' });

/** See {@link sourceDocumentSchema}. */
export type SourceDocument = z.infer<typeof sourceDocumentSchema>;
