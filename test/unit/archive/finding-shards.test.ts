import { expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { findingIndex, listedFinding } from '../../../src/archive/finding-index.ts';
import { makeFindingFiles } from '../../../src/archive/finding-shards.ts';
import {
  type FindingShard,
  sortFindings,
  unpackFindings,
} from '../../../src/format/finding-file.ts';
import { findingShardsFor } from '../../../src/format/finding-filters.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const all = findingIndex(archive).ranked.map(listedFinding);
const byDocument = (findings: readonly { unitId: string; year: number; n: number }[]) =>
  findings.map(({ unitId, year, n }) => `${unitId} ${year} ${n}`).sort();

test.each([1, 3, 2000])('files of %i findings hold all of them, each once', (limit) => {
  const { manifest, shards } = makeFindingFiles(archive, limit);
  const read = manifest.shards.flatMap(({ name }) =>
    unpackFindings(JSON.parse(shards.get(name) ?? '') as FindingShard),
  );
  expect(manifest.findings).toBe(all.length);
  expect(byDocument(read)).toEqual(byDocument(all));
  expect(sortFindings(read).map(({ rank }) => rank)).toEqual(all.map(({ rank }) => rank));
  expect(read.every((finding) => all.some((one) => one.message === finding.message))).toBe(true);
});

test('the manifest names what has findings, and the files of a region and year', () => {
  const { manifest } = makeFindingFiles(archive, 1);
  expect(manifest.years).toEqual([2022, 2024]);
  expect(manifest.regions.map(([code]) => code)).toEqual(['990000', '990100', '990101', '990200']);
  const held = (region: string | null, year: number | null) =>
    findingShardsFor(manifest, { region, year }).map(({ year, from, to }) => [year, from, to]);
  expect(held(null, null)).toHaveLength(manifest.shards.length);
  expect(held('990200', null)).toEqual([[2024, '990200', '990200']]);
  expect(held('990100', 2022)).toEqual([[2022, '990100', '990100']]);
  expect(held('990100', null)).toEqual([
    [2024, '990101', '990101'],
    [2022, '990100', '990100'],
  ]);
  expect(held('990000', 2023)).toEqual([]);
});

test('the files of the same records have the same names', () => {
  const names = () => [...makeFindingFiles(archive, 3).shards.keys()];
  expect(names()).toEqual(names());
});
