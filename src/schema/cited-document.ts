import { z } from 'zod';
import { placeSchema } from './place.ts';

/** A policy document cited as the basis of a project: its title and number are facts, its text is not kept. */
export const citedDocumentSchema = z
  .strictObject({
    title: z
      .string()
      .max(300)
      .nullable()
      .meta({ description: 'Title as cited, without 《》; null = only a number is cited' }),
    number: z
      .string()
      .max(80)
      .nullable()
      .meta({ description: 'Document number (文号) as printed; null = none printed' }),
    normalisedNumber: z.string().max(80).nullable().meta({
      description:
        'The number with evened-out brackets, e.g. 忻财行〔2019〕87号; null = none or not of that form',
    }),
    field: z
      .enum(['basis', 'overview', 'necessity', 'measures', 'plan', 'goal', 'name'])
      .meta({ description: 'Field of the form that cites it' }),
    place: placeSchema,
  })
  .meta({ id: 'CitedDocument', description: '引用的政策文件' });

/** See {@link citedDocumentSchema}. */
export type CitedDocument = z.infer<typeof citedDocumentSchema>;
