import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import {
  citationCounts,
  citationPages,
  citationPlaces,
  documentsByYear,
} from '../../../src/archive/citation-lists.ts';
import type { DocumentEntry } from '../../../src/archive/model.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const cited = (slug: string): DocumentEntry => ({ slug, number: null, titles: [], citations: [] });

describe('documentsByYear', () => {
  test('goes by the year of the number, those without one last, each in the order given', () => {
    const slugs = ['1-2-aaaaaaaa', '2019-87-aaaaaaaa', '2019-9-bbbbbbbb', '1999-1-c', 't-2019-d'];
    expect(
      documentsByYear(slugs.map(cited)).map(({ year, documents }) => [
        year,
        documents.map(({ slug }) => slug),
      ]),
    ).toEqual([
      [1999, ['1999-1-c']],
      [2019, ['2019-87-aaaaaaaa', '2019-9-bbbbbbbb']],
      [null, ['1-2-aaaaaaaa', 't-2019-d']],
    ]);
  });
});

describe('the citations of a document', () => {
  const [unitYear, other] = ['990101-jiaotongju-2024-budget', '990200-tushuguan-2024-budget'].map(
    (id) => archive.unitYear(id),
  );
  const project = unitYear?.projects[0];
  if (unitYear === undefined || other === undefined || project === undefined)
    throw new Error('No project');
  const citations = [unitYear, unitYear, other].map((of) => ({ unitYear: of, project }));

  test('are counted by project, unit and region', () => {
    expect(citationCounts(citations)).toEqual({ projects: 3, units: 2, regions: 2 });
  });

  test('go by places where they are many, with the counts of each', () => {
    const few = { ...archive, config: { ...archive.config, rowsPerPage: 2 } };
    const [first] = citationPages(few, { ...cited('t-1'), citations });
    if (first === undefined) throw new Error('No page');
    expect(
      citationPlaces(first).map(({ region, counts }) => [region.code, counts.projects]),
    ).toEqual([
      ['990100', 2],
      ['990200', 1],
    ]);
  });
});
