import { describe, expect, test } from 'vitest';
import {
  packShard,
  shardsFor,
  unpackShard,
  withRegionsBelow,
  type ExplorerManifest,
} from '../../../src/format/explorer-file.ts';
import { exampleProject } from '../../support/example-explorer.ts';

const full = exampleProject(
  {
    n: 7,
    formName: '示例项目（表）',
    phase: 'carryover',
    subject: '2080101',
    amountFen: 0,
    fundFens: { general: 0, fund: 5, state_capital: null, special_account: -1, unit_funds: null },
    formFens: { whole: 9, year: 0, central: null, provincial: 4, local: null },
    attribute: '一次性',
    indicators: 3,
  },
  { kind: 'final-accounts', includedIn: '990101-ju' },
);

describe('packShard', () => {
  test('keeps everything, zero and blank apart', () => {
    const blank = exampleProject({ formName: '示例项目' });
    const shard = packShard([
      { entry: full.entry, rows: [full] },
      { entry: blank.entry, rows: [blank, exampleProject()] },
    ]);
    const back = unpackShard(JSON.parse(JSON.stringify(shard)) as typeof shard);
    expect(back.map((project) => ({ ...project }))).toEqual(
      [full, blank, exampleProject()].map((project) => ({ ...project })),
    );
  });

  test('a project knows its id, its sources of money and its comparable text', () => {
    expect([full.id, full.funds, full.text]).toEqual([
      '990101-shilidanwei-2024-final-accounts-p7',
      0b1010,
      '示例项目\n示例项目(表)',
    ]);
  });
});

const manifest: ExplorerManifest = {
  version: 1,
  projects: 4,
  shards: [
    { name: 'a', year: 2024, from: '110101', to: '140900', projects: 1 },
    { name: 'b', year: 2024, from: '141100', to: '659000', projects: 1 },
    { name: 'c', year: 2023, from: '110101', to: '659000', projects: 2 },
  ],
  regions: [
    ['140000', '示例省', ''],
    ['141100', '示例市', '140000'],
    ['141102', '示例区', '141100'],
    ['150000', '另一省', ''],
  ],
  subjects: [],
  years: [2023, 2024],
};

describe('shardsFor', () => {
  test.each<[string, string[], string[], string[]]>([
    ['all', [], [], ['a', 'b', 'c']],
    ['a year', [], ['2023'], ['c']],
    ['a place', ['141102'], [], ['b', 'c']],
    ['a place and year', ['140900', '141100'], ['2024'], ['a', 'b']],
    ['a year the archive has not', [], ['1999'], []],
  ])('finds the files of %s', (_, codes, years, expected) => {
    expect(shardsFor(manifest, codes, years).map(({ name }) => name)).toEqual(expected);
  });
});

test('a region stands for all below it', () => {
  expect(withRegionsBelow(manifest.regions, ['140000'])).toEqual(['140000', '141100', '141102']);
  expect(withRegionsBelow(manifest.regions, [])).toEqual([]);
});
