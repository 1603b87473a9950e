import { describe, expect, test } from 'vitest';
import { aggregate, aggregateByYear, indexDepartments } from '../../../src/archive/aggregate.ts';
import type { UnitYearAmount } from '../../../src/archive/aggregate.ts';
import type { Unit } from '../../../src/schema/unit.ts';

const unit = (id: string, includedIn: string | null): Unit => ({
  id,
  name: id,
  regionCode: '990101',
  names: [{ name: id, from: null, to: null }],
  supervisingDepartment: null,
  level: null,
  includedIn,
  pinyin: id,
});

const departmentsOf = indexDepartments([
  unit('990101-ting', null),
  unit('990101-ju', '990101-ting'),
  unit('990101-duan', '990101-ju'),
  unit('990101-guan', null),
]);

const amount = (
  name: string,
  fen: number | null,
  year = 2024,
  kind: 'budget' | 'final-accounts' = 'budget',
): UnitYearAmount => ({ unitYear: { unitId: `990101-${name}`, year, kind }, fen });

describe('indexDepartments', () => {
  test('names the departments above a unit, nearest first', () => {
    expect(departmentsOf('990101-duan')).toEqual(['990101-ju', '990101-ting']);
    expect(departmentsOf('990101-guan')).toEqual([]);
    expect(departmentsOf('990101-unknown')).toEqual([]);
  });

  test('refuses units that include each other', () => {
    expect(() =>
      indexDepartments([unit('990101-a', '990101-b'), unit('990101-b', '990101-a')]),
    ).toThrow('content/units.json: includedIn: Unexpected circle at 990101-a');
  });
});

describe('aggregate', () => {
  test.each([
    [
      'adds units that stand apart',
      [amount('ju', 500), amount('guan', 20)],
      { fen: 520, known: 2, missing: 0, overlapping: 0 },
    ],
    [
      'never adds a unit to its department',
      [amount('ju', 500), amount('duan', 30)],
      { fen: 500, known: 1, missing: 0, overlapping: 1 },
    ],
    [
      'sees a department two levels up',
      [amount('ting', 900), amount('duan', 30)],
      { fen: 900, known: 1, missing: 0, overlapping: 1 },
    ],
    [
      'counts a unit whose department prints nothing',
      [amount('ju', null), amount('duan', 30)],
      { fen: 30, known: 1, missing: 1, overlapping: 0 },
    ],
    [
      'says what is missing',
      [amount('ju', 500), amount('guan', null)],
      { fen: 500, known: 1, missing: 1, overlapping: 0 },
    ],
    [
      'knows nothing rather than zero',
      [amount('guan', null)],
      { fen: null, known: 0, missing: 1, overlapping: 0 },
    ],
    [
      'counts a printed zero',
      [amount('guan', 0)],
      { fen: 0, known: 1, missing: 0, overlapping: 0 },
    ],
    ['is empty for nothing', [], { fen: null, known: 0, missing: 0, overlapping: 0 }],
  ])('%s', (_, amounts, expected) => {
    expect(aggregate(amounts, departmentsOf)).toEqual(expected);
  });
});

describe('aggregateByYear', () => {
  test('keeps years apart, oldest first, and takes budgets only', () => {
    const amounts = [
      amount('ju', 3, 2024),
      amount('ju', 2, 2022),
      amount('ju', 9, 2024, 'final-accounts'),
    ];
    expect(aggregateByYear(amounts, departmentsOf)).toEqual([
      { year: 2022, sum: { fen: 2, known: 1, missing: 0, overlapping: 0 } },
      { year: 2024, sum: { fen: 3, known: 1, missing: 0, overlapping: 0 } },
    ]);
  });

  test('counts a unit once though several of its rows are added', () => {
    const amounts = [amount('ju', 3), amount('ju', 4), amount('ju', null), amount('guan', 1)];
    expect(aggregateByYear(amounts, departmentsOf)).toEqual([
      { year: 2024, sum: { fen: 8, known: 2, missing: 0, overlapping: 0 } },
    ]);
  });
});
