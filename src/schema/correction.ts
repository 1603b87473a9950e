import { z } from 'zod';
import { placeSchema } from './place.ts';

/**
 * A hand repair of the transcription, never of what the authority printed. It replaces the text of
 * one line or one cell of the source before anything is read from it.
 */
export const correctionSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^c\d+$/u)
      .meta({ description: 'Id within the disclosure, c1, c2, …' }),
    scope: z.enum(['cell', 'line', 'text']).meta({
      description:
        'cell = the cell at place; line = the whole line at place; text = the printed words, which stand once in the line at place',
    }),
    place: placeSchema,
    tableId: z
      .string()
      .max(100)
      .nullable()
      .meta({ description: 'Table the place belongs to; null = not in a table' }),
    printed: z.string().max(500).meta({
      description:
        'What the source text has there; the import is refused when it has something else',
    }),
    replacement: z
      .string()
      .max(500)
      .meta({ description: 'What is read instead; cells of a line are separated by tabs' }),
    reason: z
      .string()
      .min(4)
      .max(500)
      .meta({ description: 'Why, in Chinese, in our own words, for readers' }),
    kind: z.enum(['ocr', 'misprint', 'shifted-cell', 'lost-text']).meta({
      description:
        'ocr = recognition error; misprint = damaged characters; shifted-cell = cells in the wrong column; lost-text = text lost and restored from elsewhere in the same document',
    }),
    evidence: z.string().max(300).nullable().meta({
      description:
        'Where in the same document the replacement can be confirmed, in Chinese; null = evident from the place itself',
    }),
    on: z.iso.date().meta({ description: 'Date of the repair' }),
  })
  .meta({ id: 'Correction', description: '更正' });

/** See {@link correctionSchema}. */
export type Correction = z.infer<typeof correctionSchema>;

/** The corrections of one disclosure, a file under content/corrections/. */
export const correctionFileSchema = z.strictObject({
  disclosureId: z.string().meta({ description: 'Id of the disclosure the corrections belong to' }),
  corrections: z.array(correctionSchema).meta({ description: 'Corrections in order of their ids' }),
});
