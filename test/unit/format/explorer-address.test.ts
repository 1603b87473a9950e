import { describe, expect, test } from 'vitest';
import {
  mostSelected,
  nextSort,
  noChoices,
  placeOfProject,
  readChoices,
  toggleSelected,
} from '../../../src/format/explorer-address.ts';
import {
  readExplorerAddress,
  startState,
  writeExplorerAddress,
  type ExplorerState,
} from '../../../src/client/explorer-address.ts';

const id = (n: number): string => `990101-shili-2024-budget-p${n}`;

describe('the address of the explorer', () => {
  test('says nothing at the start', () => {
    expect(writeExplorerAddress(startState)).toBe('');
    expect(readExplorerAddress('')).toEqual(startState);
  });

  test('keeps everything, so that a link gives the view again', () => {
    const state: ExplorerState = {
      typed: '零工 "就业 补助"',
      filters: {
        ...startState.filters,
        region: ['990100', '990200'],
        year: ['2024'],
        phase: ['carryover'],
        fund: ['general'],
        subject: ['208'],
        minFen: 1_000_000,
        maxFen: 25_500_000,
      },
      choices: {
        sort: { column: 'total', descending: true },
        columns: ['name', 'region', 'general'],
        selected: [id(2), id(1)],
        all: true,
      },
    };
    const address = writeExplorerAddress(state);
    expect(readExplorerAddress(address)).toEqual(state);
    expect(address).toContain(`sel=${id(2)},${id(1)}`);
    expect(address).toContain('min=1&max=25.5&sort=-total&cols=name,region,general');
  });

  test('is read without what it does not understand', () => {
    const address = `?sort=colour&cols=total,colour&sel=x,${id(1)},${id(1)}&min=viel&all=yes&kind=line`;
    expect(readExplorerAddress(address)).toEqual({
      ...startState,
      choices: { ...noChoices, columns: ['name', 'total'], selected: [id(1)] },
    });
  });

  test('selects no more projects than can be compared', () => {
    const many = Array.from({ length: 9 }, (_, i) => id(i + 1)).join();
    const { selected } = readChoices(new URLSearchParams({ sel: many }));
    expect(selected).toHaveLength(mostSelected);
  });
});

describe('toggleSelected', () => {
  test('adds, takes out, and leaves a full selection as it is', () => {
    expect(toggleSelected([id(1)], id(2))).toEqual([id(1), id(2)]);
    expect(toggleSelected([id(1), id(2)], id(1))).toEqual([id(2)]);
    const full = Array.from({ length: mostSelected }, (_, i) => id(i + 1));
    expect(toggleSelected(full, id(99))).toBe(full);
  });
});

test('a header sorts one way, then the other, then as the archive has it', () => {
  const first = nextSort(null, 'total', true);
  const second = nextSort(first, 'total', true);
  expect([first, second, nextSort(second, 'total', true), nextSort(second, 'name', false)]).toEqual(
    [
      { column: 'total', descending: true },
      { column: 'total', descending: false },
      null,
      { column: 'name', descending: false },
    ],
  );
});

test.each([
  [id(3), { regionCode: '990101', year: '2024' }],
  ['990101-a-2-2023-final-accounts-p12', { regionCode: '990101', year: '2023' }],
  ['990101-shili-2024-budget', undefined],
])('the place of %s is found in it', (project, place) => {
  expect(placeOfProject(project)).toEqual(place);
});
