import type { CitedWork } from './cited-work.ts';
import { jsonLdText } from './json-ld.ts';

/** What the page of a disclosure offers beyond its citation. */
export interface DescribedDataset {
  readonly work: CitedWork;
  readonly description: string;
  readonly year: number;
  /** Name of the region the unit belongs to. */
  readonly regionName: string;
  /** Who publishes the archive; null = the archive itself. */
  readonly publisher: string | null;
  /** Files beside the page, with full addresses where the site knows its own. */
  readonly files: readonly { readonly address: string; readonly mediaType: string }[];
}

/** Whose the data are and what may be done with them, as an address. */
export const licenceAddress = 'https://creativecommons.org/publicdomain/mark/1.0/';

/** A disclosure as a schema.org Dataset, for a script element of type application/ld+json. */
export function datasetJsonLd(dataset: DescribedDataset): string {
  const { work, description, year, regionName, files } = dataset;
  const publisher = dataset.publisher ?? work.publisher;
  return jsonLdText({
    '@type': 'Dataset',
    name: `${work.author} ${work.title}`,
    description,
    identifier: work.id,
    version: String(work.version),
    ...(work.address === null ? {} : { url: work.address }),
    ...(work.publishedOn === null ? {} : { datePublished: work.publishedOn }),
    creator: { '@type': 'GovernmentOrganization', name: work.author },
    publisher: { '@type': 'Organization', name: publisher },
    inLanguage: 'zh-CN',
    isAccessibleForFree: true,
    license: licenceAddress,
    temporalCoverage: `${year}-01-01/${year}-12-31`,
    spatialCoverage: { '@type': 'AdministrativeArea', name: regionName },
    includedInDataCatalog: { '@type': 'DataCatalog', name: work.publisher },
    distribution: files.map(({ address, mediaType }) => ({
      '@type': 'DataDownload',
      contentUrl: address,
      encodingFormat: mediaType,
    })),
  });
}
