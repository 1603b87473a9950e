import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { checkRecord } from './archive/check-record.ts';
import {
  contentDirectoryLoader,
  disclosuresLoader,
  type DisclosureEntry,
} from './archive/disclosures-loader.ts';

export const collections = {
  /** One entry a disclosure, of a record that was read and validated. */
  disclosures: defineCollection({
    loader: disclosuresLoader(checkRecord),
    schema: z.custom<DisclosureEntry>(),
  }),
  /** One entry: where the content folder is, and whether it is watched. */
  contentDirectory: defineCollection({
    loader: contentDirectoryLoader(),
    schema: z.strictObject({
      path: z.string(),
      watched: z.boolean(),
    }),
  }),
};
