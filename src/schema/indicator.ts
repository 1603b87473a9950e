import { z } from 'zod';
import { placeSchema } from './place.ts';

/** One performance indicator of a form, for one span. Rows without an indicator name and value are not indicators. */
export const indicatorSchema = z
  .strictObject({
    span: z
      .enum(['whole', 'year'])
      .meta({ description: 'whole = 实施期, the whole project period; year = 年度' }),
    level1: z
      .string()
      .max(60)
      .nullable()
      .meta({ description: '一级指标, e.g. 产出指标; null = lost' }),
    level2: z
      .string()
      .max(60)
      .nullable()
      .meta({ description: '二级指标, e.g. 数量指标; null = lost' }),
    name: z
      .string()
      .max(300)
      .nullable()
      .meta({ description: '三级指标 as printed; null = lost or blank beside a printed value' }),
    printed: z
      .string()
      .max(300)
      .nullable()
      .meta({ description: '指标值 as printed; null = the cell prints nothing' }),
    comparator: z
      .enum(['≥', '≤', '=', '>', '<'])
      .nullable()
      .meta({ description: 'Parsed comparator; null = none printed' }),
    number: z
      .string()
      .regex(/^-?\d+(?:\.\d+)?$/u)
      .nullable()
      .meta({ description: 'Parsed number as exact decimal text; null = the value is a phrase' }),
    unit: z
      .string()
      .max(60)
      .nullable()
      .meta({ description: 'Parsed measure, e.g. % or 元/人; null = none' }),
    weight: z
      .string()
      .max(20)
      .nullable()
      .meta({ description: '分值 as printed (self-evaluation); null = none' }),
    actual: z
      .string()
      .max(300)
      .nullable()
      .meta({ description: '实际完成值 as printed (self-evaluation); null = none' }),
    score: z
      .string()
      .max(20)
      .nullable()
      .meta({ description: '得分 as printed (self-evaluation); null = none' }),
    place: placeSchema,
    correction: z
      .string()
      .optional()
      .meta({ description: 'Id of the correction that repairs this indicator' }),
  })
  .meta({ id: 'Indicator', description: '绩效指标' });

/** See {@link indicatorSchema}. */
export type Indicator = z.infer<typeof indicatorSchema>;
