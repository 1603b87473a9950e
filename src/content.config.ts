import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { checkRecord } from './archive/check-record.ts';
import {
  contentDirectoryLoader,
  disclosuresLoader,
  type DisclosureEntry,
} from './archive/disclosures-loader.ts';

export const collections = {
  /** One entry a disclosure; its record was validated before it came to be there. */
  disclosures: defineCollection({
    loader: disclosuresLoader(checkRecord),
    schema: z.custom<DisclosureEntry>(),
  }),
  /** One entry: where the content folder is, whether it is watched, and which slice is built. */
  contentDirectory: defineCollection({
    loader: contentDirectoryLoader(),
    schema: z.strictObject({
      path: z.string(),
      watched: z.boolean(),
      slice: z.string().nullable(),
    }),
  }),
};
