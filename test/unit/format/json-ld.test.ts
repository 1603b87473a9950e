import { describe, expect, test } from 'vitest';
import { catalogJsonLd } from '../../../src/format/catalog-json-ld.ts';
import { unitJsonLd } from '../../../src/format/unit-json-ld.ts';

const parse = (text: string) => JSON.parse(text) as Record<string, unknown>;

describe('catalogJsonLd', () => {
  const catalog = {
    title: '示例档案',
    description: '示例说明',
    publisher: null,
    address: null,
    years: null,
    files: [{ address: '/data/lines.csv', mediaType: 'text/csv' }],
  };

  test('offers the files of the archive as one dataset over its years', () => {
    expect(parse(catalogJsonLd({ ...catalog, years: { first: 2022, last: 2024 } }))).toMatchObject({
      '@type': 'DataCatalog',
      name: '示例档案',
      publisher: { '@type': 'Organization', name: '示例档案' },
      dataset: {
        '@type': 'Dataset',
        temporalCoverage: '2022-01-01/2024-12-31',
        distribution: [{ '@type': 'DataDownload', contentUrl: '/data/lines.csv' }],
      },
    });
  });

  test('of an empty archive without an address promises no data and no address', () => {
    expect(Object.keys(parse(catalogJsonLd(catalog)))).not.toContain('dataset');
    expect(Object.keys(parse(catalogJsonLd(catalog)))).not.toContain('url');
  });
});

describe('unitJsonLd', () => {
  const unit = {
    id: '990100-shili',
    name: '示例局',
    names: [
      { name: '示例处', from: null, to: 2022 },
      { name: '示例局', from: 2023, to: null },
    ],
    supervisingDepartment: '示例局',
  };

  test('says what the unit was called before and whom it serves', () => {
    expect(parse(unitJsonLd({ unit, regionName: '示例县', address: null }))).toEqual({
      '@context': 'https://schema.org',
      '@type': 'GovernmentOrganization',
      name: '示例局',
      alternateName: ['示例处'],
      identifier: '990100-shili',
      areaServed: { '@type': 'AdministrativeArea', name: '示例县' },
    });
  });

  test('names the department above it, and cannot be ended by a name', () => {
    const text = unitJsonLd({
      unit: { ...unit, names: [], supervisingDepartment: '</script>示例厅' },
      regionName: '示例县',
      address: 'https://example.org/units/990100-shili/',
    });
    expect(text).not.toContain('<');
    expect(parse(text)).toMatchObject({
      url: 'https://example.org/units/990100-shili/',
      parentOrganization: { '@type': 'GovernmentOrganization', name: '</script>示例厅' },
    });
  });
});
