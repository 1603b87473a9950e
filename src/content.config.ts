import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { checkRecord } from './archive/check-record.ts';
import { contentDirectoryLoader, disclosuresLoader } from './archive/disclosures-loader.ts';
import type { UnitYearSummary } from './archive/model.ts';

export const collections = {
  /** One light summary a disclosure; the loader validates the record it is made of. */
  disclosures: defineCollection({
    loader: disclosuresLoader(checkRecord),
    schema: z.custom<UnitYearSummary>(),
  }),
  /** One entry: where the content folder is, and whether it is watched for changes. */
  contentDirectory: defineCollection({
    loader: contentDirectoryLoader(),
    schema: z.strictObject({ path: z.string(), watched: z.boolean() }),
  }),
};
