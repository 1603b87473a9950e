import { describe, expect, test } from 'vitest';
import { readContent } from '../../../scripts/lib/read-content.ts';
import { explorerFiles, makeExplorerFiles } from '../../../src/archive/explorer-shards.ts';
import { unpackShard, type ExplorerShard } from '../../../src/format/explorer-file.ts';
import { exampleContent } from '../../support/example-content.ts';

const archive = readContent(exampleContent);
const unpack = (files: ReturnType<typeof makeExplorerFiles>) =>
  files.manifest.shards.map(({ name }) =>
    unpackShard(JSON.parse(files.shards.get(name) ?? '') as ExplorerShard),
  );

describe('explorerFiles', () => {
  test('hold every project of the archive once, with the figures of its summary', () => {
    const found = unpack(explorerFiles(archive))
      .flat()
      .map(({ id, name, formName, phase, amountFen, fundFens, formFens, indicators }) => ({
        ...{ id, name, formName, phase, totalFen: amountFen, fundFens, formFens, indicators },
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const known = archive.unitYears
      .flatMap(({ projects }) => projects)
      .map(({ id, name, formName, phase, totalFen, fundFens, formFens, indicators }) => ({
        ...{ id, name, formName, phase: phase ?? 'none', totalFen, fundFens, formFens, indicators },
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(found).toEqual(known);
    expect(found.length).toBeGreaterThan(8);
  });

  test('go by year, latest first, then by division code, whole unit-years together', () => {
    const { shards } = makeExplorerFiles(archive, 4).manifest;
    expect(shards.map(({ year, from, to, projects }) => [year, from, to, projects])).toEqual([
      [2024, '990100', '990101', 2],
      [2024, '990101', '990101', 4],
      [2024, '990200', '990200', 2],
      [2023, '990101', '990101', 1],
      [2022, '990100', '990100', 1],
    ]);
  });

  test('carry their digest in their names, the same for the same archive', () => {
    const again = makeExplorerFiles(readContent(exampleContent), 4000);
    expect([...again.shards]).toEqual([...explorerFiles(archive).shards]);
    for (const name of again.shards.keys()) expect(name).toMatch(/^\d{4}-\d+-[0-9a-f]{10}$/u);
  });

  test('say what the archive holds: places with documents and those above, subjects, years', () => {
    const { regions, years, projects, subjects } = explorerFiles(archive).manifest;
    expect(regions).toEqual([
      ['990000', '示例省', ''],
      ['990100', '示例一市', '990000'],
      ['990101', '示例甲县', '990100'],
      ['990200', '示例二市', '990000'],
    ]);
    expect([years, projects]).toEqual([[2022, 2023, 2024], 10]);
    expect(subjects).toContainEqual(['2070104', '图书馆']);
  });
});
