import { describe, expect, test } from 'vitest';
import { formatBibtex } from '../../../src/format/citation-bibtex.ts';
import { cslItem } from '../../../src/format/citation-csl.ts';
import { formatRis } from '../../../src/format/citation-ris.ts';
import { formatCitation } from '../../../src/format/citation.ts';
import { citedDisclosure, citedPart } from '../../../src/format/cited-work.ts';
import { datasetJsonLd } from '../../../src/format/dataset-json-ld.ts';

const whole = citedDisclosure({
  disclosureId: '990101-shili-2024-budget',
  unitName: '示例单位',
  year: 2024,
  kind: 'budget',
  sourceSha256: '0123456789abcdef'.repeat(4),
  version: 2,
  publishedOn: '2026-01-31',
  address: 'https://example.org/units/990101-shili/2024/',
  publisher: '示例档案{甲}',
});
const project = citedPart(whole, {
  id: '990101-shili-2024-budget-p1',
  name: '项目“示例{50%}_项目”',
  anchor: 'project-1-shili',
});
const unknown = { ...whole, publishedOn: null, address: null };

describe('formatCitation', () => {
  test.each([
    [
      'names unit, year, record, source, version, day and address',
      whole,
      '示例单位. 2024 年度预算：记录 990101-shili-2024-budget，来源文件 SHA-256 0123456789abcdef[DS/OL]. 第 2 版. 示例档案{甲}（2026-01-31）[访问日期]. https://example.org/units/990101-shili/2024/.',
    ],
    [
      'names a project with its anchor',
      project,
      '示例单位. 2024 年度预算·项目“示例{50%}_项目”：记录 990101-shili-2024-budget-p1，来源文件 SHA-256 0123456789abcdef[DS/OL]. 第 2 版. 示例档案{甲}（2026-01-31）[访问日期]. https://example.org/units/990101-shili/2024/#project-1-shili.',
    ],
    [
      'leaves out day and address where they are not known',
      unknown,
      '示例单位. 2024 年度预算：记录 990101-shili-2024-budget，来源文件 SHA-256 0123456789abcdef[DS/OL]. 第 2 版. 示例档案{甲}[访问日期].',
    ],
  ])('%s', (_, work, citation) => {
    expect(formatCitation(work)).toBe(citation);
  });
});

describe('formatBibtex', () => {
  test('escapes what means something to TeX and keeps the name of the unit whole', () => {
    expect(formatBibtex(project)).toBe(`@dataset{990101-shili-2024-budget-p1,
  author = {{示例单位}},
  title = {{2024 年度预算·项目“示例\\{50\\%\\}\\_项目”}},
  publisher = {示例档案\\{甲\\}},
  version = {2},
  date = {2026-01-31},
  year = {2026},
  note = {记录 990101-shili-2024-budget-p1，来源文件 SHA-256 0123456789abcdef},
  url = {https://example.org/units/990101-shili/2024/#project-1-shili},
  langid = {chinese},
}
`);
    expect(formatBibtex(unknown)).not.toMatch(/date =|year =|url =/u);
  });
});

describe('formatRis', () => {
  test('is one record with a line for each field, whatever breaks a name holds', () => {
    expect(formatRis({ ...whole, author: '示例\r\nER  - \u2028单位' })).toBe(
      [
        'TY  - DATA',
        'ID  - 990101-shili-2024-budget',
        'AU  - 示例 ER  - 单位',
        'TI  - 2024 年度预算',
        'PY  - 2026',
        'DA  - 2026/01/31',
        'ET  - 2',
        'PB  - 示例档案{甲}',
        'LA  - zh-CN',
        'N1  - 记录 990101-shili-2024-budget，来源文件 SHA-256 0123456789abcdef',
        'UR  - https://example.org/units/990101-shili/2024/',
        'ER  - ',
        '',
      ].join('\r\n'),
    );
  });
});

describe('cslItem', () => {
  test('is a data set with its day in parts', () => {
    expect(cslItem(whole)).toEqual({
      id: '990101-shili-2024-budget',
      type: 'dataset',
      author: [{ literal: '示例单位' }],
      title: '2024 年度预算',
      version: '2',
      publisher: '示例档案{甲}',
      issued: { 'date-parts': [[2026, 1, 31]] },
      URL: 'https://example.org/units/990101-shili/2024/',
      note: '记录 990101-shili-2024-budget，来源文件 SHA-256 0123456789abcdef',
      language: 'zh-CN',
    });
    expect(Object.keys(cslItem(unknown))).not.toContain('issued');
  });
});

describe('datasetJsonLd', () => {
  const described = {
    description: '示例',
    year: 2024,
    regionName: '示例县',
    publisher: null,
    files: [],
  };

  test('has what data search engines ask for', () => {
    const value = JSON.parse(
      datasetJsonLd({
        ...described,
        work: whole,
        files: [{ address: 'https://example.org/a.csv', mediaType: 'text/csv' }],
      }),
    ) as Record<string, unknown>;
    expect(value).toMatchObject({
      '@type': 'Dataset',
      name: '示例单位 2024 年度预算',
      temporalCoverage: '2024-01-01/2024-12-31',
      datePublished: '2026-01-31',
      distribution: [
        {
          '@type': 'DataDownload',
          contentUrl: 'https://example.org/a.csv',
          encodingFormat: 'text/csv',
        },
      ],
    });
  });

  test.each([
    ['the archive', null, '示例档案{甲}'],
    ['the organisation behind it', '示例研究会', '示例研究会'],
  ])('is published by %s', (_, publisher, name) => {
    expect(JSON.parse(datasetJsonLd({ ...described, publisher, work: whole }))).toMatchObject({
      publisher: { '@type': 'Organization', name },
    });
  });

  test('cannot be ended by a name', () => {
    const json = datasetJsonLd({ ...described, work: { ...whole, author: '</script><b>' } });
    expect(json).not.toContain('<');
    expect((JSON.parse(json) as { name: string }).name).toContain('</script><b>');
  });
});
