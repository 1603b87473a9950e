import { z } from 'zod';

/** A text on one line: what stands in titles, headers and citations must not be broken. */
const line = (limit: number): z.ZodString =>
  z
    .string()
    .min(1)
    .max(limit)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*\S[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'expected text on one line');

const webAddress = z
  .url({ protocol: /^https?$/u, error: 'expected an address with http or https' })
  .max(300);

/** Languages the pages are written in; the first of the list is the site's `lang`. */
export const siteLanguages = ['zh-CN'] as const;

/** How an archive is divided into the parts it is built, searched and offered in. */
export const archivePartitions = ['none', 'province-year', 'prefecture-year'] as const;

/** See {@link archivePartitions}. */
export type ArchivePartition = (typeof archivePartitions)[number];

/** What an archive says of itself, and where it stands: the file content/archive.json. */
export const archiveConfigSchema = z
  .strictObject({
    title: line(60)
      .default('预算公开档案')
      .meta({ description: 'Name of the archive, in Chinese' }),
    shortTitle: line(16).nullable().default(null).meta({
      description:
        'Name for places with little room, at most 16 characters; null = the title, cut at 16',
    }),
    description: line(200)
      .default('各级预算单位依法公开的预算，逐项登记，注明出处，可以检索、比较和下载。')
      .meta({ description: 'One sentence for search engines and link previews' }),
    regionRoot: z
      .string()
      .regex(/^\d{6}$/u, 'expected a division code of six digits')
      .nullable()
      .default(null)
      .meta({ description: 'Division the archive is limited to; null = the whole country' }),
    languages: z
      .array(
        z.enum(siteLanguages, {
          error: `expected ${siteLanguages.join(', ')}: the pages are not translated`,
        }),
      )
      .min(1)
      .refine((languages) => new Set(languages).size === languages.length, {
        error: 'expected each language once',
      })
      .default(['zh-CN'])
      .meta({ description: "Languages of the pages; the first is the site's" }),
    base: z
      .string()
      .regex(
        /^\/(?:[\w~-][\w.~-]*\/)*$/u,
        'expected a path that begins and ends with a slash, e.g. /archive/',
      )
      .max(200)
      .default('/')
      .meta({ description: 'Path the site stands under; `--base` or BASE_PATH overrides it' }),
    site: webAddress
      .refine((address) => /^https?:\/\/[^/?#@]+\/?$/u.test(address), {
        error: 'expected a host without a path, e.g. https://archive.example; the path is the base',
      })
      .nullable()
      .default(null)
      .meta({
        description:
          'Public address of the host; null = not known, so there are no canonical links; `--site` or SITE_URL overrides it',
      }),
    publisher: line(100)
      .nullable()
      .default(null)
      .meta({ description: 'Organisation that publishes the archive; null = the archive itself' }),
    contact: z
      .strictObject({
        mail: z
          .email('expected an address of mail')
          .max(200)
          .optional()
          .meta({ description: 'Address of mail, of an organisation and not of a person' }),
        url: webAddress.optional().meta({ description: 'Address of a page for requests' }),
      })
      .nullable()
      .default(null)
      .meta({ description: 'Where corrections are asked for; null = the code repository' }),
    licence: z
      .strictObject({
        name: line(60).meta({ description: 'Name of the licence, e.g. CC BY 4.0' }),
        url: webAddress.meta({ description: 'Address of its text' }),
      })
      .default({ name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' })
      .meta({ description: 'Licence of the texts written for the archive' }),
    searchExamples: z
      .array(line(20))
      .max(8)
      .default([])
      .meta({ description: 'Words offered beside the search box, each one that finds something' }),
    partition: z.enum(archivePartitions).default('none').meta({
      description:
        'How the archive is divided into the parts that are built, searched and offered apart: none up to some 2,000 documents, province-year up to the country at some hundred documents a part, prefecture-year for a province in full',
    }),
    rowsPerPage: z.int().min(1).max(1000).default(500).meta({
      description:
        'Lines a list of a page may have; a longer one goes by provinces, prefectures and counties, then by numbered pages. Set it once: smaller later makes no address disappear, larger may',
    }),
    mayBeEmpty: z.boolean().default(false).meta({
      description:
        'Whether the archive is new and builds without a record; counts only while nothing was published',
    }),
  })
  .meta({ id: 'ArchiveConfig', description: '档案的名称、范围与地址' });

/** See {@link archiveConfigSchema}. */
export type ArchiveConfig = z.infer<typeof archiveConfigSchema>;

/** What an archive without content/archive.json says of itself. */
export const defaultArchiveConfig: ArchiveConfig = Object.freeze(archiveConfigSchema.parse({}));
