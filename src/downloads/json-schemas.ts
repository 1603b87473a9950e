import { z } from 'zod';
import { correctionFileSchema } from '../schema/correction.ts';
import { disclosureSchema } from '../schema/disclosure.ts';
import { economicClassSchema } from '../schema/economic-class.ts';
import { findingSchema } from '../schema/finding.ts';
import { functionalSubjectSchema } from '../schema/functional-subject.ts';
import { regionFileSchema } from '../schema/region.ts';
import { tableSetSchema } from '../schema/table-set.ts';
import { unitSchema } from '../schema/unit.ts';

const published: Readonly<Record<string, z.ZodType>> = {
  disclosure: disclosureSchema,
  'correction-file': correctionFileSchema,
  unit: unitSchema,
  'region-file': regionFileSchema,
  'functional-subject': functionalSubjectSchema,
  'economic-class': economicClassSchema,
  finding: findingSchema,
  'table-set': tableSetSchema,
};

/**
 * The published JSON Schemas (draft 2020-12) by file name, made from the Zod schemas. They describe
 * shapes; that an amount is the reading of its printed text is checked by the build alone.
 */
export function jsonSchemas(): Map<string, object> {
  return new Map(
    Object.entries(published).map(([name, schema]) => [
      `${name}.schema.json`,
      z.toJSONSchema(schema, { target: 'draft-2020-12' }),
    ]),
  );
}
