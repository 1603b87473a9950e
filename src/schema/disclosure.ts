import { z } from 'zod';
import { codedNameSchema, formSchema } from './form.ts';
import { correctionSchema } from './correction.ts';
import { keyFactSchema } from './key-fact.ts';
import { placeSchema } from './place.ts';
import { projectSchema } from './project.ts';
import { sourceDocumentSchema } from './source.ts';
import { tableSchema } from './table.ts';
import { unitIdSchema } from './unit.ts';

/** A disclosure id: unit id, year and kind. */
export const disclosureIdSchema = z
  .string()
  .regex(/^\d{6}-[a-z0-9-]+-\d{4}-(?:budget|final-accounts)$/u)
  .meta({ id: 'DisclosureId', description: 'Permanent id: <unit-id>-<year>-<kind>' });

/** Something the source text has lost or that could not be understood, told honestly. */
export const gapSchema = z
  .strictObject({
    place: placeSchema.nullable().meta({ description: 'Where; null = nowhere in particular' }),
    what: z
      .string()
      .max(300)
      .meta({ description: 'What is missing or not understood, in Chinese, in our own words' }),
    kind: z.enum(['lost', 'not-understood']).meta({
      description:
        'lost = the source text no longer has it; not-understood = it is there but was not read',
    }),
    tableId: z.string().nullable().meta({ description: 'Table concerned; null = none' }),
    projectN: z.int().nullable().meta({ description: 'Project concerned; null = none' }),
  })
  .meta({ id: 'Gap', description: '缺损' });

/** See {@link gapSchema}. */
export type Gap = z.infer<typeof gapSchema>;

/** One unit × one year × one kind, as validated and committed. Printed strings are the truth, amounts their reading. */
export const disclosureSchema = z
  .strictObject({
    schemaVersion: z.literal(1).meta({ description: 'Version of this record format' }),
    id: disclosureIdSchema,
    unitId: unitIdSchema,
    unitName: z
      .string()
      .max(200)
      .meta({ description: 'Name of the unit as this document prints it' }),
    regionCode: z
      .string()
      .regex(/^\d{6}$/u)
      .meta({ description: 'Division code of the government the unit belongs to' }),
    year: z.int().min(2000).max(2100).meta({ description: 'Budget year (预算年度)' }),
    kind: z
      .enum(['budget', 'final-accounts'])
      .meta({ description: 'budget = 预算, final-accounts = 决算' }),
    tableSet: z.string().max(100).meta({ description: 'Id of the table set' }),
    supervisingDepartment: codedNameSchema
      .nullable()
      .meta({ description: '主管部门及代码 as the forms print it; null = not printed' }),
    source: sourceDocumentSchema,
    tables: z.array(tableSchema).meta({ description: 'Tables found, in document order' }),
    missingTables: z
      .array(z.string().max(100))
      .meta({ description: 'Tables of the set that the document does not have' }),
    projects: z.array(projectSchema).meta({
      description: 'Projects: one per row of the project tables, and those found only in a form',
    }),
    forms: z.array(formSchema).meta({ description: 'Performance forms in document order' }),
    keyFacts: z
      .array(keyFactSchema)
      .meta({ description: 'Numbers stated by the explanations, in document order' }),
    corrections: z
      .array(correctionSchema)
      .meta({ description: 'Corrections applied, copied from content/corrections/' }),
    gaps: z.array(gapSchema).meta({ description: 'What is lost or was not understood' }),
    dropped: z
      .strictObject({
        handlers: z
          .int()
          .min(0)
          .meta({ description: 'Names of handlers and persons in charge dropped' }),
        telephones: z.int().min(0).meta({ description: 'Telephone numbers dropped' }),
        idNumbers: z.int().min(0).meta({ description: 'ID-card numbers dropped' }),
      })
      .meta({ description: 'Personal data met and dropped at import, counted' }),
    prose: z
      .array(
        z.strictObject({
          heading: z.string().max(200).meta({ description: 'Heading of the section' }),
          markdown: z.string().max(100_000).meta({ description: 'Text of the section' }),
          place: placeSchema,
        }),
      )
      .optional()
      .meta({
        description:
          'Narrative sections kept with --with-prose, as Markdown; never committed in this archive',
      }),
  })
  .meta({ id: 'Disclosure', description: '一个单位一个年度一种公开文件的记录' });

/** See {@link disclosureSchema}. */
export type Disclosure = z.infer<typeof disclosureSchema>;
