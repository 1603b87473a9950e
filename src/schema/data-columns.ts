import { z } from 'zod';

/** A text column that is never empty. */
export const textColumn = (description: string) => z.string().min(1).meta({ description });

/** A text column that may be empty = null; the description says what null means. */
export const optionalTextColumn = (description: string) =>
  z.string().min(1).nullable().meta({ description });

/** A column of an exact decimal number kept as text, such as an amount in 元; empty = null. */
export const decimalColumn = (description: string) =>
  z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/u)
    .nullable()
    .meta({ description, format: 'decimal' });

/** A column of an amount in 元; empty = the document prints no amount, which is not zero. */
export const yuanColumn = (description: string) =>
  decimalColumn(`${description}, in 元; empty = not printed, never zero`);

/** A column of a whole number that is always there. */
export const countColumn = (description: string) => z.int().meta({ description });

/** A column of a whole number that may be empty = null. */
export const optionalCountColumn = (description: string) =>
  z.int().nullable().meta({ description });

/** A column with one of a few texts. */
export const choiceColumn = <const T extends readonly [string, ...string[]]>(
  choices: T,
  description: string,
) => z.enum(choices).meta({ description });

/** A column with a root-relative permanent path of the site, without the base it is served under. */
export const urlColumn = (description: string) =>
  z
    .string()
    .regex(/^\/\S*$/u)
    .meta({ description: `${description}; a permanent path from the root of the site` });

/** The id of the disclosure, the same in every file. */
export const disclosureIdColumn = textColumn(
  'Permanent id of the disclosure: <unit_id>-<year>-<kind>',
);

/** The id of a project, the same in every file. */
export const projectIdColumn = textColumn('Permanent id of the project: <disclosure_id>-p<number>');
