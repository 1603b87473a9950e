import { expect, test } from 'vitest';
import { documentFindings } from '../../../scripts/lib/document-findings.ts';
import type { Disclosure } from '../../../src/schema/disclosure.ts';
import { exampleRecords } from '../../support/example-records.ts';

const record = (id: string): Disclosure => {
  const found = exampleRecords().find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no example record ${id}`);
  return found;
};
const earlier = record('990101-jiaotongju-2023-budget');
const later = record('990101-jiaotongju-2024-budget');
const nothing = { readText: () => Promise.resolve(null) };
const yearsOf = async (...rest: Parameters<typeof documentFindings>) =>
  (await documentFindings(...rest))
    .filter(({ checkId }) => checkId === 'last-year-agrees')
    .map(({ result, differenceFen }) => [result, differenceFen]);
const found = [['difference', 5_000_000]];

test('a document is compared with the year before where the content folder has it', async () => {
  const path = 'archive/disclosures/990101/990101-jiaotongju/2023-budget.json';
  const readText = (asked: string) =>
    Promise.resolve(asked === path ? JSON.stringify(earlier) : null);
  expect(await yearsOf(later, 'archive', { readText })).toEqual(found);
});

test('a document is compared with the year before that is imported with it', async () => {
  expect(await yearsOf(later, 'archive', nothing, [later, earlier])).toEqual(found);
});

test('a document without a year before is checked on its own', async () => {
  expect(await yearsOf(later, 'archive', nothing, [later])).toEqual([]);
  expect((await documentFindings(later, 'archive', nothing)).length).toBeGreaterThan(20);
});
