import { z } from 'zod';
import { amountSchema } from './amount.ts';
import { citedDocumentSchema } from './cited-document.ts';
import { indicatorSchema } from './indicator.ts';
import { placeSchema } from './place.ts';

/** A name with the code printed before it, such as 053-吕梁市离石区人力资源和社会保障局. */
export const codedNameSchema = z.strictObject({
  code: z.string().max(20).nullable().meta({ description: 'Printed code; null = none' }),
  name: z.string().max(200).meta({ description: 'Name without the code' }),
});

/** Money of one span of a goal form by source; null = the cell prints nothing or is lost. */
export const formMoneySchema = z
  .strictObject({
    total: amountSchema.nullable().meta({ description: '资金总额' }),
    central: amountSchema.nullable().meta({ description: '中央财政资金' }),
    provincial: amountSchema.nullable().meta({ description: '省级财政资金' }),
    local: amountSchema.nullable().meta({ description: '市县（区）财政资金' }),
    own: amountSchema.nullable().meta({ description: '单位自筹' }),
    other: amountSchema.nullable().meta({ description: '其他资金' }),
  })
  .meta({ id: 'FormMoney' });

/** See {@link formMoneySchema}. */
export type FormMoney = z.infer<typeof formMoneySchema>;

/** One line of the money block of a self-evaluation form; null = the cell prints nothing. */
export const selfEvaluationMoneySchema = z.strictObject({
  name: z.string().max(100).meta({ description: 'Printed name of the line, e.g. 年度资金总额' }),
  initialBudget: amountSchema.nullable().meta({ description: '年初预算数' }),
  fullYearBudget: amountSchema.nullable().meta({ description: '全年预算数' }),
  executed: amountSchema.nullable().meta({ description: '全年执行数' }),
  weight: z.string().max(20).nullable().meta({ description: '分值 as printed' }),
  rate: z.string().max(20).nullable().meta({ description: '执行率 as printed' }),
  score: z.string().max(20).nullable().meta({ description: '得分 as printed' }),
});

/** A performance form (绩效目标表, 申报表 or 自评表) of one project. */
export const formSchema = z
  .strictObject({
    n: z.int().min(1).meta({ description: 'Number of the form in the document, from 1' }),
    kind: z
      .enum(['goal', 'self-evaluation'])
      .meta({ description: 'goal = 绩效目标表/申报表; self-evaluation = 自评表' }),
    title: z
      .string()
      .max(200)
      .nullable()
      .meta({ description: 'Printed title of the form; null = lost' }),
    year: z.int().nullable().meta({ description: 'Year printed under the title; null = lost' }),
    name: z
      .string()
      .max(300)
      .nullable()
      .meta({ description: '项目名称 as the form prints it; null = lost' }),
    supervisingDepartment: codedNameSchema
      .nullable()
      .meta({ description: '主管部门及代码; null = not printed' }),
    implementingUnit: z
      .string()
      .max(200)
      .nullable()
      .meta({ description: '实施单位; null = not printed' }),
    attribute: z
      .string()
      .max(100)
      .nullable()
      .meta({ description: '项目属性 as printed; null = not printed' }),
    duration: z
      .string()
      .max(60)
      .nullable()
      .meta({ description: '项目期 as printed; null = not printed' }),
    whole: formMoneySchema
      .nullable()
      .meta({ description: '实施期 money; null = the form has no such block' }),
    yearMoney: formMoneySchema
      .nullable()
      .meta({ description: '年度 money; null = the form has no such block' }),
    selfEvaluation: z
      .array(selfEvaluationMoneySchema)
      .nullable()
      .meta({ description: 'Money block of a self-evaluation form; null for goal forms' }),
    totalScore: z
      .string()
      .max(20)
      .nullable()
      .meta({ description: '总分 as printed; null = not printed' }),
    documents: z
      .array(citedDocumentSchema)
      .meta({ description: 'Policy documents the form cites, in order of place' }),
    indicators: z.array(indicatorSchema).meta({ description: 'Indicator rows in document order' }),
    filledAt: z
      .string()
      .regex(/^\d{14}$/u)
      .nullable()
      .meta({ description: 'Fill-in time as printed, yyyymmddhhmmss; null = not printed' }),
    place: placeSchema,
    lost: z.array(z.string().max(200)).meta({
      description:
        'What the source text has lost of this form, in our own words; empty = nothing known to be lost',
    }),
  })
  .meta({ id: 'Form', description: '绩效目标表或自评表' });

/** See {@link formSchema}. */
export type Form = z.infer<typeof formSchema>;
