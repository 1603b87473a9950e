import { z } from 'zod';

/** A unit id: division code, a hyphen and a readable ASCII name; given once at import and never recomputed. */
export const unitIdSchema = z
  .string()
  .regex(/^\d{6}-[a-z0-9]+(?:-[a-z0-9]+)*$/u)
  .max(120)
  .meta({
    id: 'UnitId',
    description: 'Permanent unit id, e.g. 141102-renliziyuanheshehuibaozhangju',
  });

/** A budgetary unit (预算单位). */
export const unitSchema = z
  .strictObject({
    id: unitIdSchema,
    name: z.string().max(200).meta({ description: 'Latest known full name' }),
    regionCode: z
      .string()
      .regex(/^\d{6}$/u)
      .meta({ description: 'Division code of the government it belongs to' }),
    names: z
      .array(
        z.strictObject({
          name: z.string().max(200).meta({ description: 'A name it had' }),
          from: z
            .int()
            .nullable()
            .meta({ description: 'First year the name is known for; null = not known' }),
          to: z.int().nullable().meta({
            description: 'Last year the name is known for; null = still used as far as known',
          }),
        }),
      )
      .min(1)
      .meta({ description: 'All names it has had' }),
    supervisingDepartment: z
      .string()
      .max(200)
      .nullable()
      .meta({ description: '主管部门 name; null = it is its own department or not known' }),
    level: z.enum(['department', 'unit']).nullable().meta({
      description:
        'department = a 部门 whose budget includes its units; unit = a 单位; null = the documents do not say',
    }),
    includedIn: unitIdSchema.nullable().meta({
      description:
        'Unit id of the department whose budget includes this unit; amounts of the two are never added; null = none in the archive',
    }),
    pinyin: z
      .string()
      .max(300)
      .meta({ description: 'Pinyin of the name for lookup, blanks between syllables' }),
  })
  .meta({ id: 'Unit', description: '预算单位' });

/** See {@link unitSchema}. */
export type Unit = z.infer<typeof unitSchema>;
