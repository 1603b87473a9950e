import { expect, test } from 'vitest';
import type { DocumentEntry } from '../../../src/archive/model.ts';
import { documentsOfSameTitle } from '../../../src/archive/same-title.ts';

const document = (slug: string, ...titles: string[]): DocumentEntry => ({
  slug,
  number: null,
  titles,
  citations: [],
});
const documents = [
  document('a', '示例办法', '示例 通知'),
  document('b', '示例通知'),
  document('c', '示例办法'),
  document('d'),
  document('e', '示例办法（试行）'),
];

test.each([
  ['a', ['b', 'c']],
  ['b', ['a']],
  ['d', []],
  ['e', []],
])('the documents cited under a title of %s are %j', (slug, others) => {
  const entry = documents.find((candidate) => candidate.slug === slug) ?? document('x');
  expect(documentsOfSameTitle(documents, entry).map((other) => other.slug)).toEqual(others);
});
