import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { readRecord } from '../../src/archive/read-record.ts';
import { unitYearPath } from '../../src/format/url.ts';
import { readContent } from '../../scripts/lib/read-content.ts';
import { attribute, elementsOf, parsePage, textOf } from '../lib/html-query.ts';

const archives = [
  ['the archive', resolve('content'), inject('siteDir')],
  ['the example archive', resolve('test/fixtures/site/content'), inject('exampleDir')],
] as const;

describe.each(archives)('every disclosure of %s', (_name, content, site) => {
  const { unitYears } = readContent(content);

  test.each(unitYears)('$disclosureId can be cited whole and in parts', (unitYear) => {
    const { id, projects, tables } = readRecord(unitYear);
    const folder = join(site, unitYearPath(unitYear.unitId, unitYear.year));
    const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
    const ids = [
      id,
      ...projects.map(({ n }) => `${id}-p${n}`),
      ...tables.map((table) => `${id}-${table.id}`),
    ];
    const csl = JSON.parse(read('citation.json')) as { id: string; title: string }[];
    expect(csl.map((item) => item.id)).toEqual(ids);
    expect(
      [...read('citation.bib').matchAll(/^@dataset\{(.*),$/gmu)].map(([, key]) => key),
    ).toEqual(ids);
    expect([...read('citation.ris').matchAll(/^ID {2}- (.*)\r$/gmu)].map(([, key]) => key)).toEqual(
      ids,
    );
    const page = [...elementsOf(parsePage(read('index.html')))];
    const [quoted] = page
      .filter((element) => attribute(element, 'class') === 'copied-text')
      .map(textOf);
    expect(quoted).toMatch(/\[DS\/OL\]\. 第 1 版\. 预算公开档案.*\[访问日期\]/u);
    const meta = new Map(
      page.map((element) => [attribute(element, 'name'), attribute(element, 'content')]),
    );
    expect(meta.get('DC.identifier')).toBe(id);
    expect(meta.get('citation_author')).toBe(unitYear.unitName);
    const [jsonLd] = page
      .filter((element) => attribute(element, 'type') === 'application/ld+json')
      .map(textOf);
    expect(JSON.parse(jsonLd ?? '')).toMatchObject({ '@type': 'Dataset', identifier: id });
  });
});
