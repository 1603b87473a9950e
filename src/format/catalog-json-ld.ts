import { licenceAddress } from './dataset-json-ld.ts';
import { jsonLdText } from './json-ld.ts';

/** What the home page tells data search engines of the archive. */
export interface DescribedCatalog {
  readonly title: string;
  readonly description: string;
  /** Who publishes the archive; null = the archive itself. */
  readonly publisher: string | null;
  /** Address of the home page; null = the site does not know its own. */
  readonly address: string | null;
  /** First and last budget year held; null = nothing is held yet. */
  readonly years: { readonly first: number; readonly last: number } | null;
  /** Files of the whole archive, with full addresses where the site knows its own. */
  readonly files: readonly { readonly address: string; readonly mediaType: string }[];
}

/**
 * The archive as a schema.org DataCatalog with its bulk files as one Dataset, for a script element of type
 * application/ld+json.
 */
export function catalogJsonLd(catalog: DescribedCatalog): string {
  const { title, description, address, years, files } = catalog;
  const publisher = { '@type': 'Organization', name: catalog.publisher ?? title };
  const shared = {
    description,
    publisher,
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    license: licenceAddress,
  };
  return jsonLdText({
    '@type': 'DataCatalog',
    name: title,
    ...(address === null ? {} : { url: address }),
    ...shared,
    ...(years === null
      ? {}
      : {
          dataset: {
            '@type': 'Dataset',
            name: `${title}：全部数据`,
            ...shared,
            creator: publisher,
            temporalCoverage: `${years.first}-01-01/${years.last}-12-31`,
            distribution: files.map((file) => ({
              '@type': 'DataDownload',
              contentUrl: file.address,
              encodingFormat: file.mediaType,
            })),
          },
        }),
  });
}
