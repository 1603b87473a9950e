import { expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import type { DocumentEntry } from '../../../src/archive/model.ts';
import { sharedDocuments } from '../../../src/archive/shared-documents.ts';
import { exampleContent } from '../../support/example-content.ts';

const { unitYears } = readContent(exampleContent);

test('documents cited in several regions come most regions first; one region is not shared', () => {
  const document = (slug: string, ...regions: string[]): DocumentEntry => ({
    slug,
    number: null,
    titles: [],
    citations: regions.flatMap((code) => {
      const unitYear = unitYears.find(({ regionCode }) => regionCode === code);
      const project = unitYear?.projects[0];
      return unitYear === undefined || project === undefined ? [] : [{ unitYear, project }];
    }),
  });
  const documents = [
    document('c', '990100', '990101'),
    document('a', '990100', '990101'),
    document('one', '990100', '990100', '990100'),
    document('b', '990100', '990101', '990200'),
    document('none'),
  ];
  expect(sharedDocuments(documents).map(({ slug }) => slug)).toEqual(['b', 'a', 'c']);
});
