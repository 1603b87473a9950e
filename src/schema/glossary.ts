import { z } from 'zod';

const idSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u);

/** A term of the glossary, explained in our own words. */
export const glossaryTermSchema = z
  .strictObject({
    id: idSchema.meta({ description: 'Permanent anchor on the glossary page' }),
    term: z.string().min(1).max(40).meta({ description: 'The Chinese term' }),
    aliases: z
      .array(z.string().min(1).max(40))
      .meta({ description: 'Other spellings that mean the same' }),
    english: z
      .string()
      .min(1)
      .max(80)
      .meta({ description: 'The English word that data files and code use' }),
    group: idSchema.meta({ description: 'Id of the group it is shown in' }),
    definition: z
      .string()
      .min(10)
      .max(300)
      .meta({ description: 'What it means, in Chinese, in our own words' }),
    basis: z.string().max(120).nullable().meta({
      description: 'Law or standard that defines it; null = our own usage or common usage',
    }),
    see: z.array(idSchema).meta({ description: 'Ids of related terms' }),
    linked: z.boolean().meta({
      description:
        'Whether texts link its first occurrence; false for words that also have an everyday meaning',
    }),
  })
  .meta({ id: 'GlossaryTerm', description: '名词解释' });

/** See {@link glossaryTermSchema}. */
export type GlossaryTerm = z.infer<typeof glossaryTermSchema>;

/** The file content/glossary.json: groups in the order they are shown, terms in order within them. */
export const glossarySchema = z
  .strictObject({
    groups: z
      .array(
        z.strictObject({
          id: idSchema.meta({ description: 'Id of the group' }),
          name: z.string().meta({ description: 'Chinese heading of the group' }),
        }),
      )
      .min(1)
      .meta({ description: 'Groups in the order they are shown' }),
    terms: z
      .array(glossaryTermSchema)
      .min(1)
      .meta({ description: 'Terms in the order they are shown within their group' }),
  })
  .superRefine(({ groups, terms }, context) => {
    const ids = new Set(terms.map(({ id }) => id));
    const spellings = new Set<string>();
    terms.forEach((term, i) => {
      const issue = (field: string, message: string) => {
        context.addIssue({ code: 'custom', path: ['terms', i, field], message });
      };
      if (terms.findIndex(({ id }) => id === term.id) !== i) issue('id', 'id is given twice');
      if (!groups.some(({ id }) => id === term.group)) issue('group', 'group is not in the list');
      if (term.see.some((id) => !ids.has(id))) issue('see', 'a related term does not exist');
      for (const spelling of [term.term, ...term.aliases]) {
        if (spellings.has(spelling)) issue('term', `"${spelling}" already names another term`);
        spellings.add(spelling);
      }
    });
  })
  .meta({ id: 'Glossary', description: '名词解释全表' });

/** See {@link glossarySchema}. */
export type Glossary = z.infer<typeof glossarySchema>;
