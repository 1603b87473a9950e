import { z } from 'zod';
import { placeSchema } from './place.ts';

/** The result of one check on one place: what both sides say and how far apart they are. */
export const findingSchema = z
  .strictObject({
    disclosureId: z.string().meta({ description: 'Disclosure the check was made on' }),
    checkId: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
      .meta({ description: 'Id of the check' }),
    result: z
      .enum(['pass', 'difference', 'rounding', 'not-applicable', 'undecidable'])
      .meta({ description: '通过, 差异, 舍入, 不适用 or 无法判断' }),
    tableId: z.string().nullable().meta({ description: 'Table to look at; null = not in a table' }),
    row: z
      .int()
      .nullable()
      .meta({ description: 'Row of that table; null = the whole table or no table' }),
    column: z.string().nullable().meta({ description: 'Column of that row; null = the whole row' }),
    place: placeSchema
      .nullable()
      .meta({ description: 'Place in the source; null = nothing is printed to point at' }),
    leftLabel: z.string().max(200).meta({ description: 'What the left side is, in Chinese' }),
    leftFen: z
      .int()
      .nullable()
      .meta({ description: 'Left side in 分; null = missing or not money' }),
    rightLabel: z.string().max(200).meta({ description: 'What the right side is, in Chinese' }),
    rightFen: z
      .int()
      .nullable()
      .meta({ description: 'Right side in 分; null = missing or not money' }),
    differenceFen: z.int().nullable().meta({
      description: 'left − right in 分; null = not a matter of money or a side is missing',
    }),
    message: z
      .string()
      .max(600)
      .meta({ description: 'The fact in Chinese, neutral, with both sides and the difference' }),
    projectN: z.int().nullable().meta({ description: 'Project concerned; null = none' }),
  })
  .meta({ id: 'Finding', description: '核对结果' });

/** See {@link findingSchema}. */
export type Finding = z.infer<typeof findingSchema>;

/** The money a finding is about, in 分: the difference, else the larger side, else 0. */
export function moneyAtStake(
  finding: Pick<Finding, 'differenceFen' | 'leftFen' | 'rightFen'>,
): number {
  if (finding.differenceFen !== null) return Math.abs(finding.differenceFen);
  return Math.max(Math.abs(finding.leftFen ?? 0), Math.abs(finding.rightFen ?? 0));
}
