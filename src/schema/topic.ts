import { z } from 'zod';

/** Stands in a proposed introduction where the archivist has to write; never in a published one. */
export const unfinishedMark = '〔待补写〕';

/** A project put into or taken out of a topic by hand, with the reason readers are shown. */
export const topicDecisionSchema = z.strictObject({
  project: z
    .string()
    .regex(/^\d{6}-[a-z0-9-]+-\d{4}-(?:budget|final-accounts)-p\d+$/u)
    .meta({ description: 'Id of the project, as in projects.csv' }),
  reason: z
    .string()
    .min(4)
    .max(200)
    .meta({ description: 'Why, in Chinese; shown on the page of the topic' }),
});

/** See {@link topicDecisionSchema}. */
export type TopicDecision = z.infer<typeof topicDecisionSchema>;

/** The front matter of a topic file. */
export const topicFrontMatterSchema = z
  .strictObject({
    title: z.string().min(1).max(40).meta({ description: 'What the topic is about, in Chinese' }),
    query: z.array(z.string().min(1).max(100)).min(1).meta({
      description:
        'Phrases as typed into the search: any of them finds a project, and all words of the phrase must be there',
    }),
    include: z.array(topicDecisionSchema).default([]).meta({
      description: 'Projects that belong here although the query does not find their name',
    }),
    exclude: z
      .array(topicDecisionSchema)
      .default([])
      .meta({ description: 'Projects that the query finds although they do not belong here' }),
    draft: z
      .boolean()
      .default(false)
      .meta({ description: 'true = not finished and not published' }),
  })
  .superRefine(({ include, exclude }, context) => {
    const seen = new Set<string>();
    for (const [field, decisions] of Object.entries({ include, exclude })) {
      decisions.forEach(({ project }, i) => {
        if (seen.has(project)) {
          context.addIssue({
            code: 'custom',
            path: [field, i, 'project'],
            message: `Unexpected second decision on ${project}, expected one`,
          });
        }
        seen.add(project);
      });
    }
  });

/** See {@link topicFrontMatterSchema}. */
export type TopicFrontMatter = z.infer<typeof topicFrontMatterSchema>;

/** The introduction of a topic: our own words, Markdown. */
export const topicIntroductionSchema = z
  .string()
  .trim()
  .min(60)
  .max(2000)
  .refine((text) => !text.includes(unfinishedMark), {
    error: `Unexpected ${unfinishedMark}, expected a finished introduction or draft: true`,
  })
  .meta({ description: 'Introduction in our own words, Markdown' });

/** A topic: one question asked of the whole archive. */
export interface Topic extends TopicFrontMatter {
  /** ASCII name of its file, which its permanent address carries. */
  readonly slug: string;
  /** Markdown, in our own words. */
  readonly introduction: string;
}
